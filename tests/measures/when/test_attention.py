"""Attention is stories per bin, empty bins as 0, shares only where they mean something."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import pytest

from measures.filters import EVERYTHING, Filters
from measures.when import attention
from tests.corpora import corpus_of, story
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus

COLUMNS: Final = [
    "bin_at",
    "bin_end_at",
    "bin_day",
    "bin_end_day",
    "story_count",
    "all_count",
    "story_share",
    "is_partial",
]


def test_no_times_give_no_rows() -> None:
    """All columns are there all the same."""
    table = attention.over_time(timeless(), EVERYTHING)
    assert list(table.columns) == COLUMNS
    assert len(table) == 0
    assert len(attention.by_day(timeless(), EVERYTHING)) == 0
    assert attention.rhythm(timeless(), EVERYTHING)["story_count"].sum() == 0
    assert attention.undated_count(timeless(), EVERYTHING) == 1


def test_no_stories_give_bins_of_0() -> None:
    """Where the filters keep nothing, the bins of the corpus stay, all empty."""
    table = attention.over_time(six(), Filters(topic=("Nothing",)))
    assert table["story_count"].tolist() == [0] * 29


def test_bins_are_counted() -> None:
    """Six stories, one undated: four in the first week, then three empty weeks."""
    table = attention.over_time(six(), Filters(grain="week"))
    assert table["story_count"].tolist() == [4, 0, 0, 0, 1]
    assert table["all_count"].tolist() == [4, 0, 0, 0, 1]
    assert table["is_partial"].tolist() == [False, False, False, False, True]
    assert table["bin_at"].tolist() == [
        pd.Timestamp(text, tz="UTC")
        for text in (
            "2021-01-04",
            "2021-01-11",
            "2021-01-18",
            "2021-01-25",
            "2021-02-01",
        )
    ]
    assert table["bin_end_at"].iloc[0] == pd.Timestamp("2021-01-11", tz="UTC")
    assert (table["bin_end_day"] - table["bin_day"]).tolist() == [7] * 5


def test_midnight_belongs_to_the_day_it_begins() -> None:
    """23:59:59 on Monday and 00:00:00 on Tuesday are two days."""
    chosen = Filters(first=date(2021, 1, 4), last=date(2021, 1, 6))
    assert attention.over_time(six(), chosen)["story_count"].tolist() == [2, 1, 0]


def test_silence_is_0_up_to_the_end() -> None:
    """Two's last story is of 4 January; its line goes on at 0 until the corpus ends."""
    counts = attention.over_time(six(), Filters(provider=("Two",)))["story_count"]
    assert counts.tolist() == [1] + [0] * 28


@cache
def busy() -> Corpus:
    """Six stories on Monday, four of them on Chips; five on Tuesday, one; four later."""
    days = {4: ["x"] * 4 + ["y"] * 2, 5: ["x"] + ["y"] * 4, 6: ["x"] + ["y"] * 3}
    return corpus_of(
        *(
            story(
                f"s{day}{i}",
                provider="One" if i % 2 else "Two",
                topics=["Chips" if kind == "x" else "AI"],
                published_at=f"2021-01-0{day}T10:00:00Z",
            )
            for day, kinds in days.items()
            for i, kind in enumerate(kinds)
        )
    )


SHARES: Final = [
    (Filters(topic=("Chips",)), [4, 1, 1], [6, 5, 4], [4 / 6, 1 / 5, np.nan]),
    (Filters(not_topic=("Chips",)), [2, 4, 3], [6, 5, 4], [2 / 6, 4 / 5, np.nan]),
    # A provider is measured against everything,
    (Filters(provider=("One",)), [3, 2, 2], [6, 5, 4], [3 / 6, 2 / 5, np.nan]),
    # but its topic against the provider, which is too little here.
    (
        Filters(provider=("One",), topic=("Chips",)),
        [2, 0, 0],
        [3, 2, 2],
        [np.nan, np.nan, np.nan],
    ),
    (EVERYTHING, [6, 5, 4], [6, 5, 4], [1.0, 1.0, np.nan]),
]


