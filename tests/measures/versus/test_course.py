"""Two sides over time, in the same bins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from measures import dates
from measures.filters import EVERYTHING, Filters
from measures.versus import comparison, course
from measures.versus.comparison import Side
from tests.corpora import corpus_of, story
from tests.measures.clock import DAY, MIDNIGHT, at

FIRST = MIDNIGHT.date()


def days(first: int, last: int) -> Filters:
    """From day to day after the first, ends included."""
    return Filters(
        first=FIRST + timedelta(days=first), last=FIRST + timedelta(days=last)
    )


NEWS = (
    story("a", provider="One", topics=["Chips"], published_at=at()),
    story("b", provider="One", topics=["Chips", "Games"], published_at=at(days=1)),
    story("c", provider="Two", topics=["Games"], published_at=at(days=2)),
    story("d", provider=None, published_at=at(days=3)),
    story("e", provider="One", topics=["Chips"], published_at=at(days=3)),
    story("f", provider="One", published_at=None),
)
BEFORE = Side("before", days(0, 1))
AFTER = Side("after", days(2, 3))


def test_bins_on_the_calendar() -> None:
    """Both sides stand in the same four days, empty ones as 0."""
    whole = course.over_time(corpus_of(*NEWS), AFTER, BEFORE)
    frame = whole.frame
    assert frame["bin_day"].tolist() == [DAY, DAY + 1, DAY + 2, DAY + 3] * 2
    assert frame["side"].tolist() == ["after"] * 4 + ["before"] * 4
    assert frame["story_count"].tolist() == [0, 0, 1, 2, 1, 1, 0, 0]
    assert whole.n == 5


def test_aligned_bins_begin_together() -> None:
    """The first day of the one lies over the first day of the other."""
    whole = course.over_time(corpus_of(*NEWS), AFTER, BEFORE, aligned=True)
    frame = whole.frame
    assert frame["bin_day"].tolist() == [0, 1, 0, 1]
    assert frame["story_count"].tolist() == [1, 2, 1, 1]
    assert frame["story_share"].tolist() == pytest.approx([1 / 3, 2 / 3, 1 / 2, 1 / 2])
    begins = frame["bin_at"].dt.strftime("%Y-%m-%d").tolist()
    assert begins == ["2021-01-06", "2021-01-07", "2021-01-04", "2021-01-05"]


def test_aligned_weeks_are_seven_days_from_the_start() -> None:
    """The grain of the left side counts: one bin of 7 days."""
    left = Side("after", days(2, 3).with_(grain="week"))
    frame = course.over_time(corpus_of(*NEWS), left, BEFORE, aligned=True).frame
    assert frame["bin_day"].tolist() == [0, 0]
    assert frame["bin_end_day"].tolist() == [7, 7]
    assert frame["story_count"].tolist() == [3, 2]


def test_stories_without_a_time_are_left_out_and_said() -> None:
    """The rest of day 0 has f too, which is of no day."""
    left, right = comparison.with_rest(days(0, 0))
    whole = course.over_time(corpus_of(*NEWS), left, right)
    assert whole.n == 5
    assert [(item.count, item.why) for item in whole.left_out] == [
        (1, "without a time")
    ]


def test_a_corpus_without_times_has_no_bins() -> None:
    """An empty frame with its columns."""
    side = Side("all", EVERYTHING)
    whole = course.over_time(corpus_of(story(published_at=None)), side, side)
    assert whole.frame.empty
    assert "story_share" in whole.frame


def test_bins_end_where_the_corpus_ends() -> None:
    """Ranges of all time are those of four days: no bins of what is not known."""
    corpus = corpus_of(*NEWS)
    for grain in ("", "day"):
        left = Side("left", Filters(first=date.min, grain=grain))
        right = Side("right", Filters(last=date.max, provider=("One",)))
        whole = course.over_time(corpus, left, right)
        assert whole.unit == "stories by day"
        assert whole.frame["bin_day"].tolist() == [DAY, DAY + 1, DAY + 2, DAY + 3] * 2
        assert whole.frame["story_count"].tolist() == [1, 1, 1, 2, 1, 1, 0, 1]


def test_aligned_bins_are_those_that_a_side_reaches() -> None:
    """The one reaches the corpus on its first day, the other after 2,000 years."""
    corpus = corpus_of(*NEWS)
    chosen = days(2, 2).with_(last=date.max, grain="day")
    sides = comparison.with_before(corpus, chosen)
    assert sides is not None
    whole = course.over_time(corpus, *sides, aligned=True)
    late = DAY - dates.to_day(date.min)
    assert whole.frame["bin_day"].tolist() == [0, 1, late, late + 1] * 2
    assert whole.frame["story_count"].tolist() == [1, 2, 0, 0, 0, 0, 1, 1]
    assert whole.n == 5
    weeks = [replace(side, filters=side.filters.with_(grain="week")) for side in sides]
    frame = course.over_time(corpus, *weeks, aligned=True).frame
    assert (frame["bin_day"] % 7 == 0).all()
    assert frame["story_count"].sum() == 5


def test_ranges_outside_the_corpus_have_no_bins() -> None:
    """One side outside it leaves the other's days; two leave none."""
    outside = Side("outside", days(100, 200))
    corpus = corpus_of(*NEWS)
    for aligned in (False, True):
        none = course.over_time(corpus, outside, outside, aligned=aligned)
        assert none.frame.empty
        one = course.over_time(corpus, outside, AFTER, aligned=aligned).frame
        assert one["story_count"].tolist() == [0, 0, 1, 2]
