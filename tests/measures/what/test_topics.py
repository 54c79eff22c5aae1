"""Topics are ranked and followed over time; umbrellas are set aside."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest

from measures.filters import EVERYTHING, Filters
from measures.what import topics
from tests.corpora import corpus_of, story
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus

OVER_TIME_COLUMNS: Final = [
    "bin_at",
    "bin_end_at",
    "bin_day",
    "bin_end_day",
    "topic",
    "order",
    "story_count",
    "all_count",
    "story_share",
]


@cache
def ten() -> Corpus:
    """Ten stories, "News" on nine and "Wide" on eight; in January 6, in March 4."""
    of_story = [
        ("News", "Wide", "Chips"),
        ("News", "Wide", "Chips"),
        ("News", "Wide", "Chips", "Robots"),
        ("News", "Wide", "Robots"),
        ("News", "Wide"),
        ("News", "Wide"),
        ("News", "Wide", "Chips"),
        ("News", "Wide"),
        ("News",),
        (),
    ]
    return corpus_of(
        *(
            story(
                f"s{i}",
                provider="One" if i < 7 else "Two",
                topics=names,
                published_at=f"2021-0{1 if i < 6 else 3}-10T00:00:00Z",
            )
            for i, names in enumerate(of_story)
        )
    )


COUNTS: Final = [
    (EVERYTHING, 3),
    (Filters(topic=("Chips",)), 2),
    (Filters(provider=("Three",)), 0),
    (Filters(words="nothing"), 0),
]


@pytest.mark.parametrize(("chosen", "expected"), COUNTS, ids=str)
def test_topics_are_counted(chosen: Filters, expected: int) -> None:
    """Each once, those of the stories that are shown; Chips stands beside AI in one."""
    assert topics.count(six(), chosen) == expected


def test_an_umbrella_is_one_under_all_filters() -> None:
    """It is a property of the corpus, not of what is shown of it."""
    table = topics.ranking(ten(), Filters(provider=("Two",)))
    assert table["topic"].tolist() == ["News", "Wide"]
    assert table["is_umbrella"].tolist() == [True, False]


def test_nothing_gives_no_rows() -> None:
    """All columns are there all the same."""
    columns = ["topic", "story_count", "story_share", "is_chosen", "is_umbrella"]
    for corpus, chosen in ((timeless(), EVERYTHING), (six(), Filters(words="nothing"))):
        table = topics.ranking(corpus, chosen)
        assert list(table.columns) == columns
        assert len(table) == 0
        over_time = topics.over_time(corpus, chosen)
        assert list(over_time.columns) == OVER_TIME_COLUMNS
        assert len(over_time) == 0


def test_topics_are_ranked_by_stories() -> None:
    """Shares are of all stories and overlap: 9 + 8 + 4 + 2 of ten."""
    table = topics.ranking(ten(), EVERYTHING)
    assert table["topic"].tolist() == ["News", "Wide", "Chips", "Robots"]
    assert table["story_count"].tolist() == [9, 8, 4, 2]
    np.testing.assert_allclose(table["story_share"], [0.9, 0.8, 0.4, 0.2])
    assert table["is_umbrella"].tolist() == [True, False, False, False]


def test_the_own_choice_is_skipped() -> None:
    """Choosing Robots leaves the others in sight."""
    table = topics.ranking(six(), Filters(topic=("Robots",)))
    assert table["topic"].tolist() == ["AI", "Chips", "Robots"]
    assert table["is_chosen"].tolist() == [False, False, True]


def test_a_share_is_of_the_stories_of_the_bin() -> None:
    """January has six stories; March has four, which is too few for a share."""
    table = topics.over_time(ten(), Filters(grain="month"), 2)
    assert table["topic"].tolist() == ["Wide", "Chips"] * 3
    assert table["story_count"].tolist() == [6, 3, 0, 0, 2, 1]
    assert table["all_count"].tolist() == [6, 6, 0, 0, 4, 4]
    np.testing.assert_allclose(table["story_share"], [1, 0.5, *[np.nan] * 4])


def test_a_chosen_topic_is_measured_against_all_stories() -> None:
    """Its own clause is skipped below the line, or its share would always be 1."""
    table = topics.over_time(ten(), Filters(grain="month", topic=("Chips",)))
    assert table["topic"].tolist() == ["Chips"] * 3
    assert table["story_count"].tolist() == [3, 0, 1]
    assert table["all_count"].tolist() == [6, 0, 4]
    np.testing.assert_allclose(table["story_share"], [0.5, np.nan, np.nan])


def test_an_undated_story_is_in_no_bin() -> None:
    """Story e is about AI and has no time: two of three are drawn."""
    table = topics.over_time(six(), Filters(topic=("AI",)))
    assert table["story_count"].sum() == 2
