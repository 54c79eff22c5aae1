"""The anatomy of a burst: three divisions of the excess that each add up to it."""

from __future__ import annotations

import pytest

from measures.filters import EVERYTHING, Filters
from measures.when import anatomy, excess
from tests.corpora import Story, corpus_of, entry, story
from tests.measures.clock import DAY, at

OUTLETS = ("One", "Two", "Three", "Four", "Five", "Six")


def before() -> list[Story]:
    """28 days before: each day One on chips, every other day Two on chips and games."""
    ones = [
        story(
            f"b{day:02}", provider="One", topics=["Chips"], published_at=at(1, days=day)
        )
        for day in range(28)
    ]
    twos = [
        story(
            f"c{day:02}",
            provider="Two",
            topics=["Chips", "Games"],
            published_at=at(2, days=day),
        )
        for day in range(0, 28, 2)
    ]
    return ones + twos


def told(*names: str, related: tuple[str, ...] = (), **facts: object) -> list[Story]:
    """Stories of day 28; the first lists the others, or those of `related`."""
    return [
        story(
            name,
            provider=OUTLETS[place % len(OUTLETS)],
            published_at=at(place, days=28),
            related=[*names[1:], *related] if place == 0 else (),
            **facts,  # type: ignore[arg-type]
        )
        for place, name in enumerate(names)
    ]


def of_day_28(*stories: Story, chosen: Filters = EVERYTHING) -> anatomy.Anatomy:
    """The anatomy of day 28, after the 28 days before."""
    corpus = corpus_of(*before(), *stories)
    return anatomy.of(corpus, chosen, DAY + 28, DAY + 28)


def test_the_excess_by_provider() -> None:
    """Expected: One 28/28 = 1, Two 14/28 = 0.5. Six stories, one each: 4.5 beyond.

    One: 1 - 1 = 0; Two: 1 - 0.5; the four others 1 each.
    """
    found = of_day_28(*told("p", "q", "r", "s", "t", "u"))
    assert found.story_count == 6
    assert found.expected_count == 1.5
    assert found.excess_count == 4.5
    parts = found.providers.set_index("provider")["excess_count"]
    assert parts.to_dict() == {
        "Three": 1,
        "Four": 1,
        "Five": 1,
        "Six": 1,
        "Two": 0.5,
        "One": 0,
    }
    assert found.providers["excess_share"].sum() == pytest.approx(1)


def test_the_excess_by_topic_shares_a_story_among_its_topics() -> None:
    """Expected: Chips (28 + 14/2)/28 = 1.25, Games 14/2/28 = 0.25.

    Now: p and q on games and phones (½ each), r without a topic. Games 1 - 0.25, phones
    1, no topic 1, chips 0 - 1.25: together 3 - 1.5.
    """
    found = of_day_28(
        *told("p", "q", topics=["Games", "Phones"]),
        story("r", published_at=at(days=28)),
    )
    parts = found.topics.set_index("topic")["excess_count"]
    assert parts.to_dict() == {
        "Phones": 1,
        "no topic": 1,
        "Games": 0.75,
        "Chips": -1.25,
    }
    assert parts.sum() == found.excess_count == 1.5


def test_one_story_in_many_outlets() -> None:
    """The coverage of p holds five of six stories; u stands with the usual 1.5.

    Excess 4.5: 5 of p's coverage, 1 - 1.5 of those alone.
    """
    found = of_day_28(
        *told("p", "q", "r", "s", "t"), story("u", published_at=at(days=28))
    )
    parts = found.coverages
    assert parts["story_count"].tolist() == [5, 1]
    assert parts["excess_count"].tolist() == [5, -0.5]
    assert parts["provider_count"].tolist() == [5, 1]
    assert parts["story"].iloc[1] == excess.ALONE
    assert found.verdict == anatomy.ONE_STORY


def test_many_stories() -> None:
    """Each lists one elsewhere, nobody one of the others: all six stand alone."""
    stories = [
        story(name, provider=name, published_at=at(days=28), related=[entry(name * 2)])
        for name in "pqrstu"
    ]
    found = of_day_28(*stories)
    assert found.coverages["story"].tolist() == [excess.ALONE]
    assert found.coverages["excess_count"].tolist() == [4.5]
    assert found.verdict == anatomy.MANY_STORIES


def test_without_related_links_nothing_can_be_told() -> None:
    """Six stories that may be one or many: nobody has linked them."""
    stories = [
        story(name, provider=name, published_at=at(days=28)) for name in "pqrstu"
    ]
    assert of_day_28(*stories).verdict == anatomy.UNLINKED


def test_one_outlet_alone_is_not_many() -> None:
    """Six stories that list one another, all by one provider."""
    stories = [
        story(
            name,
            provider="One",
            published_at=at(days=28),
            related=list("qrstu") if name == "p" else (),
        )
        for name in "pqrstu"
    ]
    assert of_day_28(*stories).verdict == anatomy.MANY_STORIES


def test_a_coverage_that_began_before_has_its_own_baseline() -> None:
    """Story p lists b27 of the day before: of the 1.5 expected 1/28 is its own."""
    found = of_day_28(*told("p", "q", "r", "s", "t", "u", related=("b27",)))
    expected = found.coverages["expected_count"].tolist()
    assert expected == [pytest.approx(1 / 28), pytest.approx(41 / 28)]


def test_each_story_is_in_one_coverage() -> None:
    """The widest, p, takes r, which q lists too; q is left with s."""
    x, y = (entry(name, provider=name, published_at=at(days=28)) for name in "xy")
    stories = [
        story("p", provider="One", published_at=at(days=28), related=["r", x, y]),
        story("q", provider="Two", published_at=at(days=28), related=["r", "s"]),
        story("r", provider="Three", published_at=at(days=28)),
        story("s", provider="Four", published_at=at(days=28)),
    ]
    found = of_day_28(*stories)
    shared = found.coverages[found.coverages["story"] != excess.ALONE]
    assert shared["story_count"].tolist() == [2, 2]


def test_no_excess_has_no_verdict() -> None:
    """A day like the others, or none at all."""
    assert of_day_28(story("p", published_at=at(days=28))).verdict == ""
    nobody = of_day_28(story("p"), chosen=Filters(provider=("Nobody",)))
    assert nobody.verdict == ""
    assert nobody.providers.empty
    assert nobody.topics.empty
    assert nobody.coverages.empty
