"""Umbrella topics: on more than 80 % of the stories."""

from __future__ import annotations

import pytest

from measures.filters import EVERYTHING, Filters
from measures.what import umbrella
from tests.corpora import corpus_of, story


@pytest.mark.parametrize(
    ("with_topic", "expected"), [(4, ()), (5, ("Chips",))], ids=["80 %", "100 %"]
)
def test_more_than_four_in_five(with_topic: int, expected: tuple[str, ...]) -> None:
    """Of five stories: 4 are just 80 %, and that is not more."""
    corpus = corpus_of(
        *(
            story(f"s{i}", topics=["Chips"] if i < with_topic else None)
            for i in range(5)
        )
    )
    assert umbrella.topics(corpus, EVERYTHING) == expected


def test_a_topic_asked_for_is_one_too() -> None:
    """All of these stories have it, so that it tells nothing apart."""
    corpus = corpus_of(
        story("a", topics=["Chips", "Games"]), story("b"), story("c", topics=["Chips"])
    )
    assert umbrella.topics(corpus, EVERYTHING) == ()
    assert umbrella.topics(corpus, Filters(topic=("Chips",))) == ("Chips",)


def test_umbrella_topics_are_named() -> None:
    """Set aside, and said so; none is not said."""
    assert umbrella.left_out(()) == ()
    assert umbrella.left_out(("A", "B"))[0].why.endswith("stories: A, B")
