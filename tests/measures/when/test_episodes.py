"""Episodes: what a burst held, and the story that stands for it."""

from __future__ import annotations

import pandas as pd
import pytest

from measures.filters import EVERYTHING, Filters
from measures.when.episodes import episodes
from tests.corpora import Story, corpus_of, entry, story
from tests.measures.clock import DAY, at


def burst() -> list[Story]:
    """28 days with a story each, then 6 stories, 1, and 7: burst days 28 and 30."""
    counts = dict.fromkeys(range(28), 1) | {28: 6, 29: 1, 30: 7}
    return [
        story(f"d{day:02}-{number}", published_at=at(number, days=day))
        for day, count in counts.items()
        for number in range(count)
    ]


def with_(stories: list[Story], name: str, **changes: object) -> list[Story]:
    """The same, with the story of this name changed."""
    day, number = name[1:].split("-")
    facts = {"published_at": at(int(number), days=int(day))} | changes
    changed = story(name, **facts)  # type: ignore[arg-type]
    return [changed if filed.name == name else filed for filed in stories]


def test_an_episode_runs_from_its_first_to_its_last_day() -> None:
    """14 stories in 3 days against 1 a day: 11 beyond.

    Day 28: z = (6 - 1) / 1. Before day 30 lie 27 days of one story and one of 6: the
    mean is 33/28 = 1.18, so z = (7 - 1) / sqrt(1.18) = 5.53.
    """
    whole = episodes(corpus_of(*burst()), EVERYTHING)
    row = whole.frame.iloc[0]
    assert len(whole.frame) == 1
    assert (row["first_day"], row["last_day"]) == (DAY + 28, DAY + 30)
    assert row["first_at"] == pd.Timestamp(at(0, days=28))
    assert row["burst_day_count"] == whole.n == 2
    assert row["story_count"] == 14
    assert row["expected_count"] == 3
    assert row["excess_count"] == 11
    assert (row["peak_day"], row["peak_count"]) == (DAY + 30, 7)
    assert row["z_score"] == pytest.approx(6 / (33 / 28) ** 0.5)


WIDE = (entry("x", provider="Two", published_at=at(0, days=29)),)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "d28-0"),
        ({"d30-3": {"quality": 90}}, "d30-3"),
        ({"d30-3": {"quality": 90}, "d29-0": {"related": WIDE}}, "d29-0"),
        (
            {
                "d30-1": {"quality": 90, "related": WIDE},
                "d29-0": {"quality": 80, "related": WIDE},
            },
            "d30-1",
        ),
        ({"d27-0": {"quality": 99, "related": WIDE}}, "d28-0"),
    ],
    ids=[
        "all equal: the earliest",
        "higher quality wins a tie",
        "breadth before quality, and a quiet day between counts",
        "equal breadth: higher quality, though later",
        "the day before is no part of it",
    ],
)
def test_the_peak_label(changes: dict[str, dict[str, object]], expected: str) -> None:
    """Greatest breadth; ties: higher quality, then earlier."""
    stories = burst()
    for name, change in changes.items():
        stories = with_(stories, name, **change)
    corpus = corpus_of(*stories)
    peak = episodes(corpus, EVERYTHING).frame["peak_story"].iloc[0]
    assert corpus.texts["story_id"].iloc[peak] == expected


def test_no_burst_no_episode() -> None:
    """An empty frame with all its columns and their types."""
    whole = episodes(corpus_of(story()), Filters(provider=("Nobody",)))
    assert whole.frame.empty
    assert whole.frame["peak_story"].dtype == "int64"
    assert whole.n == 0
