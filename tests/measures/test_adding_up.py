"""What adds up, under filters that nobody has thought of.

The corpus is drawn once, from a seed; the filters are hypothesis' own.
"""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures import dates
from measures.filters import Filters
from measures.health import backlog, heat
from measures.related import (
    cocoverage,
    coverage,
    kinds,
    leads,
    originality,
    precedence,
    scoops,
)
from measures.versus import comparison, course, difference
from measures.when import anatomy, bursts, episodes
from measures.who import concentration, presence
from tests.corpora import corpus_of, entry, story
from tests.measures.clock import DAY, at

if TYPE_CHECKING:
    from loaders.corpus import Corpus

PROVIDERS: Final = ("One", "Two", "Three", "Four", "One on MSN", "Two on MSN", None)
TOPICS: Final = ("Chips", "Games", "Phones", "All")
STORIES: Final = 240


@cache
def corpus() -> Corpus:
    """240 stories over 60 days, a burst on day 40, lists of filed and of seen ones."""
    draw = random.Random(4)  # noqa: S311 - the same corpus each time

    def facts() -> dict[str, object]:
        provider = draw.choice(PROVIDERS)
        day = 40 if draw.random() < 0.15 else draw.randrange(60)
        carried = provider is not None and provider.endswith("MSN")
        return {
            "provider": provider,
            "domain": "msn.com" if carried else None,
            "published_at": draw.choice(
                [at(draw.randrange(24), days=day)] * 20 + [None]
            ),
            "quality": draw.choice([None, 20, 50, 80]),
        }

    def one(number: int) -> object:
        near = [f"s{(number + draw.randrange(-9, 9)) % STORIES:03}" for _ in range(4)]
        seen = [entry(f"x{number}-{i}", **facts()) for i in range(draw.randrange(3))]  # type: ignore[arg-type]
        return story(
            f"s{number:03}",
            topics=draw.sample(TOPICS, draw.randrange(4)),
            published=draw.choice([True, True, False, None]),
            heat=draw.choice(["derived", "derived", -1, None, 7]),
            related=[*near[: draw.randrange(5)], *seen],
            **facts(),  # type: ignore[arg-type]
        )

    return corpus_of(*(one(number) for number in range(STORIES)))  # type: ignore[arg-type]


