"""Topics by their stories, and their shares over time."""

from __future__ import annotations

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
