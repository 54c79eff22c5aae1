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
    (timeless(), EVERYTHING, "No topic stands out"),
    (six(), EVERYTHING, "AI leads, with 3 stories"),
    (
        six(),
        Filters(topic=("Chips",)),
        "Chips is on 2 of 6 stories, second of 3 topics",
    ),
    (six(), Filters(topic=("AI", "Chips")), "AI and Chips are on 4 of 6 stories"),
    (about("A", "B", others=1), EVERYTHING, "A and B are on 1 story each"),
    (about("A", others=12), EVERYTHING, "A leads, with 1 story"),
    (about("A", "A", "B", others=7), EVERYTHING, "One story in five is about A"),
    (about("A", "A", "B", others=1), EVERYTHING, "A leads, with 2 stories"),
]


@pytest.mark.parametrize(("corpus", "chosen", "expected"), TITLES)
def test_the_title_says_what_leads(
    corpus: Corpus, chosen: Filters, expected: str
) -> None:
    """In a share where that says something, and what is chosen by its place."""
    assert topic.leaderboard(corpus, chosen).title == expected


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
    (timeless(), "Topics over time", "No story here has a topic."),
    (
        months((3, 3), (3, 2), (1, 1)),
        "Topics over time",
        "Too little data: fewer than three months have five stories.",
    ),
    (
        months((3, 3), (3, 2), (1, 4)),
        "Chips peaked at 60% of the stories (1 to 28 Feb 2021)",
        "",
    ),
]


@pytest.mark.parametrize(("corpus", "title", "empty"), COURSES)
def test_a_course_needs_three_bins(corpus: Corpus, title: str, empty: str) -> None:
    """Two bands as wide as the chart are none."""
    figure = topic.shares(corpus, Filters(grain="month"))
    assert figure.title == title
    assert figure.empty == empty


def test_months_without_shares_are_counted() -> None:
    """The last of three has two stories, and is no cell."""
    figure = topic.shares(months((3, 3), (3, 2), (1, 1)), Filters(grain="month"))
    assert figure.left_out == "1 month with fewer than five stories."
    assert "the stories of each month" in figure.counts


def test_a_chosen_range_stays_in_the_picture() -> None:
    """A click on a cell chose it, and another one takes that back."""
    chosen = Filters(grain="month", first=date(2021, 1, 1), last=date(2021, 1, 31))
    figure = topic.shares(months((3, 3), (3, 2)), chosen)
    assert figure.title == "Topics over time"
    assert figure.empty == ""
    assert figure.frame["story_count"].tolist() == [3]
