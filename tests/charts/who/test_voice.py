"""Shares of voice over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from measures.filters import Filters
from pages.charts.who import voice
from tests.corpora import corpus_of, story
from tests.measures.six import timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus


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
    figure = voice.shares(corpus, Filters(grain="month"))
    assert figure.title == expected


def test_a_bin_with_fewer_than_five_stories_has_no_shares() -> None:
    """Its one provider would have 100%; it is left out, and said to be."""
    figure = voice.shares(months("AAABC", "A"), Filters(grain="month"))
    assert figure.frame["provider"].tolist() == ["A", "B", "C"]
    assert set(figure.frame["span"]) == {"1 to 31 Jan 2021"}
    assert figure.left_out == "1 story in months with fewer than five."
    alone = voice.shares(months("AB"), Filters(grain="month"))
    assert alone.empty == "Too little data: no month has five stories."


def test_the_legend_is_in_the_order_of_the_stack() -> None:
    """B leads the first month, and A has most: A is at the bottom, and first."""
    corpus = months("BBBBC", "AAAAA", "AACCB")
    figure = voice.shares(corpus, Filters(grain="month"))
    legend = figure.spec["encoding"]["color"]["legend"]
    assert legend["values"] == ["A", "B", "C"]
