"""Days are whole numbers, and a date is written in one way."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures import dates

DAYS: Final = [
    (date(1970, 1, 1), 0),
    (date(1969, 12, 31), -1),
    (date(1970, 1, 2), 1),
    (date(2000, 2, 29), 11_016),
    (date(2021, 1, 2), 18_629),
    (date.min, -719_162),
    (date.max, 2_932_896),
]


@pytest.mark.parametrize(("value", "day"), DAYS)
def test_a_date_is_a_day(value: date, day: int) -> None:
    """Days count from 1970-01-01, backwards too."""
    assert dates.to_day(value) == day
    assert dates.to_date(day) == value


@given(st.dates())
def test_a_date_comes_back(value: date) -> None:
    """No date is lost on the way to a number and back."""
    assert dates.to_date(dates.to_day(value)) == value


def test_a_date_is_written_in_one_way() -> None:
    """Day without a zero, month as a word, whole year."""
    assert dates.written(date(2021, 3, 3)) == "3 Mar 2021"
    assert dates.written(date(2021, 12, 31)) == "31 Dec 2021"


def test_a_moment_is_written_in_utc() -> None:
    """Another zone is converted, over midnight too."""
    east = timezone(timedelta(hours=9))
    assert dates.moment(datetime(2021, 3, 3, 14, 5, tzinfo=UTC)) == (
        "3 Mar 2021, 14:05 UTC"
    )
    assert dates.moment(datetime(2021, 3, 1, 2, 0, tzinfo=east)) == (
        "28 Feb 2021, 17:00 UTC"
    )


def test_a_span_names_its_ends() -> None:
    """Both ends belong to it, what they share is written once, and one day is one date."""
    first = date(2021, 3, 3)
    for last, expected in (
        (first, "3 Mar 2021"),
        (date(2021, 3, 5), "3 to 5 Mar 2021"),
        (date(2021, 4, 5), "3 Mar to 5 Apr 2021"),
        (date(2022, 3, 5), "3 Mar 2021 to 5 Mar 2022"),
    ):
        assert dates.span(first, last) == expected
