"""Topics by their stories, and their shares over time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts.what import topic
from tests.corpora import corpus_of, story
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus


def about(*topics: str, others: int = 0) -> Corpus:
    """A story about each of these topics, and so many about nothing."""
    return corpus_of(
        *(story(f"s{i}", topics=[name]) for i, name in enumerate(topics)),
        *(story(f"o{i}") for i in range(others)),
    )


TITLES: Final = [
    (timeless(), EVERYTHING, "ranking.none", {}),
    (six(), EVERYTHING, "ranking.plain", {}),
    (six(), Filters(topic=("Chips",)), "topic.placed", {"story_count": 2, "place": 2}),
    (six(), Filters(topic=("AI", "Chips")), "topic.chosen", {"story_count": 4}),
    (about("A", "B", others=1), EVERYTHING, "ranking.plain", {}),
    (about("A", others=12), EVERYTHING, "ranking.only", {"story_count": 1}),
    (
        about(*"AAAAAAAB", others=48),
        EVERYTHING,
        "topic.leads_one_in",
        {"name": "A", "share": 7 / 56},
    ),
    (about(*"AAAAAAAB", others=1), EVERYTHING, "topic.leads", {"story_count": 7}),
    (about(*"AAAAAAAB", others=6), EVERYTHING, "topic.leads_share", {"share": 0.5}),
]


@pytest.mark.parametrize(("corpus", "chosen", "kind", "facts"), TITLES)
def test_the_title_says_what_leads(
    corpus: Corpus, chosen: Filters, kind: str, facts: dict[str, object]
) -> None:
    """In a share where that says something, and what is chosen by its place."""
    title = topic.leaderboard(corpus, chosen).title
    assert title.kind == kind
    assert title.facts | facts == title.facts


def months(*runs: tuple[int, int]) -> Corpus:
    """A month each, with so many stories about chips and so many about nothing."""
    return corpus_of(
        *(
            story(
                f"s{month}-{i}",
                topics=["Chips"] if i < chips else None,
                published_at=f"2021-{month:02}-{i + 1:02}T00:00:00Z",
            )
            for month, (chips, others) in enumerate(runs, 1)
            for i in range(chips + others)
        )
    )


COURSES: Final = [
    (timeless(), "course.topics", "No story here has a topic."),
    (
        months((3, 3), (3, 2), (1, 1)),
        "course.topics",
        "Too little data: fewer than 3 months have 5 stories.",
    ),
    (
        months((3, 3), (3, 2), (1, 4)),
        "course.topics",
        "",
    ),
    (
        months((1, 19), (16, 4), (1, 19)),
        "course.topic_peak",
        "",
    ),
]


@pytest.mark.parametrize(("corpus", "kind", "empty"), COURSES)
def test_a_course_needs_three_bins(corpus: Corpus, kind: str, empty: str) -> None:
    """Two bands as wide as the chart are none; a peak stands out from all cells."""
    figure = topic.shares(corpus, Filters(grain="month"))
    assert figure.title.kind == kind
    assert figure.empty == empty


def test_months_without_shares_are_counted() -> None:
    """The last of three has two stories, and is no cell."""
    figure = topic.shares(months((3, 3), (3, 2), (1, 1)), Filters(grain="month"))
    assert figure.left_out == "1 month with fewer than 5 stories."
    assert "the stories of each month" in figure.counts


def test_a_chosen_range_stays_in_the_picture() -> None:
    """A click on a cell chose it, and another one takes that back."""
    chosen = Filters(grain="month", first=date(2021, 1, 1), last=date(2021, 1, 31))
    figure = topic.shares(months((3, 3), (3, 2)), chosen)
    assert figure.title.kind == "course.topics"
    assert figure.empty == ""
    assert figure.frame["story_count"].tolist() == [3]
