"""The originality mix: each story is of exactly one kind."""

from __future__ import annotations

import pytest

from measures.filters import EVERYTHING, Filters
from measures.related import kinds, originality
from tests.corpora import Story, corpus_of, entry, story
from tests.measures.clock import at

LATER = story("z", provider="Last", published_at=at(days=30))
"""Lets the corpus go on, and is too young itself."""


def kind_of(*hours: float, **own: object) -> str:
    """The kind of a story of 10:00 whose list has others at these hours."""
    related = [
        entry(f"x{i}", provider=f"P{i}", published_at=at(hour))
        for i, hour in enumerate(hours)
    ]
    facts = {"provider": "Own", "published_at": at(10), "related": related} | own
    corpus = corpus_of(story("a", **facts), LATER)  # type: ignore[arg-type]
    frame = originality.mix(corpus, EVERYTHING).frame
    kinds = frame.loc[frame["story_count"] > 0, "kind"].tolist()
    assert len(kinds) == 1
    return str(kinds[0])


ON_MSN = {"provider": "Own on MSN", "domain": "msn.com"}


@pytest.mark.parametrize(
    ("hours", "own", "kind"),
    [
        ((), {}, "exclusive"),
        ((-63,), {}, "exclusive"),
        ((11,), {}, "first"),
        ((10 - 5 / 60,), {}, "first"),
        ((9, 11, 12), {}, "early"),
        ((9, 11), {}, "late"),
        ((8, 9), {}, "late"),
        ((8, 9, 11, 12), {}, "late"),
        ((), ON_MSN, "carried copy"),
        ((11,), ON_MSN, "carried copy"),
    ],
    ids=[
        "alone",
        "the other is beyond the window",
        "before the other",
        "shares the first report within 5 minutes",
        "10:00 of 9, 10, 11, 12: the median is 10:30",
        "10:00 of 9, 10, 11 is the median itself",
        "the last",
        "the middle of five is the median itself",
        "a copy alone is no exclusive",
        "a copy is never first",
    ],
)
def test_kinds(hours: tuple[float, ...], own: dict[str, object], kind: str) -> None:
    """Carried, exclusive, first, early, late: the first that holds."""
    assert kind_of(*hours, **own) == kind


@pytest.mark.parametrize(
    ("hour", "kind"), [(9, "late"), (10 - 5 / 60, "first"), (12, "first")]
)
def test_a_story_that_others_list_is_not_exclusive(hour: float, kind: str) -> None:
    """It came at 10:00 and lists nobody; who lists it came at this hour."""
    corpus = corpus_of(
        story("a", provider="Own", published_at=at(10)),
        story("b", provider="Other", published_at=at(hour), related=["a"]),
        LATER,
    )
    found = kinds.of(corpus, Filters(provider=("Own",)))
    assert kinds.KINDS[found[0]] == kind


def test_a_list_beyond_the_window_names_nobody() -> None:
    """Four days before, where three are asked for."""
    corpus = corpus_of(
        story("a", provider="Own", published_at=at(10, days=4)),
        story("b", provider="Other", published_at=at(10), related=["a"]),
        LATER,
    )
    assert kinds.KINDS[kinds.of(corpus, EVERYTHING)[0]] == "exclusive"


def test_a_folded_story_that_nobody_links_is_left_out() -> None:
    """It was folded into another, and the corpus does not say into which."""
    corpus = corpus_of(
        story("a", provider="Own", heat=-1, published=False, published_at=at(10)), LATER
    )
    result = originality.mix(corpus, EVERYTHING)
    assert result.n == 0
    assert any("folded" in item.why for item in result.left_out)


def test_young_and_undated_stories_are_left_out() -> None:
    """Others may still follow; or nobody knows when it was."""
    corpus = corpus_of(
        story("a", published_at=at(0)),
        story("b", published_at=at(80)),
        story("c", published_at=None),
    )
    whole = originality.mix(corpus, EVERYTHING)
    assert whole.n == 1
    assert {item.why: item.count for item in whole.left_out} == {
        "younger than the window": 1,
        "without a time": 1,
    }
    assert originality.mix(corpus, Filters(window=24)).n == 1


def stories() -> list[Story]:
    """Twelve of One: nine exclusive, three first; two of Two, both exclusive."""
    followed = [entry("x", provider="Three", published_at=at(12))]
    return [
        *(story(f"a{i}", provider="One", published_at=at(10)) for i in range(9)),
        *(
            story(f"b{i}", provider="One", published_at=at(10), related=followed)
            for i in range(3)
        ),
        *(story(f"c{i}", provider="Two", published_at=at(10)) for i in range(2)),
        LATER,
    ]


def test_the_mix_of_each_provider() -> None:
    """One: 9/12 exclusive, 3/12 first; Two has too few stories for shares."""
    whole = originality.by_provider(corpus_of(*stories()), EVERYTHING)
    assert whole.n == 14
    one = whole.frame[whole.frame["provider"] == "One"]
    assert one["kind"].tolist() == list(kinds.KINDS)
    assert one["story_share"].tolist() == [0.75, 0.25, 0, 0, 0]
    two = whole.frame[whole.frame["provider"] == "Two"]
    assert two["story_count"].tolist() == [2, 0, 0, 0, 0]
    assert two["story_share"].isna().all()
    assert set(two["reason"]) == {"too little data: needs 10 stories"}


def test_a_kind_opens_into_its_stories() -> None:
    """As many rows as the mark counts."""
    corpus = corpus_of(*stories())
    mix = originality.mix(corpus, EVERYTHING).frame
    assert mix["story_share"].sum() == pytest.approx(1)
    for kind, count in zip(mix["kind"], mix["story_count"], strict=True):
        assert len(originality.stories(corpus, EVERYTHING, kind)) == count


def test_no_story_has_no_mix() -> None:
    """Counts of 0, and no shares."""
    frame = originality.mix(corpus_of(LATER), EVERYTHING).frame
    assert frame["story_count"].tolist() == [0, 0, 0, 0, 0]
    assert frame["story_share"].isna().all()
    assert originality.by_provider(corpus_of(LATER), EVERYTHING).frame.empty
