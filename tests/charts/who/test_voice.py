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
    (timeless(), "voice.plain", 0),
    (months("AAABC"), "voice.plain", 3),
    (months("AAABC", "AABCD", "BBBAC"), "voice.plain", 2),
    (months(*["AAABC"] * 3, "BBBAC", "CCCAB"), "voice.leads", 3),
    (months(*["AAABC"] * 3, *["BBBAC"] * 3), "voice.plain", 3),
    (months(*["AABBC"] * 5), "voice.plain", 0),
]


@pytest.mark.parametrize(("corpus", "kind", "led"), VOICES)
def test_who_leads_over_time_is_said(corpus: Corpus, kind: str, led: int) -> None:
    """In more than half of five months or more that have five stories."""
    title = voice.shares(corpus, Filters(grain="month")).title
    assert title.kind == kind
    if kind == "voice.leads":
        assert (title.facts["name"], title.facts["led_count"]) == ("A", led)


def test_a_bin_with_fewer_than_five_stories_has_no_shares() -> None:
    """Its one provider would have 100%; it is left out, and said to be."""
    figure = voice.shares(months("AAABC", "A"), Filters(grain="month"))
    assert figure.frame["provider"].tolist() == ["A", "B", "C"]
    assert set(figure.frame["span"]) == {"January 2021"}
    assert figure.left_out == "1 story in months with fewer than five."
    alone = voice.shares(months("AB"), Filters(grain="month"))
    assert alone.empty == "Too little data: no month has five stories."


def test_the_legend_is_in_the_order_of_the_stack() -> None:
    """B leads the first month, and A has most: A is at the bottom, and first."""
    corpus = months("BBBBC", "AAAAA", "AACCB")
    figure = voice.shares(corpus, Filters(grain="month"))
    legend = figure.spec["encoding"]["color"]["legend"]
    assert legend["values"] == ["A", "B", "C"]
