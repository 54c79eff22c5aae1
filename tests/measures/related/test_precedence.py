"""Who precedes whom."""

from __future__ import annotations

from math import sqrt
from typing import Final

import pytest

from measures.filters import EVERYTHING, Filters
from measures.related import precedence
from tests.corpora import Story, corpus_of, entry, story
from tests.measures.clock import at


def races() -> list[Story]:
    """Six coverages of Own at 10:00: Two three times earlier, twice later, once tied.

    Three is in one of them only.
    """
    hours = [8, 9, 5, 11, 12, 10 + 4 / 60]
    three = entry("y", provider="Three", published_at=at(20))
    return [
        story(
            f"s{number}",
            provider="Own",
            published_at=at(10, days=10 * number),
            related=[
                entry(
                    f"x{number}",
                    provider="Two",
                    published_at=at(hour, days=10 * number),
                ),
                *([three] if number == 0 else []),
            ],
        )
        for number, hour in enumerate(hours)
    ]


def test_before_after_and_tied_add_up() -> None:
    """Two before Own in 3 of 6, Own before Two in 2, one tie: 3/6 and 2/6."""
    whole = precedence.precedence(corpus_of(*races()), EVERYTHING)
    assert whole.n == 6
    pairs = whole.frame.set_index(["provider", "other"]).to_dict("index")
    ours, theirs = pairs["Own", "Two"], pairs["Two", "Own"]
    assert ours["both_count"] == theirs["both_count"] == 6
    assert (ours["before_count"], theirs["before_count"]) == (2, 3)
    assert ours["tie_count"] == theirs["tie_count"] == 1
    assert ours["before_share"] == pytest.approx(2 / 6)
    assert theirs["before_share"] == pytest.approx(3 / 6)


SURE: Final = [
    ((5, 0), 5 / sqrt(5)),
    ((50, 0), sqrt(50)),
    ((25, 25), 0),
    ((4, 1), 3 / sqrt(5)),
    ((1, 4), -3 / sqrt(5)),
]


@pytest.mark.parametrize(("times", "expected"), SURE, ids=str)
def test_many_meetings_are_surer_than_few(
    times: tuple[int, int], expected: float
) -> None:
    """Own came first so often, and Two so often; and two ties, which count for neither."""
    hours = [*[12] * times[0], *[8] * times[1], 10, 10]
    corpus = corpus_of(
        *(
            story(
                f"s{number:02}",
                provider="Own",
                published_at=at(10, days=10 * number),
                related=[
                    entry(
                        f"x{number}",
                        provider="Two",
                        published_at=at(hour, days=10 * number),
                    )
                ],
            )
            for number, hour in enumerate(hours)
        )
    )
    pairs = precedence.precedence(corpus, EVERYTHING).frame.set_index("provider")
    assert pairs["tie_count"].tolist() == [2, 2]
    assert pairs["before_score"].to_dict() == {
        "Own": pytest.approx(expected),
        "Two": pytest.approx(-expected),
    }


def test_pairs_that_met_too_seldom_are_counted_and_not_judged() -> None:
    """Three met Own once; five are needed."""
    pairs = precedence.precedence(corpus_of(*races()), EVERYTHING).frame
    three = pairs[pairs["other"] == "Three"]
    assert three["both_count"].tolist() == [1, 1]
    assert three[["before_share", "before_score"]].isna().all(axis=None)
    assert set(three["reason"]) == {"too little data: needs 5 shared coverages"}


def test_only_the_leading_providers_are_shown() -> None:
    """Two of three, and the third is said to be left out."""
    whole = precedence.precedence(corpus_of(*races()), EVERYTHING, most=2)
    assert set(whole.frame["provider"]) == {"Own", "Two"}
    assert [item.count for item in whole.left_out] == [1]


def test_no_story_has_no_pairs() -> None:
    """An empty view is an empty frame."""
    corpus = corpus_of(*races())
    none = precedence.precedence(corpus, Filters(provider=("Nobody",)))
    assert none.frame.empty


def test_the_meetings_of_a_pair() -> None:
    """The latest first: level, Two later by 2 and 1 hours, then earlier by 5, 1 and 2."""
    corpus = corpus_of(*races())
    ours = precedence.meetings(corpus, EVERYTHING, "Own", "Two")
    assert ours["order"].tolist() == ["together", *["before"] * 2, *["after"] * 3]
    assert ours["ahead_hours"].tolist() == pytest.approx([4 / 60, 2, 1, -5, -1, -2])
    theirs = precedence.meetings(corpus, EVERYTHING, "Two", "Own")
    assert sorted(theirs["ahead_hours"]) == pytest.approx(sorted(-ours["ahead_hours"]))
    assert sorted(theirs["story"]) == sorted(ours["story"]) == [0, 1, 2, 3, 4, 5]
    assert len(precedence.meetings(corpus, EVERYTHING, "Own", "Three")) == 1
    assert precedence.meetings(corpus, EVERYTHING, "Own", "Nobody").empty
