"""The timeline says when attention peaked, and its marks are ranges of days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts import theme
from pages.charts.when import attention
from tests.charts.marks import assert_reconciles
from tests.corpora import corpus_of, story
from tests.measures.clock import at
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.corpus import Corpus

JAN: Final = date(2021, 1, 10), date(2021, 1, 12)


def month(day: int) -> tuple[date, date]:
    """A day of January 2021 as a range."""
    return date(2021, 1, day), date(2021, 1, day)


TITLES: Final = [
    (Filters(words="nothing"), "time.none", {}),
    (EVERYTHING, "time.even", {"story_count": 5, "most": 2, "noun": "day"}),
    (Filters(grain="week"), "time.even", {"story_count": 5, "most": 4}),
    (Filters(first=JAN[0], last=JAN[1]), "time.all", {"when": month(10)}),
    (Filters(first=JAN[0], last=JAN[0]), "time.all", {"story_count": 1}),
    (Filters(first=JAN[0], last=JAN[1], grain="month"), "time.all", {"when": JAN}),
    (Filters(first=date(2021, 1, 11), last=JAN[1]), "time.none", {}),
    (Filters(first=date(2021, 1, 5)), "time.even", {"story_count": 3, "most": 1}),
    (Filters(provider=("One",)), "time.even", {"story_count": 2, "most": 1}),
    (
        Filters(provider=("One",), grain="week"),
        "time.all",
        {"story_count": 2, "when": (date(2021, 1, 4), date(2021, 1, 10))},
    ),
]


@pytest.mark.parametrize(("chosen", "kind", "facts"), TITLES, ids=str)
def test_the_title_counts_the_range(
    chosen: Filters, kind: str, facts: dict[str, object]
) -> None:
    """Of the chosen range alone; so few stories have no peak."""
    title = attention.timeline(six(), chosen).title
    assert title.kind == kind
    assert title.facts | facts == title.facts


def running(days: Sequence[int]) -> Corpus:
    """A story on each of these days after 4 January 2021, a Monday."""
    return corpus_of(
        *(
            story(f"s{i:02}", published_at=at(days=day), topics=["On it"] * (day == 9))
            for i, day in enumerate(days)
        )
    )


PEAKED: Final = [*range(20), *[9] * 6]
"""One story a day, but seven on 13 January."""

PEAKS: Final = [
    (PEAKED, EVERYTHING, "time.peak", {"story_count": 7, "when": month(13)}),
    ([*PEAKED, *[3] * 6], EVERYTHING, "time.equal", {"times": (month(7), month(13))}),
    ([9] * 4 + [3], EVERYTHING, "time.even", {"most": 4}),
    ([*range(8), 3, 3, 5, 5, 5], EVERYTHING, "time.even", {"most": 4}),
    (PEAKED, Filters(topic=("On it",)), "time.all", {"story_count": 7}),
]


@pytest.mark.parametrize(("days", "chosen", "kind", "facts"), PEAKS)
def test_a_peak_has_five_stories_and_stands_out(
    days: list[int], chosen: Filters, kind: str, facts: dict[str, object]
) -> None:
    """Equal peaks are named together, and none is preferred."""
    title = attention.timeline(running(days), chosen.with_(grain="day")).title
    assert title.kind == kind
    assert title.facts | facts == title.facts


def test_the_range_is_cut_out_of_the_bins_it_begins_and_ends_in() -> None:
    """Weeks of 7 stories; from a Wednesday to the next Tuesday two parts of 5 and 2."""
    corpus = running([*range(21), *[2] * 30])
    chosen = Filters(first=date(2021, 1, 13), last=date(2021, 1, 19), grain="week")
    figure = attention.timeline(corpus, chosen)
    assert figure.frame["story_count"].tolist() == [37, 2, 5, 2, 5]
    held = figure.frame[figure.frame["role"] == theme.CHOSEN]
    assert held["story_count"].tolist() == [5, 2]
    assert held["span"].tolist() == ["13 to 17 Jan 2021", "18 to 19 Jan 2021"]
    assert figure.counts.startswith("Stories per week, 7 in the range, of 51")
    assert figure.title.facts["story_count"] == 7
    assert_reconciles(figure, corpus)


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
