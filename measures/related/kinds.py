"""The kinds of a story: exclusive, first, early, late, or carried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from measures import instants
from measures.memory import remembered
from measures.related import reports

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.related.members import Coverages

KINDS: Final = ("exclusive", "first", "early", "late", "carried copy")
"""Exclusive means that nobody else was linked, not that nobody else wrote."""
YOUNG: Final = -1
NOT_ASKED: Final = -2


@remembered
def of(corpus: Corpus, chosen: Filters) -> np.ndarray:
    """Of each story its place in KINDS, or YOUNG, or NOT_ASKED (or without a time)."""
    report = reports.of(corpus, chosen, "family")
    found = report.found
    own = found.starts[:-1]
    age = instants.latest(corpus) - found.lead_instant
    kinds = np.full(len(corpus), NOT_ASKED, dtype=np.int8)
    kinds[found.leads] = np.select(
        [
            age < chosen.window * instants.PER_HOUR,
            found.carrier[own] >= 0,
            report.breadth <= 1,
            report.is_first[own],
            _is_early(found),
        ],
        [YOUNG, 4, 0, 1, 2],
        3,
    )
    return kinds


def _is_early(found: Coverages) -> np.ndarray:
    """Of each coverage whether its story is before the median time of the members.

    It is when no more than half of them, the story included, are not after it. The
    median of an even number lies midway between the middle two.
    """
    if not len(found):
        return np.zeros(0, dtype=bool)
    not_after = found.instant <= found.lead_instant[found.coverage]
    counts = np.add.reduceat(not_after.astype(np.int64), found.starts[:-1])
    return counts <= np.diff(found.starts) // 2
