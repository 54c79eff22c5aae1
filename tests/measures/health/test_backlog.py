"""The backlog: unpublished stories by reason, and folded ones without a leader."""

from __future__ import annotations

import pytest

from measures.filters import EVERYTHING, Filters
from measures.health import backlog
from tests.corpora import corpus_of, story
from tests.measures.clock import DAY, at

NEWS = (
    story("a", quality=50, published_at=at(), related=["c"]),
    story("b", quality=40, published=False, published_at=at()),
    story("c", heat=-1, published=False, published_at=at(days=1)),
    story("d", heat=-1, published=False, published_at=at(days=2)),
    story("e", quality=60, published=False, published_at=at(days=2), related=["d"]),
    story("f", published=None, published_at=at()),
    story("g", heat=-1, published=False, published_at=None),
)
"""b is below the gate of January (50), c, d, g are folded, e is neither."""


def test_reasons_add_up() -> None:
    """Folded 3, below gate 1, other 1 of 5 unpublished."""
    whole = backlog.by_reason(corpus_of(*NEWS), EVERYTHING)
    assert whole.n == 5
    counts = dict(zip(whole.frame["reason"], whole.frame["story_count"], strict=True))
    assert counts == {"folded": 3, "below gate": 1, "other": 1}
    assert whole.frame["story_share"].sum() == pytest.approx(1)
    assert [(item.count, item.unit) for item in whole.left_out] == [
        (1, "stories"),
        (1, "stories"),
    ]


def test_reasons_over_time() -> None:
    """Three days; g has no time."""
    whole = backlog.over_time(corpus_of(*NEWS), Filters(grain="day"))
    frame = whole.frame.pivot_table(
        index="bin_day", columns="reason", values="story_count"
    )
    assert frame.index.tolist() == [DAY, DAY + 1, DAY + 2]
    assert frame["folded"].tolist() == [0, 1, 1]
    assert frame["below gate"].tolist() == [1, 0, 0]
    assert frame["other"].tolist() == [0, 0, 1]
    assert whole.frame["all_count"].tolist() == [3] * 3 + [1] * 3 + [2] * 3
    assert whole.n + whole.left_out[0].count == 5


def test_folded_without_a_published_leader() -> None:
    """Only c has one: a; d is listed by e, which is not published; g by nobody."""
    whole = backlog.leaderless(corpus_of(*NEWS), EVERYTHING)
    assert whole.n == 3
    assert whole.frame["story"].tolist() == [3, 6]
    assert whole.frame["lister_count"].tolist() == [1, 0]
    assert [item.count for item in whole.left_out] == [1]


def test_a_leader_need_not_be_asked_for() -> None:
    """Of the unpublished alone, c still has its leader."""
    chosen = Filters(state=("unpublished",))
    assert backlog.leaderless(corpus_of(*NEWS), chosen).frame["story"].tolist() == [
        3,
        6,
    ]


def test_no_backlog() -> None:
    """Counts of 0 without shares, bins of 0, no rows."""
    corpus = corpus_of(story())
    assert backlog.by_reason(corpus, EVERYTHING).frame["story_share"].isna().all()
    assert backlog.over_time(corpus, EVERYTHING).frame["story_count"].sum() == 0
    assert backlog.leaderless(corpus, EVERYTHING).frame.empty
    undated = corpus_of(story(published_at=None))
    assert backlog.over_time(undated, EVERYTHING).frame.empty
