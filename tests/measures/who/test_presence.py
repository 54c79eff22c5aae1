"""Presence and share of voice."""

from __future__ import annotations

import pytest

from measures.filters import EVERYTHING, Filters
from measures.who import presence
from tests.corpora import corpus_of, story
from tests.measures.clock import at

DAYS = (
    story("a", provider="One", published_at=at(1)),
    story("b", provider="One", published_at=at(2)),
    story("c", provider="Two", published_at=at(3)),
    story("d", provider="Two", published_at=at(days=2)),
    story("e", provider="Two", published_at=None),
    story("f", provider=None, published_at=at(days=2)),
)


def test_presence_is_the_mean_over_the_days_with_stories() -> None:
    """Day 0: One 2/3, Two 1/3; day 1 is empty; day 2: Two 1. Means: 1/3 and 2/3."""
    whole = presence.presence(corpus_of(*DAYS), Filters(grain="day"))
    frame = whole.frame.set_index("provider")
    assert frame.index.tolist() == ["Two", "One"]
    assert frame["presence_share"].tolist() == pytest.approx([2 / 3, 1 / 3])
    assert frame["story_share"].tolist() == [0.5, 0.5]
    assert frame["bin_count"].tolist() == [2, 1]
    assert (whole.n, whole.unit) == (2, "days with stories")
    assert {item.why: item.count for item in whole.left_out} == {
        "without a provider": 1,
        "without a time": 1,
    }


def test_a_coarser_grain_evens_presence_out() -> None:
    """In the one week each has 2 of 4."""
    frame = presence.presence(corpus_of(*DAYS), Filters(grain="week")).frame
    assert frame["presence_share"].tolist() == [0.5, 0.5]


def test_no_story_has_no_presence() -> None:
    """An empty view, and a corpus without times."""
    corpus = corpus_of(*DAYS)
    assert presence.presence(corpus, Filters(provider=("Nobody",))).frame.empty
    undated = presence.presence(corpus_of(story(published_at=None)), EVERYTHING)
    assert undated.frame.empty
    assert undated.n == 0


@pytest.mark.parametrize(
    ("chosen", "compared", "expected"),
    [
        (EVERYTHING, (), {"Two": 3 / 5, "One": 2 / 5}),
        (EVERYTHING, ("One",), {"One": 1}),
        (Filters(provider=("Two",)), (), {"Two": 1}),
        (Filters(provider=("Two",)), ("One", "Two"), {"Two": 3 / 5, "One": 2 / 5}),
        (EVERYTHING, ("One", "Nobody"), {"One": 1}),
    ],
    ids=[
        "all by default",
        "one is all of itself",
        "the chosen ones",
        "the set before the choice",
        "an unknown one is none",
    ],
)
def test_share_of_voice(
    chosen: Filters, compared: tuple[str, ...], expected: dict[str, float]
) -> None:
    """Two has three stories, One two; the shares are of the compared set."""
    whole = presence.share_of_voice(corpus_of(*DAYS), chosen, compared)
    found = whole.frame.set_index("provider")["voice_share"].to_dict()
    assert found == pytest.approx(expected)
    assert whole.n + sum(item.count for item in whole.left_out) == 6


def test_a_set_without_stories_has_no_shares() -> None:
    """0 of 0 is missing."""
    chosen = Filters(topic=("Nothing",))
    whole = presence.share_of_voice(corpus_of(*DAYS), chosen, ("One",))
    assert whole.frame["story_count"].tolist() == [0]
    assert whole.frame["voice_share"].isna().all()
