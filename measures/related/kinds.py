"""The kinds of a story: exclusive, first, early, late, or carried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from measures import instants
from measures.memory import remembered
from measures.related import links, reports

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.related.members import Coverages

KINDS: Final = ("exclusive", "first", "early", "late", "carried copy")
"""Exclusive means that no other report in the corpus is linked, either way."""
YOUNG: Final = -1
NOT_ASKED: Final = -2
FOLDED: Final = -3
"""Folded into another story, and neither linked to one nor listed by one."""


@remembered
def of(corpus: Corpus, chosen: Filters) -> np.ndarray:
    """Of each story its place in KINDS, or YOUNG, FOLDED, or NOT_ASKED (or without a time).

    A story that lists nobody and is listed is first where it came before all who list it
    within the window, or no more than reports.SHARED_MINUTES after them; else late.
    """
    report = reports.of(corpus, chosen, "family")
    found = report.found
    own = found.starts[:-1]
    age = instants.latest(corpus) - found.lead_instant
    kinds = np.full(len(corpus), NOT_ASKED, dtype=np.int8)
    earliest = _earliest_lister(corpus, chosen.window)[found.leads]
    is_alone, is_listed = report.breadth <= 1, earliest != reports.LATER
    is_folded = corpus.stories["is_folded"].to_numpy()[found.leads]
    is_ahead = found.lead_instant <= earliest + reports.SHARED
    kinds[found.leads] = np.select(
        [
            age < chosen.window * instants.PER_HOUR,
            found.carrier[own] >= 0,
            is_alone & is_listed & is_ahead,
            is_alone & is_listed,
            is_alone & is_folded,
            is_alone,
            report.is_first[own],
            _is_early(found),
        ],
        [YOUNG, 4, 1, 3, FOLDED, 0, 1, 2],
        3,
    )
    return kinds


def _earliest_lister(corpus: Corpus, window: int) -> np.ndarray:
    """Of each story the earliest time of those that list it within so many hours.

    reports.LATER where none does.
    """
    found = links.links(corpus, "provider_family")
    near = (found.target >= 0) & (np.abs(found.gap_hours) <= window)
    earliest = np.full(len(corpus), reports.LATER)
    np.minimum.at(earliest, found.target[near], instants.of(corpus)[found.story[near]])
    return earliest


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
