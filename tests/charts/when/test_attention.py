"""The timeline says when attention peaked, and its marks are ranges of days."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts import theme
from pages.charts.when import attention
from tests.corpora import corpus_of, story
from tests.measures.clock import at
from tests.measures.six import six, timeless

JAN: Final = date(2021, 1, 10), date(2021, 1, 12)

TITLES: Final = [
    (Filters(words="nothing"), "No stories in this range"),
    (EVERYTHING, "Attention peaked on 4 Jan 2021, with 2 stories"),
    (
        Filters(grain="week"),
        "Attention peaked in the week from 4 Jan 2021, with 4 stories",
    ),
    (Filters(grain="month"), "Attention peaked in January 2021, with 4 stories"),
    (
        Filters(first=JAN[0], last=JAN[1]),
        "1 story on 10 Jan 2021",
    ),
    (Filters(first=JAN[0], last=JAN[0]), "1 story on 10 Jan 2021"),
    (
        Filters(first=JAN[0], last=JAN[1], grain="month"),
        "The range lies in January 2021, which has 4 stories",
    ),
    (Filters(first=date(2021, 1, 11), last=JAN[1]), "No stories in this range"),
    (
        Filters(first=date(2021, 1, 5)),
        "3 stories in this range, never more than one in a day",
    ),
    (Filters(provider=("One",)), "2 stories, never more than one in a day"),
    (
        Filters(provider=("One",), grain="week"),
        "2 stories in the week from 4 Jan 2021",
    ),
]


@pytest.mark.parametrize(("chosen", "expected"), TITLES, ids=str)
def test_the_title_names_the_peak(chosen: Filters, expected: str) -> None:
    """Of the chosen range, with its number of stories, in the words of its grain."""
    assert attention.timeline(six(), chosen).title == expected


TIES: Final = [
    ("day", "Attention peaked at 2 stories, on two days"),
    ("week", "Attention peaked at 3 stories, in two weeks"),
    ("month", "6 stories in January 2021"),
]


@pytest.mark.parametrize(("grain", "expected"), TIES)
def test_equal_peaks_are_counted(grain: str, expected: str) -> None:
    """None of them is preferred: 2 and 1 stories, and a week later 2 and 1 again."""
    days = [0, 0, 1, 7, 7, 8]
    corpus = corpus_of(
        *(story(f"s{i}", published_at=at(days=day)) for i, day in enumerate(days))
    )
    figure = attention.timeline(corpus, Filters(grain=grain))
    assert figure.title == expected


def test_a_corpus_without_times_says_so() -> None:
    """There is no chart, and the story is said to be left out."""
    figure = attention.timeline(timeless(), EVERYTHING)
    assert figure.empty == "No story here has a readable time."
    assert figure.left_out


BINS: Final = [
    (EVERYTHING, (18_631, 18_638), date(2021, 1, 4), date(2021, 1, 10)),
    (EVERYTHING, (18_631, 18_632), date(2021, 1, 4), date(2021, 1, 4)),
    (
        Filters(first=JAN[0], last=JAN[1]),
        (18_631, 18_638),
        JAN[0],
        JAN[0],
    ),
    (Filters(last=JAN[1], topic=("AI",)), (18_638, 18_645), date(2021, 1, 11), JAN[1]),
]


@pytest.mark.parametrize(("shown", "ends", "first", "last"), BINS, ids=str)
def test_a_bin_is_its_days_within_the_range(
    shown: Filters, ends: tuple[int, int], first: date, last: date
) -> None:
    """A week that the range cuts is only the days that the range holds."""
    datum = {"bin_day": ends[0], "bin_end_day": ends[1]}
    found = attention.bin_filters(shown, datum)
    assert found == shown.with_(first=first, last=last)


def test_the_chosen_range_stands_out_in_the_whole() -> None:
    """The other bins stay in sight, pale."""
    frame = attention.timeline(six(), Filters(first=JAN[0], last=JAN[1])).frame
    assert len(frame) == 29
    assert frame["role"].tolist().count(theme.CHOSEN) == 3
    assert frame.loc[frame["role"] == theme.CHOSEN, "is_faint"].tolist() == [False] * 3
    assert frame["is_faint"].sum() == 26


def test_a_range_is_not_drawn_as_a_single_bar() -> None:
    """A week is seven days, also where weeks were asked for; two weeks are two bars."""
    week = Filters(first=date(2021, 1, 4), last=date(2021, 1, 10), grain="week")
    assert len(attention.detail(six(), week).frame) == 7
    assert len(attention.detail(six(), week.with_(last=date(2021, 1, 11))).frame) == 2


def test_the_whole_is_drawn_in_the_chosen_grain() -> None:
    """January and February."""
    assert len(attention.timeline(six(), Filters(grain="month")).frame) == 2
