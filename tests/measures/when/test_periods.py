"""A period is held against the one before it, as far as the corpus reaches both."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from measures import totals
from measures.filters import EVERYTHING, Filters
from measures.when import periods
from measures.when.periods import Change, Side
from tests.corpora import corpus_of, story
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus

YEARS: Final = date(2019, 1, 1), date(2021, 12, 31)


def long_corpus() -> Corpus:
    """Stories on the first and the last day of three years."""
    return corpus_of(
        *(story(f"s{day}", published_at=f"{day}T12:00:00Z") for day in YEARS)
    )


def between(first: tuple[int, int, int], last: tuple[int, int, int]) -> Filters:
    """Filters of a range of days."""
    return Filters(first=date(*first), last=date(*last))


BEFORE: Final = [
    (EVERYTHING, None),
    (Filters(topic=("AI",)), None),
    (Filters(last=date(2021, 1, 10)), None),
    (Filters(first=date(2021, 1, 4), last=date(2021, 1, 5)), None),
    (Filters(first=date(2020, 1, 1), last=date(2020, 1, 5)), None),
    (
        Filters(first=date(2021, 1, 5), last=date(2021, 1, 5)),
        (date(2021, 1, 4), date(2021, 1, 4)),
    ),
    (
        Filters(first=date(2021, 1, 6), last=date(2021, 1, 8), topic=("AI",)),
        (date(2021, 1, 3), date(2021, 1, 5)),
    ),
    # The corpus ends on 1 February: 23 days, and the 23 before them.
    (Filters(first=date(2021, 1, 10)), (date(2020, 12, 18), date(2021, 1, 9))),
    (
        Filters(first=date(2021, 1, 10), last=date.max),
        (date.min, date(2021, 1, 9)),
    ),
]


@pytest.mark.parametrize(("chosen", "expected"), BEFORE, ids=str)
def test_days_are_held_against_as_many_days(
    chosen: Filters, expected: tuple[date, date] | None
) -> None:
    """Nothing chosen, or nothing earlier, has no period before."""
    earlier = periods.before(six(), chosen)
    if expected is None:
        assert earlier is None
    else:
        assert earlier == chosen.with_(first=expected[0], last=expected[1])


CALENDAR: Final = [
    (between((2021, 3, 1), (2021, 3, 31)), between((2021, 2, 1), (2021, 2, 28))),
    (between((2020, 3, 1), (2020, 3, 31)), between((2020, 2, 1), (2020, 2, 29))),
    (between((2021, 1, 1), (2021, 1, 31)), between((2020, 12, 1), (2020, 12, 31))),
    (between((2021, 1, 1), (2021, 3, 31)), between((2020, 10, 1), (2020, 12, 31))),
    (between((2021, 1, 1), (2021, 12, 31)), between((2020, 1, 1), (2020, 12, 31))),
    (between((2021, 3, 2), (2021, 3, 31)), between((2021, 1, 31), (2021, 3, 1))),
    (between((2021, 3, 8), (2021, 3, 14)), between((2021, 3, 1), (2021, 3, 7))),
]


@pytest.mark.parametrize(("chosen", "expected"), CALENDAR, ids=str)
def test_months_are_held_against_months(chosen: Filters, expected: Filters) -> None:
    """Quarters and years too, whatever their days; other ranges against as many days."""
    assert periods.before(long_corpus(), chosen) == expected


def test_a_corpus_without_times_has_no_period_before() -> None:
    """Not even where a range is chosen."""
    chosen = Filters(first=date(2021, 1, 1))
    assert periods.before(timeless(), chosen) is None


def test_a_count_is_compared_with_the_period_before() -> None:
    """One story on Tuesday after two on Monday; then one after none."""
    corpus = six()
    tuesday = Filters(first=date(2021, 1, 5), last=date(2021, 1, 5))
    sunday = Filters(first=date(2021, 1, 10), last=date(2021, 1, 10))
    found = periods.change(corpus, tuesday, totals.story_count)
    assert (found.now, found.before, found.difference) == (1, 2, -1)
    found = periods.change(corpus, sunday, totals.story_count)
    assert (found.now, found.before, found.difference) == (1, 0, 1)
    assert periods.change(corpus, EVERYTHING, totals.story_count) == Change(6)


def test_days_that_the_corpus_does_not_reach_are_not_known() -> None:
    """Of 5 to 14 January all ten, of the ten days before only the 4th."""
    chosen = Filters(first=date(2021, 1, 5), last=date(2021, 1, 14))
    found = periods.change(six(), chosen, totals.story_count)
    assert found.sides == (
        Side(2, (date(2021, 1, 5), date(2021, 1, 14)), 10),
        Side(2, (date(2020, 12, 26), date(2021, 1, 4)), 1),
    )
    assert not found.is_known
    assert found.difference is None
    assert found.change_share is None
    assert found.direction == -1


ENDS: Final = date(2021, 1, 1), date(2021, 1, 10)


def held(now: int, before: int, known: int = 10) -> Change:
    """Ten days after ten days, of which so many are known."""
    return Change(now, (Side(now, ENDS, 10), Side(before, ENDS, known)))


CHANGES: Final = [
    (Change(3), None, None, 0),
    (held(3, 0), 3, None, 1),
    (held(0, 0), 0, None, 0),
    (held(6, 4), 2, None, 1),
    (held(4, 6), -2, None, -1),
    (held(9, 6), 3, 0.5, 1),
    (held(5, 5), 0, 0.0, 0),
    (held(9, 6, known=9), 3, 0.5, 1),
    (held(9, 6, known=8), None, None, 1),
    (held(9, 9, known=8), None, None, -1),
    (held(9, 9, known=0), None, None, 0),
]


@pytest.mark.parametrize(("found", "difference", "share", "way"), CHANGES, ids=str)
def test_a_change_is_a_difference_and_a_share(
    found: Change, difference: int | None, share: float | None, way: int
) -> None:
    """A share needs five stories on each side, a difference nine of ten days."""
    assert found.difference == difference
    assert found.change_share == share
    assert found.direction == way


def test_a_rate_is_of_the_days_that_are_known() -> None:
    """Six stories in three of ten days are two a day; of no day there is no rate."""
    assert Side(6, ENDS, 3).per_day == 2
    assert math.isnan(Side(0, ENDS, 0).per_day)
    assert Side(6, ENDS, 3).days == 10
