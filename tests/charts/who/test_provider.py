"""Providers by their stories, and their shares over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts.who import provider
from tests.corpora import corpus_of, story
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus


def running(**counts: int) -> Corpus:
    """So many stories of each provider."""
    return corpus_of(
        *(
            story(f"{name}{i}", provider=name)
            for name, count in counts.items()
            for i in range(count)
        )
    )


def months(*runs: str) -> Corpus:
    """A month each, with a story of each of these providers."""
    return corpus_of(
        *(
            story(
                f"s{month}-{i}",
                provider=name,
                published_at=f"2021-{month:02}-{i + 1:02}T00:00:00Z",
            )
            for month, names in enumerate(runs, 1)
            for i, name in enumerate(names)
        )
    )


TITLES: Final = [
    (timeless(), EVERYTHING, "No provider"),
    (six(), EVERYTHING, "One and Two ran most: 2 stories each"),
    (
        six(),
        Filters(provider=("Two",)),
        "Two ran 2 of 5 stories, joint first of 3 providers",
    ),
    (six(), Filters(provider=("One", "Three")), "One and Three ran 3 of 5 stories"),
    (six(), Filters(provider=("Two",), words="chips"), "Two ran 0 of 1 story"),
    (running(A=1, B=1), EVERYTHING, "A and B ran 1 story each"),
    (running(A=1), EVERYTHING, "A is the only provider, with 1 story"),
    (running(A=3, B=1), EVERYTHING, "A ran 75% of the stories"),
    (running(A=2, B=1, C=1), EVERYTHING, "A ran half of the stories"),
]


@pytest.mark.parametrize(("corpus", "chosen", "expected"), TITLES)
def test_the_title_says_who_ran_how_much(
    corpus: Corpus, chosen: Filters, expected: str
) -> None:
    """Equals are named as equals, and what is chosen by its place among all."""
    assert provider.leaderboard(corpus, chosen).title == expected


VOICES: Final = [
    (timeless(), "Share of voice"),
    (months("AAABC"), "Share of voice over 1 month"),
    (months("AAABC", "AABCD", "BBBAC"), "A led in 2 of 3 months"),
    (months("AAABC", "BBBAC", "AABBC"), "Nobody led more than one of 3 months"),
    (
        months("AAABC", "BBBAC", "AAABC", "BBBAC"),
        "A and B led in 2 of 4 months each",
    ),
    (
        months("AAABC", "AAABC", "BBBAC", "CCCAB", "DDDAB"),
        "A led most often, in 2 of 5 months",
    ),
    (months("AABBC", "AABBC", "AABBC"), "Nobody led alone in any of 3 months"),
    (months("AAABC", "AAABC", "AAABC", "AAA"), "A led in 3 of 3 months"),
]


@pytest.mark.parametrize(("corpus", "expected"), VOICES)
def test_who_leads_over_time_is_said(corpus: Corpus, expected: str) -> None:
    """Of bins with five stories, and only where there are three of them."""
    figure = provider.share_of_voice(corpus, Filters(grain="month"))
    assert figure.title == expected


def test_a_bin_with_fewer_than_five_stories_has_no_shares() -> None:
    """Its one provider would have 100%; it is left out, and said to be."""
    figure = provider.share_of_voice(months("AAABC", "A"), Filters(grain="month"))
    assert figure.frame["provider"].tolist() == ["A", "B", "C"]
    assert set(figure.frame["span"]) == {"1 to 31 Jan 2021"}
    assert figure.left_out == "1 story in months with fewer than five."
    alone = provider.share_of_voice(months("AB"), Filters(grain="month"))
    assert alone.empty == "Too little data: no month has five stories."


def test_the_legend_is_in_the_order_of_the_stack() -> None:
    """B leads the first month, and A has most: A is at the bottom, and first."""
    corpus = months("BBBBC", "AAAAA", "AACCB")
    figure = provider.share_of_voice(corpus, Filters(grain="month"))
    legend = figure.spec["encoding"]["color"]["legend"]
    assert legend["values"] == ["A", "B", "C"]
