"""The members of coverages, as flat arrays side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np


@dataclass(frozen=True, eq=False)
class Coverages:
    """Coverages side by side: the rows of coverage i are `starts[i]:starts[i + 1]`.

    The first row of each is the story whose coverage it is; the others keep the order of
    its list. Stories without a time have no coverage, members without one are no members.
    """

    leads: np.ndarray
    """Position of the story of each coverage, ascending."""
    starts: np.ndarray
    """Where the rows of each coverage begin, and the end: one more than coverages."""
    member: np.ndarray
    """Of each row: position of the story, -1 where it is only seen."""
    entry: np.ndarray
    """Of each row: its row in `corpus.related`, -1 for the story itself."""
    provider: np.ndarray
    """Of each row: code in the chosen identity, -1 where there is none."""
    carrier: np.ndarray
    """Of each row: code of the carrier, -1 where it is no carrier copy."""
    instant: np.ndarray
    """Of each row: microseconds since 1970-01-01 UTC; a filed story's own time."""

    worked_out: dict[str, Any] = field(default_factory=dict)
    """What other measures have worked out from these rows, kept as long as they are."""

    def __len__(self) -> int:
        """The number of coverages."""
        return len(self.leads)

    @cached_property
    def coverage(self) -> np.ndarray:
        """Of each row: which coverage it belongs to."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    @cached_property
    def lead_instant(self) -> np.ndarray:
        """Of each coverage: its story's own time."""
        return self.instant[self.starts[:-1]]

    @cached_property
    def lead_provider(self) -> np.ndarray:
        """Of each coverage: the code of its story's provider."""
        return self.provider[self.starts[:-1]]
