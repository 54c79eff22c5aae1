"""A provider's topics against the rest: shares of whole stories."""

from __future__ import annotations

import numpy as np

from measures.filters import EVERYTHING, Filters
from measures.versus import profile
from tests.corpora import corpus_of, story
from tests.measures.six import six, timeless


def test_a_story_counts_whole_in_each_of_its_topics() -> None:
    """One ran 4: chips in 3, games in 2; the others ran 5: chips in 1, law in 3."""
    corpus = corpus_of(
        *(story(f"a{i}", provider="One", topics=["Chips", "Games"]) for i in range(2)),
        story("b", provider="One", topics=["Chips"]),
        story("c", provider="One"),
        story("d", provider="Two", topics=["Chips", "Law"]),
        *(story(f"e{i}", provider="Three", topics=["Law"]) for i in range(2)),
        *(story(f"f{i}", provider=None) for i in range(2)),
    )
    result = profile.topics(corpus, Filters(provider=("One",)))
    assert result.n == 4
    assert result.frame.to_numpy().tolist() == [
        ["Chips", 3, 1, 0.75, 0.2, 0.55],
        ["Games", 2, 0, 0.5, 0, 0.5],
    ]
    assert [(item.count, item.why) for item in result.left_out] == [
        (1, "without a topic")
    ]


def test_an_umbrella_topic_is_set_aside() -> None:
    """It is on all stories of both sides."""
    corpus = corpus_of(
        *(story(f"a{i}", provider="One", topics=["All", "Chips"]) for i in range(2)),
        *(story(f"b{i}", provider="Two", topics=["All"]) for i in range(3)),
    )
    result = profile.topics(corpus, Filters(provider=("One",)))
    assert result.frame["topic"].tolist() == ["Chips"]
    assert result.left_out[0].why.endswith("All")


def test_without_a_rest_there_is_no_difference() -> None:
    """All stories are of this side; and nobody has no topic."""
    frame = profile.topics(six(), EVERYTHING).frame
    assert frame["topic"].tolist() == ["AI", "Chips", "Robots"]
    assert np.isnan(frame["difference_share"]).all()
    assert profile.topics(timeless(), EVERYTHING).frame.empty