@pytest.mark.parametrize(("chosen", "counts", "whole", "shares"), SHARES, ids=str)
def test_a_share_is_of_the_bin_under_the_other_filters(
    chosen: Filters, counts: list[int], whole: list[int], shares: list[float]
) -> None:
    """Fewer than five stories in a bin give no share."""
    table = attention.over_time(busy(), chosen)
    assert table["story_count"].tolist() == counts
    assert table["all_count"].tolist() == whole
    np.testing.assert_allclose(table["story_share"], shares)


def test_a_coarser_bin_is_a_sum_over_a_sum() -> None:
    """The week's share is 6 of 15, not the mean of the days' shares."""
    table = attention.over_time(busy(), Filters(topic=("Chips",), grain="week"))
    assert table["story_share"].tolist() == [6 / 15]


REFERENCES: Final = [
    (EVERYTHING, EVERYTHING),
    (Filters(topic=("a",), words="b", provider=("c",)), Filters(provider=("c",))),
    (Filters(not_topic=("a",), type=("video",)), Filters(type=("video",))),
    (Filters(provider=("a",), not_provider=("b",)), EVERYTHING),
    (
        Filters(provider=("a",), state=("published",), first=date(2021, 1, 1)),
        Filters(state=("published",), first=date(2021, 1, 1)),
    ),
]


@pytest.mark.parametrize(("chosen", "expected"), REFERENCES, ids=str)
def test_attention_is_measured_against_this(chosen: Filters, expected: Filters) -> None:
    """The subject goes, and where there is none, the providers."""
    assert attention.reference(chosen) == expected


def test_days_are_counted_one_by_one() -> None:
    """Days without a story are there, whatever grain is chosen."""
    chosen = Filters(last=date(2021, 1, 10), grain="month")
    table = attention.by_day(six(), chosen)
    assert list(table.columns) == ["day_at", "published_day", "story_count"]
    assert table["story_count"].tolist() == [2, 1, 0, 0, 0, 0, 1]
    assert table["published_day"].tolist() == list(range(18_631, 18_638))
    assert table["day_at"].iloc[0] == pd.Timestamp("2021-01-04", tz="UTC")


def test_days_outside_the_corpus_are_not_counted() -> None:
    """A range to the end of time gives the days that the corpus reaches."""
    table = attention.by_day(six(), Filters(first=date.min, last=date.max))
    assert len(table) == 29


def test_rhythm_is_weekday_by_hour() -> None:
    """Two stories on Mondays at 9, one at 23; one at midnight on Tuesday, one on Sunday."""
    table = attention.rhythm(six(), EVERYTHING)
    assert list(table.columns) == ["weekday", "hour", "story_count"]
    assert len(table) == 168
    found = table[table["story_count"] > 0]
    assert list(found.itertuples(index=False, name=None)) == [
        (0, 9, 2),
        (0, 23, 1),
        (1, 0, 1),
        (6, 12, 1),
    ]


def test_rhythm_is_under_its_own_filters_too() -> None:
    """A chosen weekday leaves only its own cells."""
    table = attention.rhythm(six(), Filters(weekday=("Sunday",)))
    assert table["story_count"].sum() == 1


def test_hours_are_those_of_every_day() -> None:
    """24 of them; the story without a time is in none."""
    table = attention.by_hour(six(), EVERYTHING)
    assert table["hour"].tolist() == list(range(24))
    assert table["story_count"][[0, 9, 12, 23]].tolist() == [1, 2, 1, 1]
    assert attention.by_hour(timeless(), EVERYTHING)["story_count"].sum() == 0


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (EVERYTHING, 1),
        (Filters(provider=("Two",)), 1),
        (Filters(provider=("One",)), 0),
        (Filters(first=date(2021, 1, 1)), 0),
    ],
    ids=str,
)
def test_undated_stories_are_counted_apart(chosen: Filters, expected: int) -> None:
    """What no bin holds is said; a chosen range leaves it out."""
    assert attention.undated_count(six(), chosen) == expected


def test_days_are_midnights_in_utc() -> None:
    """Before 1970 too, and none at all gives none."""
    assert attention.at(np.array([0, -1, 18_631])).tolist() == [
        pd.Timestamp(text, tz="UTC")
        for text in ("1970-01-01", "1969-12-31", "2021-01-04")
    ]
    assert len(attention.at(np.array([], dtype=np.int32))) == 0
    assert str(attention.at(np.array([0])).dtype) == "datetime64[s, UTC]"
