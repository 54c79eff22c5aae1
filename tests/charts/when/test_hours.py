"""A single day is drawn by its hours, and says how many stories the day before had."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts import theme
from pages.charts.when import hours
from tests.charts.marks import assert_reconciles
from tests.corpora import corpus_of, story
from tests.measures.clock import at
from tests.measures.six import six, timeless

DAY: Final = date(2021, 1, 4)


def on(day: int, **others: object) -> Filters:
    """A day of January 2021."""
    return Filters(first=date(2021, 1, day), last=date(2021, 1, day)).with_(**others)


TITLES: Final = [
    (on(6), "hours.none", {"day": date(2021, 1, 6)}),
    (on(10), "hours.single", {"story_count": 1, "hour": 12}),
    (on(4), "hours.even", {"story_count": 2, "most": 1}),
    (Filters(hour=(9,), grain="day"), "hours.even", {"story_count": 5, "day": None}),
]


@pytest.mark.parametrize(("chosen", "kind", "facts"), TITLES, ids=str)
def test_the_title_names_the_day(
    chosen: Filters, kind: str, facts: dict[str, object]
) -> None:
    """And of so few stories no busiest hour."""
    title = hours.of_day(six(), chosen).title
    assert title.kind == kind
    assert title.facts | facts == title.facts


def test_the_busiest_hour_of_a_day_has_five_stories() -> None:
    """Six of nine at seven o'clock."""
    corpus = corpus_of(
        *(story(f"s{i}", published_at=at(min(i, 3) + 4)) for i in range(9))
    )
    title = hours.of_day(corpus, EVERYTHING).title
    assert title.kind == "hours.busiest"
    assert (title.facts["hour"], title.facts["most"]) == (7, 6)


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
