"""The rhythm of the week and the calendar say what is seen, and prefer no equal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from measures.filters import Filters
from pages.charts.when import calendar, rhythm
from tests.corpora import corpus_of, story
from tests.measures.clock import at

if TYPE_CHECKING:
    from collections.abc import Sequence

BUSIEST: Final = [
    ([], "No rhythm to show"),
    ([3], "1 story, on Monday at 03:00 UTC"),
    ([3, 5], "2 stories, never more than one in an hour of the week"),
    ([3, 5, 5], "The busiest hour is Monday at 05:00 UTC, with 2 stories"),
    (
        [3, 3, 5, 29, 29],
        "The busiest hours are Monday at 03:00 and Tuesday at 05:00 UTC, with 2 stories each",
    ),
    ([3, 3, 5, 5, 7, 7], "Three hours are equally busy, with 2 stories each"),
]


@pytest.mark.parametrize(("hours", "expected"), BUSIEST, ids=str)
def test_the_busiest_hour_has_its_number(hours: list[int], expected: str) -> None:
    """Stories so many hours after Monday 4 January 2021 began."""
    corpus = corpus_of(
        *(story(f"s{i}", published_at=at(hour)) for i, hour in enumerate(hours)),
        story("other", title="Nothing", published_at=None),
    )
    assert rhythm.weekly(corpus, Filters(words="-nothing")).title == expected


DAYS: Final = [
    ([], "No stories in these days"),
    ([5], "1 story in 10 days"),
    ([0, 0, 3], "3 stories on 2 of 10 days"),
    ([0, 1, 3, 5, 7], "5 of 10 days have no story"),
    (range(10), "Every one of 10 days has a story"),
]


@pytest.mark.parametrize(("days", "expected"), DAYS, ids=str)
def test_a_few_busy_days_are_counted_rather_than_the_empty_ones(
    days: Sequence[int], expected: str
) -> None:
    """In a corpus of ten days."""
    corpus = corpus_of(
        *(
            story(f"s{i}", title="Asked", published_at=at(days=day))
            for i, day in enumerate(days)
        ),
        *(story(name, published_at=at(days=day)) for name, day in (("a", 0), ("b", 9))),
    )
    assert calendar.calendar(corpus, Filters(words="asked")).title == expected
