"""Burst days: x of at least 5, and z of at least 3.5 against the 28 days before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

import loaders
from measures import dates
from measures.filters import EVERYTHING, Filters
from measures.when import bursts
from measures.when.episodes import episodes
from tests.corpora import Story, corpus_of, story
from tests.measures.clock import DAY, at

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.corpus import Corpus


def daily(counts: dict[int, int], **facts: object) -> list[Story]:
    """So many stories on each of these days after the first."""
    return [
        story(f"d{day:03}-{number}", published_at=at(number, days=day), **facts)  # type: ignore[arg-type]
        for day, count in counts.items()
        for number in range(count)
    ]


def days_of(corpus: Corpus, chosen: Filters = EVERYTHING) -> list[int]:
    """The burst days, as days after the first."""
    return [
        day - DAY
        for day in bursts.burst_days(corpus, chosen).frame["published_day"].tolist()
    ]


QUIET = {0: 1}
TWO_A_DAY = dict.fromkeys(range(28), 2)
UNEVEN = {day: 4 * (day % 2) for day in range(28)} | {0: 4, 1: 0}


@pytest.mark.parametrize(
    ("before", "stories", "z"),
    [
        (QUIET, 4, None),
        (QUIET, 5, 5.0),
        (TWO_A_DAY, 6, None),
        (TWO_A_DAY, 7, 5 / 2**0.5),
        (UNEVEN, 12, None),
        (UNEVEN, 13, 11 / (1.4826 * 2)),
    ],
    ids=[
        "fewer than 5 are no burst, however quiet it was",
        "quiet: median 0, MAD 0, mean below 1: z = (5 - 0) / 1",
        "2 a day: z = (6 - 2) / sqrt(2) = 2.8",
        "2 a day: z = (7 - 2) / sqrt(2) = 3.54",
        "0 and 4 by turns: median 2, MAD 2: z = 10 / 2.97 = 3.4",
        "0 and 4 by turns: z = 11 / 2.97 = 3.7",
    ],
)
def test_the_guarded_z(before: dict[int, int], stories: int, z: float | None) -> None:
    """Day 28 against the days 0 to 27 (quiet: day 40, the first day is long past)."""
    day = 40 if before is QUIET else 28
    corpus = corpus_of(*daily(before | {day: stories}))
    frame = bursts.burst_days(corpus, EVERYTHING).frame
    assert frame["z_score"].tolist() == ([] if z is None else [pytest.approx(z)])
    assert frame["story_count"].tolist() == ([] if z is None else [stories])


def test_the_first_28_days_have_no_baseline() -> None:
    """Ten stories on day 27 are no burst, on day 28 they are; 28 days are left out."""
    assert days_of(corpus_of(*daily({0: 1, 27: 10}))) == []
    later = corpus_of(*daily({0: 1, 28: 10}))
    assert days_of(later) == [28]
    whole = bursts.burst_days(later, EVERYTHING)
    assert whole.n == 1
    assert [item.count for item in whole.left_out] == [28]


def test_the_baseline_reaches_before_the_range() -> None:
    """A range that begins on the burst day finds it all the same."""
    corpus = corpus_of(*daily({0: 1, 40: 5, 60: 1}))
    first = dates.to_date(DAY + 40)
    assert days_of(corpus, Filters(first=first)) == [40]
    assert days_of(corpus, Filters(first=first + timedelta(days=1))) == []
    assert days_of(corpus, Filters(last=first - timedelta(days=1))) == []


def test_days_before_a_provider_came_count_as_empty() -> None:
    """The corpus was there, and had nothing of it: that is a baseline."""
    corpus = corpus_of(*daily({0: 1}), *daily({40: 5}, provider="New"))
    assert days_of(corpus, Filters(provider=("New",))) == [40]


@pytest.mark.parametrize(
    ("days", "expected"),
    [((40, 41), 1), ((40, 42), 1), ((40, 43), 2), ((40, 42, 44), 1)],
    ids=str,
)
def test_days_at_most_2_apart_are_one_episode(
    days: tuple[int, ...], expected: int
) -> None:
    """A quiet day between does not part them, two do."""
    corpus = corpus_of(*daily({0: 1} | dict.fromkeys(days, 6)))
    frame = bursts.burst_days(corpus, EVERYTHING).frame
    assert frame["episode"].nunique() == expected
    assert frame["episode"].iloc[0] == 0


def test_no_times_no_bursts() -> None:
    """A corpus without times has no days, and one view may have no stories."""
    undated = corpus_of(story(published_at=None))
    assert days_of(undated) == []
    assert days_of(corpus_of(*daily({0: 1})), Filters(provider=("Nobody",))) == []
    outside = Filters(first=dates.to_date(DAY - 10), last=dates.to_date(DAY - 5))
    assert days_of(corpus_of(*daily({0: 1, 40: 5})), outside) == []


@pytest.mark.parametrize("gap", [1, 2, 20, 45, 60])
def test_a_range_outside_the_corpus_has_no_bursts(gap: int) -> None:
    """However near it ends to the first day or begins to the last: not a day of it."""
    corpus = corpus_of(*daily({0: 1, 28: 9, 100: 1}))
    for chosen in (
        Filters(last=dates.to_date(DAY - gap)),
        Filters(first=dates.to_date(DAY + 100 + gap)),
    ):
        whole = bursts.burst_days(corpus, chosen)
        assert whole.frame.empty
        assert (whole.n, whole.left_out) == (0, ())


def test_the_real_corpus_has_13_burst_days_in_7_episodes(counted_corpus: Path) -> None:
    """Over its last 365 days, as counted independently of this program."""
    corpus = loaders.load(counted_corpus)
    assert corpus.span is not None
    chosen = Filters(first=dates.to_date(corpus.span[1] - 364))
    assert len(bursts.burst_days(corpus, chosen).frame) == 13
    assert len(episodes(corpus, chosen).frame) == 7
