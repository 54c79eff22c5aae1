"""What the difference between two sides is made of."""

from __future__ import annotations

from datetime import timedelta

import pytest

from measures.filters import Filters
from measures.versus import difference
from measures.versus.comparison import Side
from tests.corpora import corpus_of, story
from tests.measures.clock import MIDNIGHT, at

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


def test_parts_by_provider_add_up() -> None:
    """After 3, before 2: One 1 - 2, Two 1 - 0, no provider 1 - 0: together 1.

    Shares: One 1/3 - 1, Two and no provider 1/3 each: together 0.
    """
    whole = difference.by_provider(corpus_of(*NEWS), AFTER, BEFORE)
    assert whole.n == 1
    frame = whole.frame.set_index("provider")
    assert frame["difference_count"].to_dict() == {
        "Two": 1,
        "no provider": 1,
        "One": -1,
    }
    assert frame["difference_count"].sum() == whole.n
    assert frame["difference_share"].to_dict() == pytest.approx(
        {"Two": 1 / 3, "no provider": 1 / 3, "One": -2 / 3}
    )


def test_parts_by_topic_share_a_story_among_its_topics() -> None:
    """Before: chips 1 + ½, games ½. After: chips 1, games 1, no topic 1."""
    whole = difference.by_topic(corpus_of(*NEWS), AFTER, BEFORE)
    frame = whole.frame.set_index("topic")
    assert frame["left_count"].to_dict() == {"no topic": 1, "Games": 1, "Chips": 1}
    assert frame["right_count"].to_dict() == {"no topic": 0, "Games": 0.5, "Chips": 1.5}
    assert frame["difference_count"].sum() == whole.n == 1
    assert frame["left_share"].sum() == pytest.approx(1)


def test_a_side_without_stories_has_counts_and_no_shares() -> None:
    """The difference in stories is all of the other side."""
    nobody = Side("nobody", Filters(provider=("Nobody",)))
    whole = difference.by_provider(corpus_of(*NEWS), BEFORE, nobody)
    assert whole.frame["difference_count"].tolist() == [2]
    assert whole.frame["difference_share"].isna().all()
