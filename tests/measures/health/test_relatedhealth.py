"""How far the related links can be trusted."""

from __future__ import annotations

from measures.filters import EVERYTHING, Filters
from measures.health import relatedhealth
from tests.corpora import corpus_of, entry, listed, story
from tests.measures.clock import at

B = story("b", provider="Two", published_at=at(2), quality=50, related=["a"])
NEWS = (
    story(
        "a",
        provider="One",
        published_at=at(0),
        related=[
            listed(B, publishedDateTime=at(3), quality=60),
            "c",
            entry("x", provider="One", published_at=at(100)),
            entry("x", provider="One", published_at=at(100)),
            entry("y", provider="Three", published_at=None),
            entry("z", url=None, published_at=at(4)),
            entry("u", url=None, published_at=None),
            listed(story("a", provider="One")),
        ],
    ),
    B,
    story("c", provider="Three", published_at=at(1)),
)


def test_the_report() -> None:
    """Links after cleaning: a lists b, c, x, y, z, and b lists a: 6, of them 3 filed.

    Mutual are a-b and b-a. x is of a's own domain and 100 hours away; z has no address.
    The entries were 9: x twice, u without an address and a time, and a itself.
    """
    whole = relatedhealth.checks(corpus_of(*NEWS), EVERYTHING)
    found = {
        row["check"]: (row["count"], row["of_count"])
        for row in whole.frame.to_dict("records")
    }
    assert whole.n == 6
    assert found == {
        "mutual": (2, 3),
        "same domain": (1, 6),
        "beyond the window": (1, 6),
        "without a time": (1, 6),
        "without an address": (1, 6),
        "only seen": (3, 6),
        "copy differs in time": (1, 3),
        "copy differs in quality": (1, 3),
        "repeated": (1, 9),
        "the story itself": (1, 9),
        "unusable": (1, 9),
    }


def test_filters_choose_whose_lists_are_looked_at() -> None:
    """Of b's one link, which is mutual."""
    whole = relatedhealth.checks(corpus_of(*NEWS), Filters(provider=("Two",)))
    assert whole.n == 1
    assert whole.frame.loc[0, "link_share"] == 1


def test_a_link_to_what_is_only_seen_is_no_way_back() -> None:
    """The last story lists the first, which lists nobody; b lists what has no file."""
    corpus = corpus_of(
        story("a", published_at=at(0)),
        story("b", published_at=at(1), related=[entry("x", provider="Other")]),
        story("c", published_at=at(2), related=["a"]),
    )
    assert relatedhealth.is_mutual(corpus).tolist() == [False] * 2
    assert relatedhealth.checks(corpus, EVERYTHING).frame.loc[0, "count"] == 0


def test_no_links_have_no_shares() -> None:
    """0 of 0 is missing."""
    whole = relatedhealth.checks(corpus_of(story()), EVERYTHING)
    assert whole.frame["count"].tolist() == [0] * 11
    assert whole.frame["link_share"].isna().all()


def test_the_copies_that_differ() -> None:
    """The list of a has b at 3:00 with quality 60; its file says 2:00 and 50."""
    whole = relatedhealth.copies(corpus_of(*NEWS), EVERYTHING)
    assert whole.n == 3
    assert len(whole.frame) == 1
    row = whole.frame.to_dict("records")[0]
    assert (row["story"], row["target"], row["entry"]) == (0, 1, 0)
    assert (row["quality_score"], row["listed_quality_score"]) == (50, 60)
    assert row["differs_hours"] == 1
    assert [item.count for item in whole.left_out] == [3]


def test_what_a_copy_does_not_say_does_not_differ() -> None:
    """A copy without a quality, and without a time."""
    copy = listed(B, quality=None, publishedDateTime=None)
    corpus = corpus_of(story("a", published_at=at(0), related=[copy]), *NEWS[1:])
    assert relatedhealth.copies(corpus, EVERYTHING).frame.empty
