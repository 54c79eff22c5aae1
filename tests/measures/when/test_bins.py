"""Bins of time adjoin, cover the range, and hold their start but not their end."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import frames
from measures import dates
from measures.filters import EVERYTHING, GRAINS, Filters
from measures.when import bins
from tests.corpora import corpus_of, story
from tests.measures.six import six, timeless


def day(text: str) -> int:
    """The number of a day given as "2021-01-04"."""
    return dates.to_day(date.fromisoformat(text))


def starts(found: bins.Bins) -> list[str]:
    """The first day of each bin, and the end of the last."""
    edges = [*found.starts, *found.ends[-1:]]
    return [dates.to_date(edge).isoformat() for edge in edges]


OVER: Final = [
    ("day", "2021-01-05", "2021-01-04", []),
    ("week", "2021-01-05", "2021-01-04", []),
    ("month", "2021-01-05", "2021-01-04", []),
    ("day", "2021-01-04", "2021-01-04", ["2021-01-04", "2021-01-05"]),
    ("week", "2021-01-04", "2021-01-04", ["2021-01-04", "2021-01-11"]),
    ("week", "2021-01-10", "2021-01-10", ["2021-01-04", "2021-01-11"]),
    ("week", "2021-01-10", "2021-01-11", ["2021-01-04", "2021-01-11", "2021-01-18"]),
    ("month", "2021-01-31", "2021-01-31", ["2021-01-01", "2021-02-01"]),
    ("day", "2021-02-27", "2021-03-01", [
        "2021-02-27", "2021-02-28", "2021-03-01", "2021-03-02",
    ]),
    ("week", "2020-12-30", "2021-01-05", ["2020-12-28", "2021-01-04", "2021-01-11"]),
    ("month", "2020-11-15", "2021-02-01", [
        "2020-11-01", "2020-12-01", "2021-01-01", "2021-02-01", "2021-03-01",
    ]),
    ("day", "1969-12-31", "1970-01-01", ["1969-12-31", "1970-01-01", "1970-01-02"]),
    ("week", "1969-12-28", "1970-01-01", ["1969-12-22", "1969-12-29", "1970-01-05"]),
    ("month", "1969-11-30", "1970-01-01", [
        "1969-11-01", "1969-12-01", "1970-01-01", "1970-02-01",
    ]),
    ("month", "1900-02-28", "1900-03-01", ["1900-02-01", "1900-03-01", "1900-04-01"]),
]  # fmt: skip


@pytest.mark.parametrize(("grain", "first", "last", "expected"), OVER)
def test_bins_begin_and_end_here(
    grain: str, first: str, last: str, expected: list[str]
) -> None:
    """Weeks begin on Monday, months on the first, before 1970 and over years too."""
    found = bins.over(day(first), day(last), grain)
    assert starts(found) == expected
    assert len(found) == max(len(expected) - 1, 0)
    assert found.starts.dtype == found.ends.dtype == np.int32


PARTIAL: Final = [
    ("day", "2021-01-05", "2021-01-04", []),
    ("day", "2021-01-04", "2021-01-05", [False, False]),
    ("week", "2021-01-04", "2021-01-10", [False]),
    ("week", "2021-01-05", "2021-01-10", [True]),
    ("week", "2021-01-04", "2021-01-09", [True]),
    ("week", "2021-01-05", "2021-01-19", [True, False, True]),
    ("week", "2021-01-04", "2021-01-18", [False, False, True]),
    ("month", "2021-01-01", "2021-02-28", [False, False]),
    ("month", "2021-01-02", "2021-02-28", [True, False]),
    ("month", "2021-01-01", "2021-02-27", [False, True]),
    ("month", "2021-01-02", "2021-01-30", [True]),
]


@pytest.mark.parametrize(("grain", "first", "last", "expected"), PARTIAL)
def test_a_bin_that_the_range_does_not_fill_is_partial(
    grain: str, first: str, last: str, expected: list[bool]
) -> None:
    """Only the first and the last can be, and both at once."""
    assert bins.over(day(first), day(last), grain).is_partial.tolist() == expected


def test_a_bin_is_half_open() -> None:
    """Its first day is in it, the first day of the next is not."""
    found = bins.over(day("2021-01-01"), day("2021-02-28"), "month")
    asked = ["2021-01-01", "2021-01-31", "2021-02-01", "2021-02-28"]
    assert found.of(np.array([day(text) for text in asked])).tolist() == [0, 0, 1, 1]


def test_days_outside_the_range_are_in_no_bin() -> None:
    """Not even where the bin reaches beyond the range; undated ones are in none."""
    found = bins.over(day("2021-01-05"), day("2021-01-07"), "week")
    days = [day("2021-01-04"), day("2021-01-05"), day("2021-01-08"), frames.UNDATED]
    assert found.of(np.array(days, dtype=np.int32)).tolist() == [-1, 0, -1, -1]
    assert found.count(np.array(days, dtype=np.int32)).tolist() == [1]


def test_no_bins_hold_nothing() -> None:
    """A range that ends before it begins puts every day outside."""
    none = bins.over(1, 0, "week")
    assert none.of(np.array([0, 1, 2])).tolist() == [-1, -1, -1]
    assert none.count(np.array([0, 1, 2])).tolist() == []
    assert none.is_partial.tolist() == []


DAYS = st.integers(-110_000, 110_000)  # 1668 to 2271


@given(
    DAYS,
    st.integers(0, 3000),
    st.sampled_from(GRAINS),
    st.lists(st.integers(-40, 3040)),
)
def test_bins_cover_the_range_and_counts_add_up(
    first: int, length: int, grain: str, offsets: list[int]
) -> None:
    """Bins adjoin, cover the range, and every day inside is counted once."""
    last = first + length
    found = bins.over(first, last, grain)
    assert found.ends[:-1].tolist() == found.starts[1:].tolist()
    assert (found.ends > found.starts).all()
    assert found.starts[0] <= first < found.ends[0]
    assert found.starts[-1] <= last < found.ends[-1]
    days = np.array([first + offset for offset in offsets], dtype=np.int32)
    inside = (days >= first) & (days <= last)
    assert found.count(days).sum() == inside.sum()
    at = found.of(days)
    assert (at >= 0).tolist() == inside.tolist()
    assert (found.starts[at[inside]] <= days[inside]).all()
    assert (days[inside] < found.ends[at[inside]]).all()


@given(DAYS, st.integers(0, 3000))
def test_weeks_and_months_are_those_of_the_calendar(first: int, length: int) -> None:
    """Each week has seven days from Monday, each month is whole."""
    weeks = bins.over(first, first + length, "week")
    assert {dates.to_date(start).weekday() for start in weeks.starts} == {0}
    assert set(weeks.ends - weeks.starts) == {7}
    months = bins.over(first, first + length, "month")
    assert {dates.to_date(start).day for start in months.starts} == {1}
    assert set(months.ends - months.starts) <= {28, 29, 30, 31}


FITTING: Final = [
    (1, "day"),
    (92, "day"),
    (93, "week"),
    (7 * 160, "week"),
    (7 * 160 + 1, "month"),
    (36_525, "month"),
]


@pytest.mark.parametrize(("days", "grain"), FITTING)
def test_the_grain_fits_the_range(days: int, grain: str) -> None:
    """A quarter goes by days, three years by weeks, more by months."""
    assert bins.fitting(1000, 1000 + days - 1) == grain


SPANS: Final = [
    (EVERYTHING, ("2021-01-04", "2021-02-01")),
    (Filters(provider=("Two",)), ("2021-01-04", "2021-02-01")),
    (Filters(first=date(2021, 1, 10)), ("2021-01-10", "2021-02-01")),
    (Filters(last=date(2021, 1, 10)), ("2021-01-04", "2021-01-10")),
    (
        Filters(first=date(2020, 1, 1), last=date(2022, 1, 1)),
        ("2020-01-01", "2022-01-01"),
    ),
    (Filters(first=date(2022, 1, 1)), ("2022-01-01", "2022-01-01")),
    (Filters(last=date(2020, 1, 1)), ("2020-01-01", "2020-01-01")),
]


@pytest.mark.parametrize(("chosen", "expected"), SPANS, ids=str)
def test_the_span_is_the_range_or_the_corpus(
    chosen: Filters, expected: tuple[str, str]
) -> None:
    """What is not chosen ends where the corpus ends, not where a provider fell silent."""
    assert bins.span(six(), chosen) == tuple(day(text) for text in expected)


def test_a_corpus_without_times_has_no_span() -> None:
    """Then there are no bins, whatever range is chosen."""
    for chosen in (EVERYTHING, Filters(first=date(2021, 1, 1), grain="month")):
        assert len(bins.chosen_bins(timeless(), chosen)) == 0
    assert bins.span(timeless(), EVERYTHING) is None


ONE_DAY: Final = [
    (EVERYTHING, False),
    (Filters(first=date(2021, 1, 4), last=date(2021, 1, 4)), True),
    (Filters(first=date(2021, 1, 4), last=date(2021, 1, 5)), False),
    # The corpus begins on 4 January and ends on 1 February.
    (Filters(last=date(2021, 1, 4)), True),
    (Filters(first=date(2021, 2, 1), last=date(2021, 3, 1)), True),
    (Filters(first=date(2022, 1, 1), last=date(2022, 1, 1)), False),
]


@pytest.mark.parametrize(("chosen", "expected"), ONE_DAY, ids=str)
def test_a_range_of_one_day_is_known(chosen: Filters, expected: bool) -> None:
    """Of the days that the corpus reaches; a range outside it is none."""
    assert bins.is_one_day(six(), chosen) is expected


CHOSEN: Final = [
    (EVERYTHING, "day", 29),
    (Filters(grain="week"), "week", 5),
    (Filters(grain="month"), "month", 2),
    (Filters(first=date(2021, 1, 10), last=date(2021, 1, 12)), "day", 3),
    (Filters(first=date(2021, 1, 10), last=date(2021, 1, 12), grain="week"), "week", 2),
    # Beyond the corpus nothing is known: no bins there.
    (Filters(first=date.min, last=date.max), "day", 29),
    (Filters(first=date(2021, 1, 31), last=date.max, grain="day"), "day", 2),
    (Filters(first=date(2022, 1, 1)), "day", 0),
    (Filters(last=date(2020, 1, 1)), "day", 0),
]


@pytest.mark.parametrize(("chosen", "grain", "count"), CHOSEN, ids=str)
def test_chosen_bins_cover_what_the_corpus_reaches(
    chosen: Filters, grain: str, count: int
) -> None:
    """The grain is the chosen one, or the one that fits."""
    found = bins.chosen_bins(six(), chosen)
    assert len(found) == count
    if count:
        assert found.grain == grain


def test_bins_do_not_grow_without_end() -> None:
    """A story of 1970 among those of 2021 does not make a chart of 18,000 days."""
    corpus = corpus_of(
        story("a", published_at="1970-01-01T00:00:00Z"),
        story("b", published_at="2021-01-01T00:00:00Z"),
    )
    by_grain = {
        grain: bins.chosen_bins(corpus, Filters(grain=grain)) for grain in GRAINS
    }
    assert {grain: found.grain for grain, found in by_grain.items()} == {
        "day": "month",
        "week": "month",
        "month": "month",
    }
    assert len(by_grain["day"]) == 51 * 12 + 1
    five_years = Filters(first=date(2016, 1, 1), grain="day")
    assert bins.chosen_bins(corpus, five_years).grain == "day"
    assert bins.chosen_bins(corpus, five_years, 2).grain == "week"
    assert bins.chosen_bins(corpus, five_years, 9).grain == "month"
