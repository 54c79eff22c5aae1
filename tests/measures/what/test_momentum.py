"""Momentum: (O - E) / √E of the last 7 days against the 28 before, E at least 5."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

import pytest

from measures import dates
from measures.filters import EVERYTHING, Filters
from measures.what import momentum, quadrants
from tests.corpora import Story, corpus_of, story
from tests.measures.clock import DAY, at

if TYPE_CHECKING:
    from datetime import date

    from loaders.corpus import Corpus


def stories(
    prefix: str, days: range, count: int, topics: tuple[str, ...], provider: str = "One"
) -> list[Story]:
    """So many stories in all, spread over these days in turn."""
    return [
        story(
            f"{prefix}{number:02}",
            provider=provider,
            topics=topics,
            published_at=at(days=days[number % len(days)]),
        )
        for number in range(count)
    ]


BASELINE = range(28)
RECENT = range(28, 35)


def corpus() -> Corpus:
    """35 days; games 36 before and 18 now, chips 36 and 6, phones 16 and 9, new 0 and 3.

    E is a quarter of the stories before: 9, 9, 4, 0.
    """
    return corpus_of(
        *stories("a", BASELINE, 36, ("Games",)),
        *stories("b", RECENT, 18, ("Games",)),
        *stories("c", BASELINE, 36, ("Chips",), "Two"),
        *stories("d", RECENT, 6, ("Chips",), "Two"),
        *stories("e", BASELINE, 16, ("Phones",), "Three"),
        *stories("f", RECENT, 9, ("Phones",), "Three"),
        *stories("g", RECENT, 3, ("New",), "Four"),
    )


def test_momentum_of_topics() -> None:
    """Games (18 - 9) / 3 = 3, chips (6 - 9) / 3 = -1; the others' E is below 5."""
    whole = momentum.of_topics(corpus(), EVERYTHING)
    frame = whole.frame
    assert frame["topic"].tolist() == ["Games", "Chips", "Phones", "New"]
    assert frame["recent_count"].tolist() == [18, 6, 9, 3]
    assert frame["expected_count"].tolist() == [9, 9, 4, 0]
    assert frame["momentum_score"].tolist()[:2] == [3, -1]
    assert frame["momentum_score"].isna().tolist() == [False, False, True, True]
    guard = "too little data: needs 5 expected stories"
    assert frame["reason"].tolist() == ["", "", guard, guard]
    assert whole.n == 124
    assert frame["story_share"].tolist() == pytest.approx(
        [54 / 124, 42 / 124, 25 / 124, 3 / 124]
    )


def test_momentum_of_providers() -> None:
    """The same stories, by who wrote them."""
    frame = momentum.of_providers(corpus(), EVERYTHING).frame
    assert frame["provider"].tolist() == ["One", "Two", "Three", "Four"]
    assert frame["momentum_score"].tolist()[:2] == [3, -1]


def test_the_range_says_when_the_last_days_end() -> None:
    """Up to day 33 the baseline would begin before the corpus; then nothing is said."""
    earlier = Filters(last=dates.to_date(DAY + 33))
    frame = momentum.of_topics(corpus(), earlier).frame
    assert frame["momentum_score"].isna().all()
    assert set(frame["reason"]) == {"too little data: needs 35 days of the corpus"}


def test_the_baseline_may_lie_before_the_range() -> None:
    """Of the last 7 days alone, the 28 before still count."""
    week = Filters(first=dates.to_date(DAY + 28))
    frame = momentum.of_topics(corpus(), week).frame.set_index("topic")
    assert frame.loc["Games", "momentum_score"] == 3
    assert frame.loc["Games", "story_count"] == 18
    assert frame.loc["Games", "story_share"] == pytest.approx(18 / 36)


def test_a_range_past_the_end_ends_with_the_corpus() -> None:
    """Days that have not come are no silence."""
    beyond = Filters(last=dates.to_date(DAY + 34) + timedelta(days=100))
    frame = momentum.of_topics(corpus(), beyond).frame
    assert frame["momentum_score"].tolist()[:2] == [3, -1]


def test_other_lengths(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last 14 days against the 21 before: games 18 + 18 to come of 27 * 14 / 21.

    Before: 36 over 28 days, two on the first 8 of them and one on the others; days 0 to
    20 hold 8 * 2 + 13 = 29, days 21 to 27 hold 7, and with the 18 recent ones 25.
    """
    monkeypatch.setattr(momentum, "RECENT_DAYS", 14)
    monkeypatch.setattr(momentum, "BASELINE_DAYS", 21)
    frame = momentum.of_topics(corpus(), EVERYTHING).frame.set_index("topic")
    assert frame.loc["Games", "recent_count"] == 25
    assert frame.loc["Games", "expected_count"] == pytest.approx(29 * 14 / 21)


def test_an_umbrella_topic_is_set_aside_and_named() -> None:
    """It would move as the corpus does, and hide the others."""
    both = corpus_of(*stories("a", range(35), 40, ("All", "Games")))
    whole = momentum.of_topics(both, EVERYTHING)
    assert whole.frame.empty
    assert whole.left_out[0].count == 2
    assert whole.left_out[0].why.endswith("All, Games")


def test_quadrants() -> None:
    """Games are large and rising; chips have less share and fall; two are left out."""
    whole = quadrants.of(corpus(), EVERYTHING)
    assert whole.frame[["topic", "quadrant"]].to_numpy().tolist() == [
        ["Games", "large and rising"],
        ["Chips", "small and falling"],
    ]
    assert whole.left_out[-1].count == 2
    by_provider = quadrants.of(corpus(), EVERYTHING, "provider")
    assert by_provider.frame["provider"].tolist() == ["One", "Two"]


def test_too_few_stories_have_no_quadrants() -> None:
    """One story: nothing is said, and why."""
    whole = quadrants.of(corpus_of(story(topics=["Games"])), EVERYTHING)
    assert whole.frame.empty
    assert whole.reason == "too little data: needs 5 expected stories"


def test_without_times_nothing_is_recent() -> None:
    """Counted, and not judged."""
    corpus = corpus_of(
        story("a", published_at=None, provider="One"),
        story("b", published_at=None, provider="Two"),
    )
    frame = momentum.of_providers(corpus, EVERYTHING).frame
    assert frame["recent_count"].tolist() == [0, 0]
    assert frame["momentum_score"].isna().all()


def day(number: int) -> date:
    """The date of a day of the corpus, from 0."""
    return dates.to_date(DAY + number)


WITHIN: Final = [
    (Filters(), (28, 34)),
    (Filters(first=day(20)), (28, 34)),
    (Filters(first=day(31)), (31, 34)),
    (Filters(last=day(30)), (24, 30)),
    (Filters(first=day(29), last=day(30)), (29, 30)),
]


@pytest.mark.parametrize(("chosen", "days"), WITHIN, ids=str)
def test_recent_days_are_of_the_range(chosen: Filters, days: tuple[int, int]) -> None:
    """Seven of them end with the range; a shorter one leaves the others out."""
    found = momentum.within_range(corpus(), chosen)
    assert (found.first, found.last) == (day(days[0]), day(days[1]))
    assert momentum.within_range(corpus_of(story("a", published_at=None)), chosen) == (
        chosen
    )
