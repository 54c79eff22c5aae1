"""Topics that come together."""

from __future__ import annotations

from math import log

import pytest

from measures.filters import EVERYTHING, Filters
from measures.what import cooccurrence
from tests.corpora import Story, corpus_of, story

SIX = ("A", "B", "C", "D", "E", "F")


def having(number: int, *topics: str) -> list[Story]:
    """So many stories with these topics."""
    name = "-".join(topics) or "none"
    return [story(f"{name}{i}", topics=topics or None) for i in range(number)]


def test_pairs_of_topics() -> None:
    """40 stories: A and B in 8, A alone in 2, B alone in 12, C and D in 4, others 14.

    A-B: Jaccard 8/22, lift 1.6; C-D come together too seldom.
    """
    corpus = corpus_of(
        *having(8, "A", "B"),
        *having(2, "A"),
        *having(12, "B"),
        *having(4, "C", "D"),
        *having(7, "E"),
        *having(6, "F"),
        *having(1),
    )
    whole = cooccurrence.of_topics(corpus, EVERYTHING)
    assert whole.n == 40
    assert whole.reason == ""
    row = whole.frame.iloc[0]
    assert len(whole.frame) == 1
    assert row[["topic", "other", "both_count"]].tolist() == ["A", "B", 8]
    assert row[["topic_count", "other_count"]].tolist() == [10, 20]
    assert row["jaccard_share"] == pytest.approx(8 / 22)
    assert row["lift_score"] == pytest.approx(1.6)
    assert row["npmi_score"] == pytest.approx(log(1.6) / -log(0.2))
    assert [(item.count, item.unit) for item in whole.left_out] == [(1, "pairs")]


def test_an_umbrella_topic_is_set_aside() -> None:
    """It comes together with everything, and is named instead."""
    stories = [
        story(f"s{i}", topics=["All", "A" if i % 2 else "B", "C" if i % 4 else "D"])
        for i in range(20)
    ]
    whole = cooccurrence.of_topics(corpus_of(*stories), EVERYTHING)
    assert "All" not in set(whole.frame["topic"]) | set(whole.frame["other"])
    assert whole.left_out[0].why.endswith("All")


def test_few_topics_are_said_to_be_too_few() -> None:
    """Five topics and a pair: the pair is shown, and that they are too few as well."""
    corpus = corpus_of(*having(5, "A", "B"), *(having(2, name)[0] for name in "CDE"))
    whole = cooccurrence.of_topics(corpus, EVERYTHING)
    assert len(whole.frame) == 1
    assert whole.reason == "too little data: needs 6 topics to compare"


def test_no_story_has_no_pairs() -> None:
    """An empty view is an empty frame."""
    corpus = corpus_of(*having(5, "A", "B"))
    none = cooccurrence.of_topics(corpus, Filters(provider=("Nobody",)))
    assert none.frame.empty
    assert none.n == 0


def test_pairs_are_compared_whether_they_come_together_or_not() -> None:
    """Of topics with 5 stories: A, B and C make three pairs; D is too rare."""
    corpus = corpus_of(*having(5, "A", "B"), *having(5, "C"), *having(4, "D"))
    assert cooccurrence.compared_count(corpus, EVERYTHING) == 3
    nobody = Filters(provider=("Nobody",))
    assert cooccurrence.compared_count(corpus, nobody) == 0


def test_pairs_with_an_umbrella_topic_are_not_compared() -> None:
    """The topic All is on every story, A and B on half of them."""
    corpus = corpus_of(*having(5, "All", "A"), *having(5, "All", "B"))
    assert cooccurrence.compared_count(corpus, EVERYTHING) == 1
