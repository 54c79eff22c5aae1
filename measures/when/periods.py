"""Periods: the range before a range, and what changed, as far as the corpus reaches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import numpy as np

from measures import dates
from measures.statistics import evidence
from measures.when import bins

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.corpus import Corpus
    from measures.filters import Filters

LEAST_REACHED_SHARE: Final = 0.9
"""The part of a period's days that the corpus must reach before its count stands for it."""
MONTHS: Final = 12


@dataclass(frozen=True)
class Side:
    """What is counted in a period, and how much of it the corpus knows."""

    count: int
    ends: tuple[date, date]
    """First and last day of the period, ends included."""
    known_days: int
    """Days of it that lie between the corpus' first day and its last."""

    @property
    def days(self) -> int:
        """The days of the period."""
        return (self.ends[1] - self.ends[0]).days + 1

    @property
    def is_known(self) -> bool:
        """Whether the corpus reaches enough of its days for the count to stand for it."""
        return self.known_days >= LEAST_REACHED_SHARE * self.days

    @property
    def per_day(self) -> float:
        """The count of a day that the corpus knows; NaN where it knows none."""
        return self.count / self.known_days if self.known_days else float("nan")


@dataclass(frozen=True)
class Change:
    """A count, and the count of the period before it."""

    now: int
    sides: tuple[Side, Side] | None = None
    """The period and the one before; None where no range is chosen, or where the corpus
    has no day that early."""

    @property
    def before(self) -> int | None:
        """The count of the period before; None where there is none to hold against."""
        return None if self.sides is None else self.sides[1].count

    @property
    def is_known(self) -> bool:
        """Whether the two counts can be held against each other.

        Both periods must be known; else only stories per day can be.
        """
        return self.sides is not None and all(side.is_known for side in self.sides)

    @property
    def difference(self) -> int | None:
        """Now minus before; None where the counts cannot be held against each other."""
        if self.before is None or not self.is_known:
            return None
        return self.now - self.before

    @property
    def direction(self) -> int:
        """1 where there is more than before, -1 where less, 0 where as much or not known.

        Of counts, or of rates per day where counts cannot be held against each other.
        """
        if self.difference is not None or self.sides is None:
            return int(np.sign(self.difference or 0))
        now, before = (side.per_day for side in self.sides)
        return int(now > before) - int(now < before)

    @property
    def change_share(self) -> float | None:
        """The difference as a share of before.

        None where the difference is, or where a side has fewer stories than
        evidence.LEAST_FOR_PEAK.
        """
        if self.before is None or self.difference is None:
            return None
        if min(self.now, self.before) < evidence.LEAST_FOR_PEAK:
            return None
        return self.difference / self.before


def before(corpus: Corpus, chosen: Filters) -> Filters | None:
    """The same filters over the period before the chosen one.

    Before whole months, quarters or years that is as many months of the calendar; before
    any other range as many days. None where no range is chosen, or where the corpus has
    no day that early.

    Source:
        docs/measures.md, "Change".
    """
    ends = _ends(corpus, chosen)
    if ends is None or corpus.span is None:
        return None
    first, last = ends
    if dates.to_day(first) <= corpus.span[0]:
        return None
    end = first - timedelta(days=1)
    if dates.is_months(first, last):
        months = (last.year - first.year) * MONTHS + last.month - first.month + 1
        begin = _months_earlier(first, months)
    else:
        days = dates.to_day(last) - dates.to_day(first) + 1
        begin = dates.to_date(max(dates.to_day(first) - days, dates.to_day(date.min)))
    return chosen.with_(first=begin, last=end)


def change(
    corpus: Corpus, chosen: Filters, count: Callable[[Corpus, Filters], int]
) -> Change:
    """A count under the filters, against the period before."""
    now = count(corpus, chosen)
    earlier = before(corpus, chosen)
    if earlier is None:
        return Change(now)
    return Change(
        now,
        (_side(corpus, chosen, now), _side(corpus, earlier, count(corpus, earlier))),
    )


def _side(corpus: Corpus, chosen: Filters, count: int) -> Side:
    ends = _ends(corpus, chosen)
    assert ends is not None  # noqa: S101 - `before` gives filters with a range only
    first, last = bins.reached(corpus, chosen)
    return Side(count, ends, max(last - first + 1, 0))


def _ends(corpus: Corpus, chosen: Filters) -> tuple[date, date] | None:
    """First and last day that are asked for; None where no range is."""
    ends = bins.span(corpus, chosen)
    if ends is None or (chosen.first is None and chosen.last is None):
        return None
    return dates.to_date(ends[0]), dates.to_date(ends[1])


def _months_earlier(first: date, months: int) -> date:
    """The first day of the month so many months before; of year 1 where that is earlier."""
    number = first.year * MONTHS + first.month - 1 - months
    return (
        date.min if number < MONTHS else date(number // MONTHS, number % MONTHS + 1, 1)
    )
