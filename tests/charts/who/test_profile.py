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


def sides(one: tuple[int, int], two: tuple[int, int]) -> Corpus:
    """Of One and of Two so many stories about A, and so many about nothing."""
    return corpus_of(
        *(
            story(f"{who}{i}", provider=who, topics=["A"] if i < about else None)
            for who, (about, others) in (("One", one), ("Two", two))
            for i in range(about + others)
        )
    )


TITLES: Final = [
    (corpus_of(story("a", provider="One")), "profile.plain"),
    (
        corpus_of(story("a", provider="One", topics=["A"]), story("b", provider="One")),
        "profile.alone",
    ),
    (six(), "profile.plain"),
    (sides((13, 3), (0, 9)), "profile.plain"),
    (sides((4, 23), (0, 200)), "profile.plain"),
    (sides((9, 0), (3, 17)), "profile.plain"),
    (sides((6, 4), (5, 15)), "profile.plain"),
    (sides((13, 3), (3, 17)), "profile.topic"),
    (sides((13, 3), (0, 20)), "profile.topic"),
]


@pytest.mark.parametrize(("corpus", "kind"), TITLES)
def test_what_sets_it_apart_is_said_where_it_is_no_chance(
    corpus: Corpus, kind: str
) -> None:
    """13 of 16 against 3 or none of 20 is; not little of either side, nor 6 of 10 against 5."""
    title = profile.topics(corpus, ONE).title
    assert title.kind == kind
    if kind == "profile.topic":
        assert title.facts["share"] == 13 / 16
        assert title.facts["rest_share"] in {0, 3 / 20}


def test_of_many_topics_one_has_to_stand_out_by_more() -> None:
    """5 of 20 against none of 20 would do alone; beside 40 others it is the luck of many."""
    rest = [story(f"r{i}", provider="Two") for i in range(20)]
    for others, kind in ((0, "profile.topic"), (40, "profile.plain")):
        own = [
            story(
                f"o{i}",
                provider="One",
                topics=[
                    *(["A"] if i < 5 else []),
                    *(f"T{n}" for n in range(i, others, 20)),
                ],
            )
            for i in range(20)
        ]
        assert profile.topics(corpus_of(*own, *rest), ONE).title.kind == kind


def test_company_is_in_coverages_that_anybody_leads() -> None:
    """One and Two are in ten coverages of One, four of Two and one that others led."""
    figure = profile.company(sixteen(), ONE)
    assert figure.title.kind == "company.most"
    assert (figure.title.facts["both_count"], figure.title.facts["own_count"]) == (
        15,
        15,
    )
    assert_reconciles(figure, sixteen())


def test_company_is_held_against_those_that_are_not_shown_too() -> None:
    """Two shares eleven of twelve coverages, Three four of them, or one: 7 of 15, 10 of 12."""
    for shared, kind in ((4, "company.plain"), (1, "company.most")):
        runs = [
            run(
                "abcdefghijkl"[day],
                day,
                "One",
                **({"Two": 12} if day else {}),
                **({"Three": 13} if day < shared else {}),
            )
            for day in range(12)
        ]
        figure = profile.company(corpus_of(*runs), ONE)
        assert figure.frame["other"].tolist() == ["Two"]
        assert figure.title.kind == kind


def test_equal_company_is_not_told_apart() -> None:
    """Two and Three are in all twelve coverages of One."""
    corpus = corpus_of(
        *(run("abcdefghijkl"[day], day, "One", Two=12, Three=13) for day in range(12))
    )
    assert profile.company(corpus, ONE).title.kind == "company.plain"
