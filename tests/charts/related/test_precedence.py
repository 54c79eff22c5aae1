"""Who precedes whom: each cell opens the coverages that two providers share."""

from __future__ import annotations

import pytest

from measures.filters import EVERYTHING, Filters
from measures.related import precedence as measure
from pages.charts import theme
from pages.charts.related import precedence
from tests.charts.marks import assert_reconciles, assert_says_nothing, table
from tests.charts.sixteen import MINUTE, run, sixteen, unrelated
from tests.corpora import corpus_of, entry, story
from tests.measures.clock import at
from tests.measures.six import ids


def test_below_five_meetings_nobody_precedes() -> None:
    """No related coverage, no story, and two providers that meet four times."""
    four = corpus_of(*(run(f"s{i}", i, "One", Two=12) for i in range(4)))
    for corpus, chosen, why in (
        (unrelated(), EVERYTHING, "no related coverage"),
        (sixteen(), Filters(words="nothing"), "Too little data"),
        (four, EVERYTHING, "Too little data: no two providers share 5 coverages."),
    ):
        assert_says_nothing(precedence.matrix(corpus, chosen), why)


def test_shares_of_the_coverages_that_two_share() -> None:
    """One was before Two 15 times of 15; with Three both share but one coverage."""
    figure = precedence.matrix(sixteen(), EVERYTHING)
    assert figure.title.kind == "precedence.pair"
    assert (figure.title.facts["name"], figure.title.facts["other"]) == ("One", "Two")
    assert figure.title.facts["before_count"] == 15
    cells = figure.frame[["provider", "other", "before_share", "both_count"]]
    assert cells.to_numpy().tolist() == [["One", "Two", 1, 15], ["Two", "One", 0, 15]]
    assert figure.frame["label"].tolist() == ["15 of 15", "0 of 15"]
    assert figure.frame["before_score"].tolist() == pytest.approx([15**0.5, -(15**0.5)])
    assert figure.frame["shade"].tolist() == [theme.STRONG] * 2
    assert figure.notes == ("Blank: 2 pairs with under 5 shared coverages.",)
    assert figure.listing is not None
    assert len(figure.listing) == 6
    assert_reconciles(figure, sixteen())


def test_a_click_lists_what_a_share_is_of() -> None:
    """Of One and Two all 15 coverages; One was 2 hours before, and once 58 minutes."""
    figure = precedence.matrix(sixteen(), EVERYTHING)
    met = table(figure, sixteen(), "One", "Two")
    assert met["order"].tolist() == ["before"] * 15
    assert met["ahead_hours"].tolist() == pytest.approx([58 * MINUTE] + [2] * 14)
    reverse = table(figure, sixteen(), "Two", "One")
    assert reverse["order"].tolist() == ["after"] * 15
    assert table(figure, sixteen(), "One", "Three")["order"].tolist() == ["together"]


def test_a_cell_opens_the_shared_coverages() -> None:
    """By the stories that lead them; nothing for an unknown provider."""
    found = measure.meetings(sixteen(), EVERYTHING, "Two", "Three")
    assert ids(sixteen(), found["story"]) == "o"
    for pair in (("Two", "Four"), ("Two", "Nobody"), ("", "")):
        assert measure.meetings(sixteen(), EVERYTHING, *pair).empty


def test_a_coverage_without_a_first_report_is_not_opened() -> None:
    """Two copies by a carrier have no first report: they are compared with nobody."""
    copies = story(
        "c",
        provider="One on MSN",
        domain="msn.com",
        published_at=at(10),
        related=[
            entry("d", provider="Two on MSN", domain="msn.com", published_at=at(12))
        ],
    )
    corpus = corpus_of(copies, run("s", 1, "One", Two=12))
    found = measure.meetings(corpus, EVERYTHING, "One", "Two")
    assert ids(corpus, found["story"]) == "s"
