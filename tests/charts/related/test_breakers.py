"""Who ran related stories before others: each bar opens into these stories."""

from __future__ import annotations

from measures.filters import EVERYTHING, Filters
from pages.charts.related import breakers
from tests.charts.marks import assert_reconciles, assert_says_nothing
from tests.charts.sixteen import run, sixteen, unrelated
from tests.corpora import corpus_of
from tests.measures.six import ids


def test_without_a_gap_there_is_no_breaker() -> None:
    """No related coverage, nothing to compare, and no gap have words of their own."""
    for corpus, chosen, why in (
        (unrelated(), EVERYTHING, "no related coverage"),
        (sixteen(), Filters(words="nothing"), "Too little data"),
        (sixteen(), Filters(provider=("One",)), "Each of 10 stories"),
    ):
        assert_says_nothing(breakers.leading(corpus, chosen), why)


def test_a_shared_first_report_counts_for_each() -> None:
    """One broke k to o, Three o as well: 5 and 1 of 5."""
    figure = breakers.leading(sixteen(), EVERYTHING)
    assert figure.title.kind == "earlier.level"
    assert figure.title.facts["counts"] == (5, 1)
    bars = figure.frame[["provider", "story_count", "story_share"]]
    assert bars.to_numpy().tolist() == [["One", 5, 1.0], ["Three", 1, 0.2]]
    assert_reconciles(figure, sixteen())
    assert figure.stories is not None
    assert ids(sixteen(), figure.stories(("One",))) == "klmno"
    assert ids(sixteen(), figure.stories(("Three",))) == "o"
    assert figure.stories(("Nobody",)).tolist() == []


def test_equals_are_not_ranked() -> None:
    """Three and One broke one story each."""
    corpus = corpus_of(run("a", 0, "Two", One=8), run("b", 1, "Two", Three=8))
    assert breakers.leading(corpus, EVERYTHING).title.kind == "earlier.plain_by"


def test_who_leads_by_more_than_chance_is_named() -> None:
    """One was earlier than twelve stories of Two, Three than one."""
    corpus = corpus_of(
        *(run(f"a{i:02}", 2 * i, "Two", One=8) for i in range(12)),
        run("b", 40, "Two", Three=8),
    )
    title = breakers.leading(corpus, EVERYTHING).title
    assert title.kind == "earlier.leader"
    assert (title.facts["name"], title.facts["story_count"]) == ("One", 12)


def test_names_and_domains_are_told_apart() -> None:
    """In the chosen identity, as the filters say."""
    figure = breakers.leading(sixteen(), Filters(by="domain"))
    assert figure.frame["provider"].tolist() == ["one.example", "three.example"]
    assert_reconciles(figure, sixteen())
