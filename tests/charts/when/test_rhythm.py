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
    ([], "rhythm.none", {}),
    ([3], "rhythm.single", {"weekday": "Monday", "hour": 3}),
    ([3, 5, 5], "rhythm.plain", {}),
    ([5] * 9 + [29], "rhythm.busiest", {"hour": 5, "story_count": 9}),
    ([5] * 4, "rhythm.plain", {}),
    ([5] * 9 + [29] * 8, "rhythm.plain", {}),
]


@pytest.mark.parametrize(("hours", "kind", "facts"), BUSIEST, ids=str)
def test_the_busiest_hour_leads_and_stands_out(
    hours: list[int], kind: str, facts: dict[str, object]
) -> None:
    """Stories so many hours after Monday 4 January 2021 began; of near equals none."""
    corpus = corpus_of(
        *(story(f"s{i}", published_at=at(hour)) for i, hour in enumerate(hours)),
        story("other", title="Nothing", published_at=None),
    )
    title = rhythm.weekly(corpus, Filters(words="-nothing")).title
    assert title.kind == kind
    assert title.facts | facts == title.facts


DAYS: Final = [
    ([], "calendar.none", 0),
    ([5], "calendar.single", 1),
    ([0, 0, 3], "calendar.few", 2),
    ([0, 1, 3, 5, 7], "calendar.quiet", 5),
    (range(10), "calendar.full", 10),
]


@pytest.mark.parametrize(("days", "kind", "busy"), DAYS, ids=str)
def test_a_few_busy_days_are_counted_rather_than_the_empty_ones(
    days: Sequence[int], kind: str, busy: int
) -> None:
    """In a corpus of ten days."""
    corpus = corpus_of(
        *(
            story(f"s{i}", title="Asked", published_at=at(days=day))
            for i, day in enumerate(days)
        ),
        *(story(name, published_at=at(days=day)) for name, day in (("a", 0), ("b", 9))),
    )
    title = calendar.calendar(corpus, Filters(words="asked")).title
    assert title.kind == kind
    assert title.facts.get("busy_count", 0) == busy
    assert title.facts.get("day_count", 10) == 10