def some(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    """None, one or two of these."""
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


days: Final = st.none() | st.integers(DAY - 3, DAY + 63).map(dates.to_date)
filters: Final = st.builds(
    Filters,
    first=days,
    last=days,
    provider=some("One", "Two", "Nobody"),
    not_provider=some("One", "Three"),
    topic=some("Chips", "All", "Nothing"),
    state=some("published", "unpublished", "unknown"),
    quality=st.none() | st.just((20, 50)),
    by=st.sampled_from(["family", "name", "domain"]),
    grain=st.sampled_from(["", "day", "week", "month"]),
    window=st.sampled_from([1, 24, 72, 500]),
)
with_examples: Final = settings(max_examples=60)


@with_examples
@given(filters)
def test_shares_add_up_to_one_or_are_missing(chosen: Filters) -> None:
    """Voice, presence, mix, backlog, heat: of all that is counted."""
    for frame, column in [
        (presence.share_of_voice(corpus(), chosen).frame, "voice_share"),
        (presence.presence(corpus(), chosen).frame, "presence_share"),
        (originality.mix(corpus(), chosen).frame, "story_share"),
        (backlog.by_reason(corpus(), chosen).frame, "story_share"),
        (heat.audit(corpus(), chosen).frame, "story_share"),
    ]:
        shares = frame[column].dropna()
        assert shares.empty or shares.sum() == pytest.approx(1)
        assert shares.between(0, 1).all()


@with_examples
@given(filters)
def test_what_is_counted_and_left_out_is_all_that_was_asked_for(
    chosen: Filters,
) -> None:
    """The n and the stories left out make up the stories asked for."""
    asked = int(chosen.mask(corpus()).sum())
    compared = leads.league(corpus(), chosen)
    for whole in [
        compared,
        scoops.ledger(corpus(), chosen),
        originality.mix(corpus(), chosen),
        originality.by_provider(corpus(), chosen),
        backlog.by_reason(corpus(), chosen),
        cocoverage.of_providers(corpus(), chosen),
        heat.differing(corpus(), chosen),
    ]:
        stories = [item.count for item in whole.left_out if item.unit == "stories"]
        assert whole.n + sum(stories) == asked


@with_examples
@given(filters)
def test_firsts_are_handed_out_once(chosen: Filters) -> None:
    """Lead scores add up to the coverages, scoops and credits to the gaps."""
    league = leads.league(corpus(), chosen)
    assert league.frame["lead_score"].sum() == pytest.approx(league.n)
    ledger = scoops.ledger(corpus(), chosen)
    split = scoops.by_provider(corpus(), chosen)
    assert split.n == len(ledger.frame)
    assert split.frame["broken_score"].sum() == pytest.approx(split.n)
    assert split.frame["credited_count"].sum() == split.n
    assert (ledger.frame["gap_hours"] > 5 / 60).all()


@with_examples
@given(filters)
def test_precedence_of_a_pair_and_its_reverse_add_up(chosen: Filters) -> None:
    """Before, after and tied are all the coverages that both are in."""
    frame = precedence.precedence(corpus(), chosen).frame
    pairs = frame.set_index(["provider", "other"]).to_dict("index")
    for key, pair in pairs.items():
        back = pairs[tuple(reversed(key))]  # type: ignore[call-overload]
        counted = pair["before_count"] + back["before_count"] + pair["tie_count"]
        assert counted == pair["both_count"] == back["both_count"]


@with_examples
@given(filters)
def test_every_mark_of_co_coverage_opens_into_what_it_counts(chosen: Filters) -> None:
    """Pairs, and each provider alone."""
    for pair in cocoverage.of_providers(corpus(), chosen).frame.to_dict("records"):
        one, other = pair["provider"], pair["other"]
        both = cocoverage.stories(corpus(), chosen, one, other)
        assert len(both) == pair["both_count"]
        assert len(cocoverage.stories(corpus(), chosen, one)) == pair["provider_count"]


@with_examples
@given(filters)
def test_an_anatomy_adds_up_three_times(chosen: Filters) -> None:
    """By provider, by topic, by coverage: each makes the whole excess."""
    found = episodes.episodes(corpus(), chosen).frame
    assert found["burst_day_count"].sum() == len(
        bursts.burst_days(corpus(), chosen).frame
    )
    for episode in found.to_dict("records"):
        whole = anatomy.of(corpus(), chosen, episode["first_day"], episode["last_day"])
        assert whole.excess_count == pytest.approx(episode["excess_count"])
        for parts in (whole.providers, whole.topics, whole.coverages):
            assert parts["excess_count"].sum() == pytest.approx(whole.excess_count)
            assert parts["story_count"].sum() == pytest.approx(whole.story_count)


@with_examples
@given(filters, filters)
def test_a_difference_adds_up(one: Filters, other: Filters) -> None:
    """By provider and topic, and over time but for the stories without a time."""
    left, right = comparison.Side("A", one), comparison.Side("B", other)
    sizes = comparison.sizes(corpus(), left, right).frame["story_count"].tolist()
    for whole in (
        difference.by_provider(corpus(), left, right),
        difference.by_topic(corpus(), left, right),
    ):
        assert whole.n == sizes[0] - sizes[1]
        assert whole.frame["difference_count"].sum() == pytest.approx(whole.n)
        shares = whole.frame["difference_share"].dropna()
        assert shares.sum() == pytest.approx(0)
    for aligned in (False, True):
        timed = course.over_time(corpus(), left, right, aligned=aligned)
        undated = sum(item.count for item in timed.left_out)
        assert timed.frame["story_count"].sum() == timed.n == sum(sizes) - undated


@with_examples
@given(filters)
def test_a_view_and_the_rest_share_nothing(chosen: Filters) -> None:
    """Together they are all stories of the dates, or of the corpus."""
    one, rest = comparison.with_rest(chosen)
    assert not (one.mask(corpus()) & rest.mask(corpus())).any()


@with_examples
@given(filters)
def test_members_and_kinds_are_of_the_stories_asked_for(chosen: Filters) -> None:
    """Each dated story leads one coverage, within the window, and is of one kind."""
    found = coverage.members(corpus(), chosen)
    asked = chosen.mask(corpus()) & corpus().stories["published_at"].notna().to_numpy()
    assert np.flatnonzero(asked).tolist() == found["story"].unique().tolist()
    assert (found["gap_hours"].abs() <= chosen.window).all()
    assert ((kinds.of(corpus(), chosen) != kinds.NOT_ASKED) == asked).all()


@with_examples
@given(filters)
def test_concentration_lies_between_its_ends(chosen: Filters) -> None:
    """From one over the providers, all alike, to 1, all one's."""
    frame = concentration.concentration(corpus(), chosen).frame.dropna(
        subset="hhi_score"
    )
    least = 1 / frame["provider_count"]
    assert (frame["hhi_score"] >= least - 1e-12).all()
    assert (frame["hhi_score"] <= 1 + 1e-12).all()
