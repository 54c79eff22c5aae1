"""Bins of time: days, weeks from Monday and months, each [start, end) in UTC."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from measures import dates
from measures.dates import WEEK_DAYS

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_DAILY_DAYS = 92
LEAST_SHARED = 5
MOST_WEEKLY_DAYS = 7 * 160
MOST_BINS = 2000
"""More bins than this are more marks than a chart should draw."""


@dataclass(frozen=True)
class Bins:
    """Adjoining bins of one grain, without a gap, over a range of days."""

    grain: str
    starts: np.ndarray
    """First `_day` of each bin, ascending; int32."""
    ends: np.ndarray
    """The `_day` after each bin: `ends[i] == starts[i + 1]`."""
    first_day: int
    """The range that was asked for begins here, perhaps inside the first bin."""
    last_day: int
    """The range ends with this day, perhaps inside the last bin."""

    def __len__(self) -> int:
        """The number of bins."""
        return len(self.starts)

    def of(self, days: np.ndarray) -> np.ndarray:
        """The bin of each day, by position; -1 for days before, after or undated."""
        at = np.searchsorted(self.starts, days, side="right") - 1
        outside = (days < self.first_day) | (days > self.last_day)
        return np.where(outside, -1, at)

    def count(self, days: np.ndarray) -> np.ndarray:
        """How many of the days fall into each bin; empty bins are 0."""
        at = self.of(days)
        return np.bincount(at[at >= 0], minlength=len(self)).astype(np.int64)

    def cut_at(self, *days: int) -> Bins:
        """The same range, with further edges where these days begin.

        A day outside the range, or where a bin begins already, cuts nothing.
        """
        if not len(self):
            return self
        inside = [day for day in days if self.starts[0] < day < self.ends[-1]]
        edges = np.union1d(np.append(self.starts, self.ends[-1:]), inside)
        edges = edges.astype(np.int32)
        return replace(self, starts=edges[:-1], ends=edges[1:])

    def clipped(self) -> Bins:
        """The same bins, the first and the last without their days outside the range."""
        starts = np.maximum(self.starts, self.first_day)
        return replace(
            self, starts=starts, ends=np.minimum(self.ends, self.last_day + 1)
        )

    @property
    def is_partial(self) -> np.ndarray:
        """True for a bin that the range begins or ends inside."""
        partial = np.zeros(len(self), dtype=bool)
        if len(self):
            partial[0] = self.starts[0] < self.first_day
            partial[-1] |= self.ends[-1] - 1 > self.last_day
        return partial


def over(first_day: int, last_day: int, grain: str) -> Bins:
    """The bins that cover a range of days, ends included.

    The first and the last may reach beyond it; then `is_partial` marks them. A range
    that ends before it begins has no bins.
    """
    if last_day < first_day:
        none = np.array([], dtype=np.int32)
        return Bins(grain, none, none, first_day, last_day)
    if grain == "day":
        edges = np.arange(first_day, last_day + 2)
    elif grain == "week":
        monday = first_day - (first_day + 3) % 7  # 1970-01-01 was a Thursday
        edges = np.arange(monday, last_day + 8, 7)
        edges = edges[: np.searchsorted(edges, last_day, side="right") + 1]
    else:
        ends = np.array([first_day, last_day], "datetime64[D]").astype("datetime64[M]")
        months = np.arange(ends[0], ends[1] + np.timedelta64(2, "M"))
        edges = months.astype("datetime64[D]").astype(np.int64)
    edges = edges.astype(np.int32)
    return Bins(grain, edges[:-1], edges[1:], first_day, last_day)


def noun_of(table: pd.DataFrame) -> str:
    """What a bin of a table is, a day, a week or a month: the longest of them tells."""
    if table.empty:
        return "day"
    length = int((table["bin_end_day"] - table["bin_day"]).max())
    return {1: "day", WEEK_DAYS: "week"}.get(length, "month")


def fitting(first_day: int, last_day: int) -> str:
    """The grain that suits a range: at most some 160 bins, and not too few."""
    days = last_day - first_day + 1
    if days <= MOST_DAILY_DAYS:
        return "day"
    return "week" if days <= MOST_WEEKLY_DAYS else "month"


def span(corpus: Corpus, chosen: Filters) -> tuple[int, int] | None:
    """First and last day that the filters ask about; None where no story has a time.

    The corpus' own first and last day stand in for an end that is not set. So a provider
    that fell silent reads as 0 up to the end, not as a shorter line.
    """
    whole = corpus.span
    if whole is None:
        return None
    first = whole[0] if chosen.first is None else dates.to_day(chosen.first)
    last = whole[1] if chosen.last is None else dates.to_day(chosen.last)
    if first <= last:
        return first, last
    # The range lies outside the corpus: the end that was asked for stands alone.
    return (last, last) if chosen.first is None else (first, first)


def chosen_bins(corpus: Corpus, chosen: Filters, series: int = 1) -> Bins:
    """The bins of the range and grain that the filters ask for.

    Days before the corpus' first and after its last are none of them: there 0 would mean
    "not known". A grain that would give more than MOST_BINS is taken coarser, and the
    sooner the more series are drawn in each bin. A range outside the corpus has no bins.
    """
    first, last = reached(corpus, chosen)
    grain = chosen.grain or fitting(first, last)
    most = MOST_BINS // series
    if grain == "day" and last - first >= most:
        grain = "week"
    if grain == "week" and last - first >= 7 * (most - 1):
        grain = "month"
    return over(first, last, grain)


def sharing_bins(corpus: Corpus, chosen: Filters, series: int) -> Bins:
    """The bins in which shares say something: coarser where most hold too few stories.

    A grain that is asked for stands. Otherwise it is the finest, from the one that
    suits the range, in which the median of the bins with stories has LEAST_SHARED.
    """
    spans = chosen_bins(corpus, chosen, series)
    days = corpus.days[chosen.mask(corpus)]
    while not chosen.grain and spans.grain != "month":
        counts = spans.count(days)
        if not counts.any() or np.median(counts[counts > 0]) >= LEAST_SHARED:
            break
        coarser = "week" if spans.grain == "day" else "month"
        spans = chosen_bins(corpus, chosen.with_(grain=coarser), series)
        if spans.grain != coarser:
            break
    return spans


def reached(corpus: Corpus, chosen: Filters) -> tuple[int, int]:
    """First and last day of the part of the range that the corpus reaches.

    A range outside the corpus, or a corpus without times, gives a range that ends before
    it begins.
    """
    ends = span(corpus, chosen)
    if ends is None or corpus.span is None:
        return 0, -1
    return max(ends[0], corpus.span[0]), min(ends[1], corpus.span[1])


def is_one_day(corpus: Corpus, chosen: Filters) -> bool:
    """Whether the range reaches a single day of the corpus."""
    first, last = reached(corpus, chosen)
    return first == last
