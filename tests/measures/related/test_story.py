"""The coverage of one story: who else ran it, when, and who was first."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import pytest

import loaders
from measures.filters import EVERYTHING
from measures.related import reports, story
from measures.related.story import Reach
from tests.corpora import Story, corpus_of, entry
from tests.corpora import story as filed
from tests.measures.clock import at
from tests.measures.six import timeless

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.corpus import Corpus

COLUMNS: Final = {
    "title",
    "provider",
    "carrier",
    "type",
    "published_at",
    "gap_hours",
    "gap_days",
    "quality_score",
    "key_url",
    "story_id",
    "position",
    "is_self",
    "is_within",
    "is_filed",
    "has_time",
    "standing",
}


@cache
def news() -> Corpus:
    """Story a at noon, with eight others before, after, and beyond three days."""
    return corpus_of(
        filed(
            "a",
            provider="One",
            published_at=at(12),
            related=[
                entry("late", provider="Two", published_at=at(30)),
                "b",
                entry(
                    "copy", provider="Six on MSN", domain="msn.com", published_at=at(1)
                ),
                entry("shared", provider="Four", published_at=at(2 + 4 / 60)),
                entry("after", provider="Five", published_at=at(2 + 6 / 60)),
                entry("far", provider="Seven", published_at=at(12, days=4)),
                entry("none", provider="Eight", published_at="soon"),
                entry(
                    "copy2",
                    provider="One on MSN",
                    domain="msn.com",
                    published_at=at(14),
                ),
            ],
        ),
        filed("b", provider="Three", published_at=at(2), quality=77, related=["a"]),
        filed("c", provider="Alone"),
    )


def standings(corpus: Corpus, position: int, window: int = 72) -> list[tuple[str, str]]:
    """The last part of each member's address, and the part that it plays."""
    members = story.coverage(corpus, position, window, "family")
    names = [url.rsplit("/", 1)[1] for url in members["key_url"]]
    return list(zip(names, members["standing"], strict=True))


def test_alone_a_story_is_its_own_coverage() -> None:
    """One row, all columns; it is first, and nobody else is there."""
    members = story.coverage(news(), 2, 72, "family")
    assert set(members.columns) == COLUMNS
    assert standings(news(), 2) == [("c", "this story")]
    assert story.reach(news(), 2, 72) == Reach(1, ("Alone",), (0,), True, 0, 0, 0, 0)


def test_a_story_without_a_time_has_no_first_report() -> None:
    """Nor a lag or a span; it is still its own coverage."""
    assert standings(timeless(), 0) == [("a", "this story")]
    assert story.reach(timeless(), 0, 72) == Reach(0, (), (), False, None, None, 0, 0)


def test_beside_a_story_without_a_time_no_order_is_known() -> None:
    """The others have times, but not before or after it."""
    corpus = corpus_of(
        filed("a", published_at=None, related=[entry("x", provider="Other")])
    )
    assert standings(corpus, 0) == [("x", "order unknown"), ("a", "this story")]
    assert story.reach(corpus, 0, 72) == Reach(1, (), (), False, None, None, 0, 1)


def test_members_stand_in_order_of_time() -> None:
    """Carrier copies are never first; four minutes after the first it is shared."""
    assert standings(news(), 0) == [
        ("copy", "carried copy"),
        ("b", "first report"),
        ("shared", "first report"),
        ("after", "before"),
        ("a", "this story"),
        ("copy2", "carried copy"),
        ("late", "after"),
        ("far", "after"),
        ("none", "order unknown"),
    ]


def test_members_tell_what_is_known_of_them() -> None:
    """A filed one by its file, a seen one by the list, gaps in hours and days."""
    members = story.coverage(news(), 0, 72, "family")
    assert members["is_self"].sum() == 1
    assert members["carrier"].notna().sum() == 2
    by_name = {row["provider"]: row for row in members.to_dict("records")}
    known = (
        "story_id",
        "position",
        "is_filed",
        "gap_hours",
        "gap_days",
        "quality_score",
    )
    assert [by_name["Three"][key] for key in known] == ["b", 1, True, -10, -10 / 24, 77]
    assert [by_name["Seven"][key] for key in known[1:]] == [-1, False, 96, 4, 50]
    assert members["story_id"].notna().sum() == 2


WITHIN: Final = [
    (96, {"copy", "b", "shared", "after", "a", "copy2", "late", "far"}),
    (95, {"copy", "b", "shared", "after", "a", "copy2", "late"}),
    (10, {"b", "shared", "after", "a", "copy2"}),
    (1, {"a"}),
]


@pytest.mark.parametrize(("window", "expected"), WITHIN)
def test_the_window_is_in_hours_around_the_story(
    window: int, expected: set[str]
) -> None:
    """Its edge belongs to it; members outside stay in the table."""
    members = story.coverage(news(), 0, window, "family")
    assert len(members) == 9
    within = members.loc[members["is_within"], "key_url"]
    assert {url.rsplit("/", 1)[1] for url in within} == expected


def test_outside_the_window_nobody_is_first() -> None:
    """Within two hours there is only the story itself: the others are merely before."""
    assert standings(news(), 0, 2)[1:4] == [
        ("b", "before"),
        ("shared", "before"),
        ("after", "before"),
    ]


REACHES: Final = [
    # Two, Three, Four, Five, Six by its copy, and One itself.
    (72, Reach(6, ("Three", "Four"), (10, 596 / 60), False, 10, 29, 4, 2)),
    (96, Reach(7, ("Three", "Four"), (10, 596 / 60), False, 10, 107, 4, 1)),
    (1, Reach(1, ("One",), (0,), True, 0, 0, 0, 8)),
]


