"""Blind spots: each bar opens the wide stories that a provider is not in."""

from __future__ import annotations

from measures.filters import EVERYTHING, Filters
from pages.charts.related import blindspots
from tests.charts.marks import assert_reconciles, assert_says_nothing
from tests.charts.sixteen import run, sixteen, unrelated
from tests.corpora import corpus_of
from tests.measures.six import ids


def test_nothing_wide_has_no_blind_spot() -> None:
    """No related coverage, no story, and none of five providers."""
    for corpus, chosen, why in (
        (unrelated(), EVERYTHING, "no related coverage"),
        (sixteen(), Filters(words="nothing"), "Too little data"),
        (sixteen(), EVERYTHING, "no related coverage here has 5 providers"),
    ):
        assert_says_nothing(blindspots.absent(corpus, chosen), why)


def test_all_are_in_all() -> None:
    """Five providers, one story: nobody missed it."""
    corpus = corpus_of(run("a", 0, "One", Two=11, Three=12, Four=13, Five=14))
    figure = blindspots.absent(corpus, EVERYTHING)
    assert_says_nothing(figure, "No blind spot: the largest providers are in every")


def test_who_is_missing_from_what() -> None:
    """Six is in a alone of two wide stories, and One to Four in both."""
    corpus = corpus_of(
        run("a", 0, "One", Two=11, Three=12, Four=13, Five=14, Six=15),
        run("b", 9, "One", Two=11, Three=12, Four=13, Five=14),
    )
    figure = blindspots.absent(corpus, EVERYTHING)
    assert figure.title.kind == "blindspots.plain"
    bars = figure.frame[["provider", "story_count", "story_share"]]
    assert bars.to_numpy().tolist() == [["Six", 1, 0.5]]
    assert_reconciles(figure, corpus)
    assert figure.stories is not None
    assert ids(corpus, figure.stories(("Six",))) == "b"
    assert figure.stories(("Nobody",)).tolist() == []


def test_who_is_in_fewer_than_its_size_would_have_it() -> None:
    """Six is in 30 narrow coverages and in none of twelve wide ones; the others in all."""
    corpus = corpus_of(
        *(
            run(f"w{i:02}", 2 * i, "One", Two=11, Three=12, Four=13, Five=14)
            for i in range(12)
        ),
        *(run(f"n{i:02}", 30 + 2 * i, "One", Six=15) for i in range(30)),
    )
    title = blindspots.absent(corpus, EVERYTHING).title
    assert title.kind == "blindspots.absent"
    assert (title.facts["name"], title.facts["wide_count"]) == ("Six", 0)
