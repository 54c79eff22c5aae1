"""The coverage of a story: who is a member, at what time, by which provider."""

from __future__ import annotations

import pandas as pd
import pytest

from measures.filters import EVERYTHING, Filters
from measures.related import coverage, leads, originality
from tests.corpora import corpus_of, entry, listed, story
from tests.measures.clock import at

NEWS = (
    story(
        "a",
        provider="One",
        published_at=at(10),
        related=[
            "b",
            entry("x", provider="Three", published_at=at(12)),
            entry("y", provider="One on MSN", domain="msn.com", published_at=at(11)),
            entry("z", provider="Four", published_at=at(100)),
        ],
    ),
    story("b", provider="Two", published_at=at(8), published=False),
)


def test_a_coverage_is_the_story_and_its_list_within_the_window() -> None:
    """The story first, then its list; z is 90 hours away, and the window has 72."""
    corpus = corpus_of(*NEWS)
    found = coverage.members(corpus, EVERYTHING)
    names = corpus.names("provider_family")
    assert found["story"].tolist() == [0, 0, 0, 0, 1]
    assert found["member"].tolist() == [0, 1, -1, -1, 1]
    assert found["entry"].tolist() == [-1, 0, 1, 2, -1]
    assert [names[code] for code in found["provider"]] == [
        "One",
        "Two",
        "Three",
        "One",
        "Two",
    ]
    assert found["is_carrier_copy"].tolist() == [False, False, False, True, False]
    assert found["gap_hours"].tolist() == [0, -2, 2, 1, 0]
    assert found["published_at"].iloc[2] == pd.Timestamp(at(12))


@pytest.mark.parametrize(
    ("window", "members"), [(1, 2), (2, 4), (89, 4), (90, 5)], ids=str
)
def test_the_window_includes_its_ends(window: int, members: int) -> None:
    """Members b and x are exactly 2 hours away, z exactly 90."""
    chosen = Filters(window=window, provider=("One",))
    assert len(coverage.members(corpus_of(*NEWS), chosen)) == members


def test_filters_choose_the_stories_not_the_members() -> None:
    """A published story keeps the unpublished one in its coverage."""
    found = coverage.members(corpus_of(*NEWS), Filters(state=("published",)))
    assert found["story"].unique().tolist() == [0]
    assert found["member"].tolist() == [0, 1, -1, -1]


def test_the_identity_is_the_chosen_one() -> None:
    """By name, the carrier's copy is of another provider."""
    corpus = corpus_of(*NEWS)
    found = coverage.members(corpus, Filters(by="name", provider=("One",)))
    names = corpus.names("provider_name")
    assert [names[code] for code in found["provider"]] == [
        "One",
        "Two",
        "Three",
        "One on MSN",
    ]


def test_a_filed_members_own_file_counts() -> None:
    """The list says 12 o'clock and Somebody; b's file says 8 o'clock and Two."""
    filed = story("b", provider="Two", published_at=at(8))
    wrong = {"name": "Somebody", "domain": "two.example"}
    copy = listed(filed, publishedDateTime=at(12), provider=wrong)
    corpus = corpus_of(story("a", published_at=at(10), related=[copy]), filed)
    found = coverage.members(corpus, EVERYTHING).iloc[1]
    assert found["gap_hours"] == -2
    assert corpus.names("provider_family")[found["provider"]] == "Two"


def test_without_a_time_there_is_no_coverage() -> None:
    """Neither of the story, nor with such a member."""
    corpus = corpus_of(
        story("a", published_at=None, related=["b"]),
        story("b", published_at=at(0), related=["a"]),
    )
    found = coverage.members(corpus, EVERYTHING)
    assert found["story"].tolist() == [1]
    assert found["member"].tolist() == [1]


def test_no_story_gives_no_rows_with_all_columns() -> None:
    """An empty view is still a frame."""
    found = coverage.members(corpus_of(*NEWS), Filters(provider=("Nobody",)))
    assert found.empty
    assert "gap_hours" in found


def test_the_figures_of_a_state_are_led_by_it() -> None:
    """Published stories lead, unless a state is asked for."""
    assert coverage.led_by(EVERYTHING).state == ("published",)
    assert coverage.led_by(Filters(state=("unknown",))).state == ("unknown",)


def test_a_corpus_without_links_says_so() -> None:
    """Then everything would be exclusive, and that would be no finding."""
    assert coverage.why_nothing(corpus_of(*NEWS)) == ""
    alone = corpus_of(story())
    assert coverage.why_nothing(alone) == coverage.NO_LINKS
    assert originality.mix(alone, EVERYTHING).reason == coverage.NO_LINKS
    assert leads.league(alone, EVERYTHING).reason == coverage.NO_LINKS
