"""The profile of one provider: its topics, and its company."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from measures.filters import Filters
from pages.charts.who import profile
from tests.charts.marks import assert_reconciles
from tests.charts.sixteen import run, sixteen
from tests.corpora import corpus_of, story
from tests.measures.six import six

if TYPE_CHECKING:
    from loaders.corpus import Corpus

ONE: Final = Filters(provider=("One",))


def test_topics_are_shares_of_whole_stories() -> None:
    """One ran 5: chips in all, law in 2. The others ran 4, and chips in 1 of them."""
    corpus = corpus_of(
        *(story(f"a{i}", provider="One", topics=["Chips"]) for i in range(3)),
        *(story(f"b{i}", provider="One", topics=["Chips", "Law"]) for i in range(2)),
        *(story(f"c{i}", provider="Two") for i in range(3)),
        story("d", provider="Two", topics=["Chips"]),
    )
    figure = profile.topics(corpus, ONE)
    assert figure.title.kind == "profile.plain"
    assert figure.counts == (
        "Share of the stories that are about each topic. Red: One, of 5 stories; grey: "
        "the other stories of the same dates."
    )
    assert figure.frame["story_share"].tolist() == [1, 0.4]
    assert_reconciles(figure, corpus)


TITLES: Final = [
    (corpus_of(story("a", provider="One")), "profile.plain"),
    (
        corpus_of(story("a", provider="One", topics=["A"]), story("b", provider="One")),
        "profile.alone",
    ),
    (six(), "profile.plain"),
    (
        corpus_of(
            *(story(f"a{i}", provider="One", topics=["A"]) for i in range(13)),
            *(story(f"b{i}", provider="One") for i in range(3)),
            *(story(f"c{i}", provider="Two", topics=["A"]) for i in range(3)),
            *(story(f"d{i}", provider="Two") for i in range(17)),
        ),
        "profile.topic",
    ),
]


@pytest.mark.parametrize(("corpus", "kind"), TITLES)
def test_what_sets_it_apart_is_said_where_it_is_no_chance(
    corpus: Corpus, kind: str
) -> None:
    """Not where there is no topic, nobody else, or little; 13 of 16 against 3 of 20."""
    title = profile.topics(corpus, ONE).title
    assert title.kind == kind
    if kind == "profile.topic":
        assert (title.facts["share"], title.facts["rest_share"]) == (13 / 16, 3 / 20)


def test_company_is_in_coverages_that_anybody_leads() -> None:
    """One and Two are in ten coverages of One, four of Two and one that others led."""
    figure = profile.company(sixteen(), ONE)
    assert figure.title.kind == "company.most"
    assert (figure.title.facts["both_count"], figure.title.facts["own_count"]) == (
        15,
        15,
    )
    assert_reconciles(figure, sixteen())


def test_equal_company_is_not_told_apart() -> None:
    """Two and Three are in all twelve coverages of One."""
    corpus = corpus_of(
        *(run("abcdefghijkl"[day], day, "One", Two=12, Three=13) for day in range(12))
    )
    assert profile.company(corpus, ONE).title.kind == "company.plain"
