"""The curves of breadth over hours."""

from __future__ import annotations

from measures.filters import EVERYTHING, Filters
from measures.related import spread
from tests.corpora import corpus_of, entry, story
from tests.measures.clock import at

NEWS = (
    story(
        "a",
        provider="Own",
        published_at=at(10),
        related=[
            entry("x", provider="Two", published_at=at(9)),
            entry("y", provider="Three", published_at=at(12)),
            entry("z", provider="Two", published_at=at(13)),
        ],
    ),
    story(
        "b",
        provider="Own",
        published_at=at(10),
        related=[entry("w", provider="Own on MSN", domain="msn.com")],
    ),
    story(
        "c",
        provider="Own",
        published_at=at(10),
        related=[
            entry("v", provider="Six on MSN", domain="msn.com", published_at=at(9))
        ],
    ),
)


def test_a_curve_rises_by_one_family_at_a_time() -> None:
    """Two at 0 h, Own at 1 h, Three at 3 h; Two's second story adds nothing."""
    frame = spread.curves(corpus_of(*NEWS), EVERYTHING, most=1).frame
    assert frame["provider"].tolist() == ["Two", "Own", "Three"]
    assert frame["hours"].tolist() == [0, 1, 3]
    assert frame["breadth_count"].tolist() == [1, 2, 3]
    assert frame["story"].tolist() == [0, 0, 0]


def test_a_copy_before_the_first_report_counts_at_once() -> None:
    """Six came by its copy an hour before c, which is the first report."""
    whole = spread.curves(corpus_of(*NEWS), EVERYTHING)
    frame = whole.frame[whole.frame["story"] == 2]
    assert frame["hours"].tolist() == [0, 0]
    assert frame["order"].tolist() == [1, 1]
    assert whole.n == 2


def test_no_story_has_no_curve() -> None:
    """An empty view is an empty frame."""
    none = spread.curves(corpus_of(*NEWS), Filters(provider=("Nobody",)))
    assert none.frame.empty


def test_the_arrivals_of_a_story() -> None:
    """Two of a's three families are half of them; b has one family, so no spread."""
    corpus = corpus_of(*NEWS)
    came = spread.arrivals(corpus, EVERYTHING, 0)
    assert came["provider"].tolist() == ["Two", "Own", "Three"]
    assert came["hours"].tolist() == [0, 1, 3]
    assert came["is_in_half"].tolist() == [True, True, False]
    assert came["arrived_at"].dt.hour.tolist() == [9, 10, 12]
    for story_at in (1, -1, 99):
        assert spread.arrivals(corpus, EVERYTHING, story_at).empty
    assert spread.arrivals(corpus, Filters(provider=("Nobody",)), 0).empty