@pytest.mark.parametrize(("window", "expected"), REACHES)
def test_reach_is_within_the_window(window: int, expected: Reach) -> None:
    """Families count once, carriers' copies for their origins."""
    assert story.reach(news(), 0, window) == expected


def pair(minutes: float) -> Corpus:
    """A story at midnight and one of another provider so many minutes before it."""
    return corpus_of(
        filed(
            "a",
            provider="One",
            published_at=at(0),
            related=[entry("x", provider="Two", published_at=at(-minutes / 60))],
        )
    )


SHARED: Final = [
    (0, ("One", "Two"), True),
    (5, ("Two", "One"), True),
    (5 + 1 / 60, ("Two",), False),
    (-5, ("One", "Two"), True),
    (-5 - 1 / 60, ("One",), True),
]


@pytest.mark.parametrize(("minutes", "providers", "is_first"), SHARED)
def test_a_first_report_is_shared_within_five_minutes(
    minutes: float, providers: tuple[str, ...], is_first: bool
) -> None:
    """Five minutes are shared, a second more is not."""
    found = story.reach(pair(minutes), 0, 72)
    assert (found.first_providers, found.is_first) == (providers, is_first)


def copied(*minutes: int) -> Corpus:
    """A carrier copy at midnight, and reports of others so many minutes later."""
    return corpus_of(
        filed(
            "a",
            provider="One on MSN",
            domain="msn.com",
            published_at=at(0),
            related=[
                entry(f"x{minute}", provider=f"After {minute}", published_at=at(later))
                for minute, later in ((minute, minute / 60) for minute in minutes)
            ],
        )
    )


@pytest.mark.parametrize("start", [1, 7, 18, 57, 103, 243, 470])
def test_exactly_five_minutes_are_shared_wherever_the_first_report_is(
    start: int,
) -> None:
    """As where first reports are counted: hours with fractions would miss some."""
    corpus = copied(start, start + 5, start + 6)
    first = (f"After {start}", f"After {start + 5}")
    assert story.reach(corpus, 0, 72).first_providers == first
    assert [standing for _, standing in standings(corpus, 0)] == [
        "this story",
        "first report",
        "first report",
        "after",
    ]
    report = reports.of(corpus, EVERYTHING)
    assert report.sharing.tolist() == [len(first)]


COPY: Final[Story] = filed(
    "a",
    provider="One on MSN",
    domain="msn.com",
    published_at=at(0),
    related=[entry("x", provider="Two", published_at=at(3))],
)


def test_nothing_is_minus_zero_hours_away() -> None:
    """A story that is first itself is 0 hours after the first, and not -0."""
    found = story.reach(pair(-3), 0, 72)
    lags = [found.lag_hours, *found.first_lags, found.span_hours]
    assert [str(lag) for lag in lags] == ["0.0", "0.0", "-0.05", "0.05"]


def test_a_carrier_copy_is_not_first() -> None:
    """Even where it is the earliest: the first original came three hours after it."""
    corpus = corpus_of(COPY)
    assert standings(corpus, 0) == [("a", "this story"), ("x", "first report")]
    assert story.reach(corpus, 0, 72) == Reach(2, ("Two",), (-3,), False, -3, 3, 0, 0)


def test_copies_alone_have_no_first_report() -> None:
    """Where every member is a carrier's copy, the origin is not known."""
    corpus = corpus_of(
        filed(
            "a",
            provider="One on MSN",
            domain="msn.com",
            related=[entry("x", provider="Two on Yahoo", domain="yahoo.com")],
        )
    )
    assert [standing for _, standing in standings(corpus, 0)] == [
        "this story",
        "carried copy",
    ]
    assert story.reach(corpus, 0, 72) == Reach(2, (), (), False, None, None, 0, 0)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("family", ["Six", "Three", "Four", "Five", "One", "One"]),
        ("name", ["Six on MSN", "Three", "Four", "Five", "One", "One on MSN"]),
        (
            "domain",
            [
                "msn.com",
                "three.example",
                "four.example",
                "five.example",
                "one.example",
                "msn.com",
            ],
        ),
    ],
)
def test_providers_are_named_by_the_identity(by: str, expected: list[str]) -> None:
    """Family, name or domain, as the reader has chosen."""
    members = story.coverage(news(), 0, 72, by)
    assert members["provider"].tolist()[:6] == expected


def test_a_member_without_a_provider_is_missing_one() -> None:
    """It is a member, and adds no family."""
    corpus = corpus_of(filed("a", related=[entry("x", provider=None)]))
    members = story.coverage(corpus, 0, 72, "family")
    assert members["provider"].isna().tolist() == [False, True]
    assert story.reach(corpus, 0, 72).family_count == 1


def test_family_count_is_the_breadth_of_the_corpus() -> None:
    """What the page says of a story is what its row in every table says."""
    corpus = news()
    for position in range(len(corpus)):
        reach = story.reach(corpus, position, 72)
        assert reach.family_count == corpus.breadths[position]


def test_a_real_story_has_its_breadth(real_corpus: Path) -> None:
    """The same on hundreds of real stories."""
    corpus = loaders.load(real_corpus)
    counts = [
        story.reach(corpus, position, 72).family_count
        for position in range(len(corpus))
    ]
    assert counts == corpus.breadths.tolist()
