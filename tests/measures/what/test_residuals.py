"""Topics against providers."""

from __future__ import annotations

import pytest

from measures.filters import EVERYTHING, Filters
from measures.what import residuals
from tests.corpora import Story, corpus_of, story


def cells(**counts: int) -> list[Story]:
    """So many stories of each provider and topic: One_Chips=3."""
    return [
        story(f"{key}{i}", provider=key.split("_")[0], topics=[key.split("_")[1]])
        for key, count in counts.items()
        for i in range(count)
    ]


def test_standardised_residuals() -> None:
    """40 stories: chips 20, games 20; One 20, Two 20. One on chips: 16.

    E = 20 * 20 / 40 = 10; residual (16 - 10) / sqrt(10 * 0.5 * 0.5) = 3.79.
    """
    corpus = corpus_of(*cells(One_Chips=16, One_Games=4, Two_Chips=4, Two_Games=16))
    whole = residuals.topic_by_provider(corpus, EVERYTHING)
    frame = whole.frame
    assert whole.n == 40
    assert frame["story_count"].tolist() == [16, 4, 4, 16]
    assert frame["expected_count"].tolist() == [10, 10, 10, 10]
    high = 6 / 2.5**0.5
    assert frame["residual_score"].tolist() == pytest.approx([high, -high, -high, high])


def test_few_expected_stories_say_nothing() -> None:
    """E = 5 * 4 / 10 = 2, 3, 2 and 3: all below 5."""
    corpus = corpus_of(*cells(One_Chips=2, One_Games=2, Two_Chips=3, Two_Games=3))
    frame = residuals.topic_by_provider(corpus, EVERYTHING).frame
    assert frame["residual_score"].isna().all()
    assert set(frame["reason"]) == {"too little data: needs 5 expected stories"}


def test_one_provider_alone_cannot_differ() -> None:
    """All stories are its own: the expected is what is there, and no spread."""
    corpus = corpus_of(*cells(One_Chips=10, One_Games=10))
    frame = residuals.topic_by_provider(corpus, EVERYTHING).frame
    assert frame["residual_score"].isna().all()


def test_the_largest_are_shown_and_the_others_counted() -> None:
    """Two of three topics, one of two providers, and a story without a provider."""
    stories = cells(One_Chips=3, One_Games=2, Two_Phones=1)
    corpus = corpus_of(*stories, story("x", provider=None, topics=["Chips"]))
    whole = residuals.topic_by_provider(corpus, EVERYTHING, 2, 1)
    assert whole.frame[["topic", "provider"]].to_numpy().tolist() == [
        ["Chips", "One"],
        ["Games", "One"],
    ]
    assert whole.frame["story_count"].tolist() == [3, 2]
    assert [(item.count, item.unit) for item in whole.left_out] == [
        (1, "stories"),
        (1, "topics"),
        (1, "providers"),
    ]


def test_no_story_has_no_cells() -> None:
    """An empty view is an empty frame."""
    corpus = corpus_of(*cells(One_Chips=3))
    none = residuals.topic_by_provider(corpus, Filters(provider=("Nobody",)))
    assert none.frame.empty
