"""The ledger draws each credit gap, and says how many published stories have one."""

from __future__ import annotations

from datetime import date

from measures.filters import EVERYTHING, Filters
from pages.charts.related import scoops
from tests.charts.marks import assert_reconciles, assert_says_nothing, table
from tests.charts.sixteen import run, sixteen, unrelated
from tests.corpora import corpus_of
from tests.measures.six import six, timeless

NO_LINKS = "The stories of this corpus have no related coverage."


def test_a_corpus_without_related_coverage_has_no_ledger() -> None:
    """It says so, rather than that nobody was scooped."""
    for corpus in (unrelated(), timeless()):
        assert_says_nothing(scoops.ledger(corpus, EVERYTHING), NO_LINKS)


def test_nothing_to_compare_is_too_little_data() -> None:
    """Under filters that leave no story, or only p, whom nobody else linked."""
    for chosen in (Filters(words="nothing"), Filters(provider=("Four",))):
        figure = scoops.ledger(sixteen(), chosen)
        assert_says_nothing(figure, "Too little data")
        assert figure.title.kind == "earlier.plain"


def test_no_gap_is_a_finding() -> None:
    """One's ten stories were all its own."""
    figure = scoops.ledger(sixteen(), Filters(provider=("One",)))
    assert figure.title.kind == "earlier.none"
    assert_says_nothing(figure, "Each of 10 stories was published by a provider")


def test_the_gaps_are_drawn_longest_first() -> None:
    """Four of 2 hours, one of 1 hour that two providers share."""
    figure = scoops.ledger(sixteen(), EVERYTHING)
    assert figure.title.kind == "earlier.share"
    assert (figure.title.facts["gap_count"], figure.title.facts["whole_count"]) == (
        5,
        15,
    )
    assert figure.frame["gap_hours"].tolist() == [2, 2, 2, 2, 1]
    assert figure.frame["row"].tolist() == [0, 1, 2, 3, 4]
    assert figure.frame["story_id"].tolist() == list("klmno")
    assert figure.frame["label"].tolist()[3:] == [
        "Two, 2 h after One \u2002“Story n”",
        "Two, 1 h after One, Three \u2002“Story o”",
    ]
    assert figure.frame["first"].iloc[0] == "14 Jan 2021, 08:00"
    assert "of 15 published stories" in figure.counts
    assert "Within 72 hours of a story; providers by family." in figure.counts


def test_one_gap_is_singular() -> None:
    """Of the stories on the last day with one."""
    figure = scoops.ledger(sixteen(), Filters(words='"Story o"'))
    assert figure.title.kind == "earlier.some"
    assert "of 1 published story with at least two providers in its coverage" in (
        figure.counts
    )
    few = scoops.ledger(sixteen(), Filters(first=date(2021, 1, 13)))
    assert (few.title.facts["gap_count"], few.title.facts["whole_count"]) == (5, 6)


def test_a_click_on_a_gap_lists_the_gap() -> None:
    """That one, with both headlines; and none for a story that has no gap."""
    figure = scoops.ledger(sixteen(), EVERYTHING)
    assert_reconciles(figure, sixteen())
    gap = table(figure, sixteen(), "o")
    assert gap["first_provider"].tolist() == ["One, Three"]
    assert gap["gap_hours"].tolist() == [1]
    for unknown in ("a", "nothing", ""):
        assert table(figure, sixteen(), unknown).empty


def test_the_rows_hold_what_the_picture_leaves_out() -> None:
    """Twenty gaps: sixteen are drawn, all are listed, and each row opens its story."""
    corpus = corpus_of(
        *(run(f"s{i:02}", i, "Two", One=10 - (i + 1) / 2) for i in range(20))
    )
    figure = scoops.ledger(corpus, EVERYTHING)
    assert len(figure.frame) == scoops.MOST_ROWS == 16
    assert figure.left_out == "4 more gaps, in the rows."
    assert figure.listing is not None
    assert figure.listing["story_id"].tolist() == [
        f"s{i:02}" for i in range(19, -1, -1)
    ]
    assert figure.listing.iloc[0][
        ["title", "provider", "gap_hours", "first_provider", "first_title"]
    ].tolist() == ["Story s19", "Two", 10.0, "One", "Story s19One"]


def test_what_is_not_compared_is_said() -> None:
    """Of the six stories three are not published, and only a has two providers."""
    figure = scoops.ledger(six(), EVERYTHING)
    assert "not published" in figure.left_out
    assert "without a time" in figure.left_out
