"""A single day is drawn by its hours, and says how many stories the day before had."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts import theme
from pages.charts.when import hours
from tests.charts.marks import assert_reconciles
from tests.measures.six import six, timeless

DAY: Final = date(2021, 1, 4)


def on(day: int, **others: object) -> Filters:
    """A day of January 2021."""
    return Filters(first=date(2021, 1, day), last=date(2021, 1, day)).with_(**others)


TITLES: Final = [
    (on(6), "No stories on 6 Jan 2021"),
    (on(10), "1 story on 10 Jan 2021, in the hour from 12:00 UTC"),
    (on(4), "2 stories on 4 Jan 2021, never more than one in an hour"),
    (
        Filters(hour=(9,), grain="day"),
        "5 stories, two of them in the hour from 09:00 UTC",
    ),
]


@pytest.mark.parametrize(("chosen", "expected"), TITLES, ids=str)
def test_the_title_names_the_day(chosen: Filters, expected: str) -> None:
    """And its busiest hour, where one is busier than all others."""
    assert hours.of_day(six(), chosen).title == expected


def test_there_is_a_bar_for_every_hour() -> None:
    """Of 4 January: 09:00 and 23:59; a click chooses the hour, another takes it back."""
    figure = hours.of_day(six(), on(4, hour=(23,)))
    assert figure.frame["hour"].tolist() == list(range(24))
    counted = figure.frame[figure.frame["story_count"] > 0]
    assert counted["hour"].tolist() == [9, 23]
    assert counted["role"].tolist() == [theme.SHOWN, theme.CHOSEN]
    assert counted["is_faint"].tolist() == [True, False]
    assert figure.mark is not None
    assert figure.mark({"hour": 9}) == on(4, hour=(9,))
    assert figure.fields == ("hour",)
    assert_reconciles(figure, six())


def test_the_day_before_is_told() -> None:
    """Two stories before 5 January; before the first day there is nothing to say."""
    assert hours.of_day(six(), on(5)).notes == ("The day before had 2 stories.",)
    assert hours.of_day(six(), on(4)).notes == ()
    assert hours.of_day(six(), EVERYTHING).notes == ()


def test_without_a_time_there_is_no_hour() -> None:
    """The figure says so."""
    figure = hours.of_day(timeless(), EVERYTHING)
    assert figure.empty == "No story here has a readable time."
