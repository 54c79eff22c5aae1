"""Who reported first in each coverage, and when each provider came in.

First report: the earliest time among the members that are no carrier copies; all within
5 minutes of it share it. It is the earliest in this corpus, no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from loaders import frames
from measures import instants
from measures.related import coverage
from measures.result import LeftOut, left_out

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.related.members import Coverages

SHARED_MINUTES: Final = 5
SHARED: Final = SHARED_MINUTES * instants.PER_MINUTE
"""Reports so close together have no order: clocks and feeds differ by as much."""

UNIT: Final = "coverages with at least two providers and a first report"
UNKNOWN_FIRST: Final = "every report is a carrier copy, or the first names no provider"


@dataclass(frozen=True, eq=False)
class Appearances:
    """One entry per coverage and provider in it, in order of coverage, then provider.

    Members without a provider are in none of them.
    """

    coverage: np.ndarray
    provider: np.ndarray
    instant: np.ndarray
    """The provider's first time in the coverage, carrier copies included."""
    is_first: np.ndarray
    """The provider shares the first report."""
    is_carried_only: np.ndarray
    """The provider is there by carrier copies alone."""


@dataclass(frozen=True, eq=False)
class Reports:
    """The first report of each coverage, and what follows from it."""

    found: Coverages
    first: np.ndarray
    """Of each coverage: microseconds of the first report; NEVER where all members are
    carrier copies."""
    is_first: np.ndarray
    """Of each row of `found`: it shares the first report."""
    appearances: Appearances
    breadth: np.ndarray
    """Of each coverage: distinct providers in the chosen identity."""
    sharing: np.ndarray
    """Of each coverage: distinct providers that share the first report."""

    @property
    def is_compared(self) -> np.ndarray:
        """Of each coverage: two providers at least, and somebody was first."""
        return (self.breadth >= 2) & (self.sharing > 0)  # noqa: PLR2004 - two compare


def of(corpus: Corpus, chosen: Filters, by: str = "") -> Reports:
    """First reports in the coverage of every story asked for; `by` as `coverage.of`."""
    found = coverage.of(corpus, chosen, by)
    if "reports" not in found.worked_out:
        found.worked_out["reports"] = _reports(found)
    report: Reports = found.worked_out["reports"]
    return report


def _reports(found: Coverages) -> Reports:
    is_own = found.carrier < 0
    first = earliest(np.where(is_own, found.instant, LATER), found)
    is_first = is_own & (found.instant <= first[found.coverage] + SHARED)
    first = np.where(first == LATER, instants.NEVER, first)
    seen = _appearances(found, is_first, is_own)
    return Reports(
        found=found,
        first=first,
        is_first=is_first,
        appearances=seen,
        breadth=np.bincount(seen.coverage, minlength=len(found)),
        sharing=np.bincount(seen.coverage[seen.is_first], minlength=len(found)),
    )


def not_compared(
    corpus: Corpus, chosen: Filters, led: Filters, by: str = ""
) -> tuple[LeftOut, ...]:
    """The stories asked for whose coverage has no order, and why.

    Args:
        corpus: The corpus.
        chosen: What was asked for.
        led: The part of it whose coverage was compared.
        by: As `coverage.of`.
    """
    report = of(corpus, led, by)
    asked, kept = chosen.mask(corpus), led.mask(corpus)
    alone = report.breadth < 2  # noqa: PLR2004 - two compare
    return left_out(
        ((asked & ~kept).sum(), "stories", "not published"),
        ((kept & (corpus.days == frames.UNDATED)).sum(), "stories", "without a time"),
        (alone.sum(), "stories", "fewer than two providers in their coverage"),
        ((~alone & (report.sharing == 0)).sum(), "stories", UNKNOWN_FIRST),
    )


LATER: Final = np.iinfo(np.int64).max - SHARED
"""A time after all others, with room to add to it."""


def earliest(times: np.ndarray, found: Coverages) -> np.ndarray:
    """The least of these times of rows in each coverage."""
    if not len(found):
        return np.zeros(0, dtype=np.int64)
    return np.minimum.reduceat(times, found.starts[:-1])


def _appearances(
    found: Coverages, is_first: np.ndarray, is_own: np.ndarray
) -> Appearances:
    named = np.flatnonzero(found.provider >= 0)
    width = int(found.provider.max(initial=0)) + 1
    key = found.coverage[named] * width + found.provider[named]
    # Coverages already stand in order, so this sort has short ways to go.
    order = np.argsort(key, kind="stable")
    key, rows = key[order], named[order]
    begins = np.flatnonzero(np.diff(key, prepend=-1))
    if not len(begins):
        nothing = np.zeros(0, dtype=np.int64)
        no = nothing.astype(bool)
        return Appearances(nothing, nothing, nothing, no, no)
    return Appearances(
        coverage=key[begins] // width,
        provider=key[begins] % width,
        instant=np.minimum.reduceat(found.instant[rows], begins),
        is_first=np.logical_or.reduceat(is_first[rows], begins),
        is_carried_only=~np.logical_or.reduceat(is_own[rows], begins),
    )
