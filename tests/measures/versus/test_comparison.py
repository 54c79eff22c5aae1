"""Two sides: what each holds, and what it is called."""

from __future__ import annotations

from datetime import timedelta

import pytest

from measures import dates
from measures.filters import EVERYTHING, Filters
from measures.versus import comparison
from measures.versus.comparison import Side
from tests.corpora import corpus_of, story
from tests.measures.clock import MIDNIGHT, at

FIRST = MIDNIGHT.date()


def day(number: int) -> Filters:
    """One day, so many after the first."""
    return Filters(
        first=FIRST + timedelta(days=number), last=FIRST + timedelta(days=number)
    )


NEWS = (
    story("a", provider="One", published_at=at()),
    story("b", provider="Two", published_at=at()),
    story("c", provider="One", published_at=at(days=1)),
    story("d", provider="Two", published_at=at(days=1), topics=["Chips"]),
    story("e", provider="Two", published_at=None),
)


@pytest.mark.parametrize(
    ("filters", "rest"),
    [
        (EVERYTHING, []),
        (Filters(provider=("One",)), [1, 3, 4]),
        (day(0), [2, 3, 4]),
        (day(0).with_(provider=("One",)), [1]),
        (day(1).with_(topic=("Chips",), by="name", window=24), [2]),
    ],
    ids=[
        "nothing is left of everything",
        "all that is not of the provider",
        "dates alone: all other days, and no day",
        "a provider on a day: the others on that day",
        "how things are read is nothing that is asked for",
    ],
)
def test_the_rest(filters: Filters, rest: list[int]) -> None:
    """The stories left out, of the same dates."""
    corpus = corpus_of(*NEWS)
    chosen, others = comparison.with_rest(filters)
    assert others.mask(corpus).nonzero()[0].tolist() == rest
    assert not (chosen.mask(corpus) & others.mask(corpus)).any()


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        (Side("A", EVERYTHING), "all stories"),
        (Side("A", Filters(provider=("One",))), "by One"),
        (Side("B", Filters(provider=("One",)), is_rest=True), "not (by One)"),
        (
            Side("B", day(0).with_(provider=("One",)), is_rest=True),
            "on 4 Jan 2021, not (by One)",
        ),
        (Side("B", day(0), is_rest=True), "not (on 4 Jan 2021)"),
    ],
    ids=str,
)
def test_a_side_says_what_it_holds(side: Side, expected: str) -> None:
    """In English, the rest too."""
    assert side.describe() == expected


def test_the_period_before() -> None:
    """Day 1 against day 0; nothing lies before day 0, or before no range."""
    corpus = corpus_of(*NEWS)
    pair = comparison.with_before(corpus, day(1))
    assert pair is not None
    assert [side.mask(corpus).nonzero()[0].tolist() for side in pair] == [
        [2, 3],
        [0, 1],
    ]
    assert comparison.with_before(corpus, day(0)) is None
    assert comparison.with_before(corpus, EVERYTHING) is None


def test_sizes_and_what_is_shared() -> None:
    """One has 2 stories, day 0 has 2, and a is both: 3 of either."""
    left, right = Side("One", Filters(provider=("One",))), Side("Day", day(0))
    whole = comparison.sizes(corpus_of(*NEWS), left, right)
    assert whole.n == 3
    assert whole.frame["side"].tolist() == ["One", "Day"]
    assert whole.frame["story_count"].tolist() == [2, 2]
    assert whole.frame["provider_count"].tolist() == [1, 2]
    assert whole.frame["only_count"].tolist() == [1, 1]
    assert whole.frame["both_count"].tolist() == [1, 1]
    assert whole.frame["story_share"].tolist() == pytest.approx([2 / 3, 2 / 3])


def test_two_empty_sides_have_no_shares() -> None:
    """0 of 0 is missing."""
    nobody = Side("A", Filters(provider=("Nobody",)))
    frame = comparison.sizes(corpus_of(*NEWS), nobody, nobody).frame
    assert frame["story_count"].tolist() == [0, 0]
    assert frame["story_share"].isna().all()


def test_the_rest_has_the_range_of_its_dates() -> None:
    """The same day for the rest of it; the whole corpus for the rest of a day."""
    corpus = corpus_of(*NEWS)
    assert corpus.span is not None
    first = dates.to_day(FIRST)
    with_provider = day(0).with_(provider=("One",))
    assert Side("B", with_provider, is_rest=True).span(corpus) == (first, first)
    assert Side("B", day(0), is_rest=True).span(corpus) == corpus.span
