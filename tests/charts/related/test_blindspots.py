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
        (sixteen(), EVERYTHING, "no story here was run by 5 providers"),
    ):
        assert_says_nothing(blindspots.absent(corpus, chosen), why)


def test_all_are_in_all() -> None:
    """Five providers, one story: nobody missed it."""
    corpus = corpus_of(run("a", 0, "One", Two=11, Three=12, Four=13, Five=14))
    figure = blindspots.absent(corpus, EVERYTHING)
    assert_says_nothing(figure, "No blind spot: the largest providers ran every")


def test_who_is_missing_from_what() -> None:
    """Six is in a alone of two wide stories, and One to Four in both."""
    corpus = corpus_of(
        run("a", 0, "One", Two=11, Three=12, Four=13, Five=14, Six=15),
        run("b", 9, "One", Two=11, Three=12, Four=13, Five=14),
    )
    figure = blindspots.absent(corpus, EVERYTHING)
    assert figure.title == "Six is missing from 1 of 2 widely run stories"
    bars = figure.frame[["provider", "story_count", "story_share"]]
    assert bars.to_numpy().tolist() == [["Six", 1, 0.5]]
    assert_reconciles(figure, corpus)
    assert figure.stories is not None
    assert ids(corpus, figure.stories(("Six",))) == "b"
    assert figure.stories(("Nobody",)).tolist() == []


def test_equals_are_counted() -> None:
    """Six and Seven are each in one of two wide stories; a alone has no Seven."""
    corpus = corpus_of(
        run("a", 0, "One", Two=11, Three=12, Four=13, Six=15),
        run("b", 9, "One", Two=11, Three=12, Four=13, Seven=14),
    )
    figure = blindspots.absent(corpus, EVERYTHING)
    assert figure.title == (
        "2 providers are each missing from 1 of 2 widely run stories"
    )
