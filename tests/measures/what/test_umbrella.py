"""Umbrella topics: on more than 80 % of the stories."""

from __future__ import annotations

from typing import Final

import pytest

from measures.filters import Filters
from measures.what import cooccurrence, momentum, residuals, topics, umbrella
from tests.corpora import corpus_of, story
from tests.measures.six import timeless


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
    assert umbrella.topics(corpus) == expected


def test_in_a_corpus_of_one_story_every_topic_is_an_umbrella() -> None:
    """Each is on all of its stories; a corpus without topics has none."""
    assert umbrella.topics(corpus_of(story(topics=["B", "A"]))) == ("A", "B")
    assert umbrella.topics(timeless()) == ()


NARROW: Final = [
    Filters(topic=("Chips",)),
    Filters(provider=("One",)),
    Filters(words="nothing"),
]


@pytest.mark.parametrize("chosen", NARROW, ids=str)
def test_all_figures_of_a_view_set_the_same_topics_aside(chosen: Filters) -> None:
    """Chips are on all that One wrote, and AI on everything: AI alone is set aside."""
    corpus = corpus_of(
        *(story(f"s{i}", provider="One", topics=["AI", "Chips"]) for i in range(3)),
        *(story(f"t{i}", provider="Two", topics=["AI"]) for i in range(3)),
    )
    ranked = topics.ranking(corpus, chosen)
    assert set(ranked.loc[ranked["is_umbrella"], "topic"]) <= {"AI"}
    for result in (
        momentum.of_topics(corpus, chosen),
        cooccurrence.of_topics(corpus, chosen),
        residuals.topic_by_provider(corpus, chosen),
    ):
        assert result.left_out[0] == umbrella.left_out(("AI",))[0]


def test_umbrella_topics_are_named() -> None:
    """Set aside, and said so; none is not said."""
    assert umbrella.left_out(()) == ()
    assert umbrella.left_out(("A", "B"))[0].why.endswith("stories: A, B")
