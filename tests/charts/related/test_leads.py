"""The league of first reports, with its intervals and its guard."""

from __future__ import annotations

from typing import Final

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts import theme
from pages.charts.related import leads
from tests.charts.marks import assert_reconciles, assert_says_nothing, table
from tests.charts.sixteen import MINUTE, run, sixteen, unrelated
from tests.corpora import corpus_of


def test_below_ten_coverages_nobody_is_ranked() -> None:
    """With no coverage, and with five; the rows still hold those who take part."""
    assert_says_nothing(leads.rates(unrelated(), EVERYTHING), "no related coverage")
    empty = leads.rates(sixteen(), Filters(words="nothing"))
    assert_says_nothing(empty, "Too little data: no provider is in 10 coverages.")
    few = leads.rates(sixteen(), Filters(words='"Story k"'))
    assert_says_nothing(few, "Too little data")
    assert few.listing is not None
    assert few.listing["reason"].tolist() == ["too little data: needs 10 coverages"] * 2


def test_lead_rates() -> None:
    """One: 14 and a half of 15, since it shares o; Two none of 15; Three is in one.

    Wilson's interval for 0 of 15 ends at z² / (15 + z²) = 3.8415 / 18.8415.
    """
    figure = leads.rates(sixteen(), EVERYTHING)
    assert figure.title.kind == "leads.highest"
    assert figure.title.facts["name"] == "One"
    assert figure.title.facts["coverage_count"] == 15
    bars = figure.frame.set_index("provider")
    assert bars.index.tolist() == ["One", "Two"]
    assert bars["lead_share"].tolist() == pytest.approx([14.5 / 15, 0])
    assert bars["low_share"]["Two"] == 0
    assert bars["high_share"]["Two"] == pytest.approx(3.841459 / 18.841459)
    assert bars["participation_share"].tolist() == [1, 1]
    assert bars["label"].tolist() == ["97% of 15", "0% of 15"]
    assert "1 provider in fewer than 10 coverages." in figure.left_out


def test_a_click_lists_the_coverages_that_the_rate_is_of() -> None:
    """One is in 15 of them: the first of 14, and of o it shares the first with Three."""
    figure = leads.rates(sixteen(), EVERYTHING)
    assert figure.frame["coverage_count"].tolist() == [15, 15]
    assert_reconciles(figure, sixteen())
    one = table(figure, sixteen(), "One")
    assert "".join(one["story_id"]) == "onmlkjihgfedcba"
    assert one["first"].tolist() == ["shared"] + ["yes"] * 14
    assert one["lead_score"].tolist() == [0.5] + [1] * 14
    assert one["lag_hours"].tolist() == pytest.approx([2 * MINUTE] + [0] * 14)
    two = table(figure, sixteen(), "Two")
    assert two["first"].tolist() == ["no"] * 15
    assert two["lag_hours"].tolist() == [1] + [2] * 14
    assert table(figure, sixteen(), "Three")["first"].tolist() == ["shared"]
    for unknown in ("Four", "Nobody", ""):
        assert table(figure, sixteen(), unknown).empty


def test_the_choice_of_providers_is_skipped() -> None:
    """The others stay in the league, pale."""
    figure = leads.rates(sixteen(), Filters(provider=("Two",)))
    assert figure.title.kind == "leads.chosen"
    assert (figure.title.facts["share"], figure.title.facts["low"]) == (0, 0)
    assert figure.notes
    assert figure.frame["role"].tolist() == [theme.SHOWN, theme.CHOSEN]
    assert figure.frame["is_faint"].tolist() == [True, False]
    assert_reconciles(figure, sixteen())


def test_the_league_lists_the_chosen_providers() -> None:
    """What is drawn beside them is context, and in no list and no file."""
    everybody = leads.rates(sixteen(), EVERYTHING).listing
    chosen = leads.rates(sixteen(), Filters(provider=("Two", "Three"))).listing
    assert everybody is not None
    assert chosen is not None
    assert everybody["provider"].tolist() == ["One", "Two", "Three"]
    assert chosen["provider"].tolist() == ["Two", "Three"]
    assert chosen["coverage_count"].tolist() == [15, 1]


UNRANKED: Final = [
    (("Three",), "leads.unranked"),
    (("Four",), "leads.unranked"),
    (("Three", "Four"), "leads.none_ranked"),
    (("Three", "Two"), "leads.plain"),
]


@pytest.mark.parametrize(("provider", "kind"), UNRANKED, ids=str)
def test_a_chosen_provider_without_a_rank_is_said(
    provider: tuple[str, ...], kind: str
) -> None:
    """The headline speaks of the chosen ones, not of another that leads."""
    figure = leads.rates(sixteen(), Filters(provider=provider))
    assert figure.title.kind == kind


def test_equal_leaders_are_not_told_apart() -> None:
    """One and Two share the first report of each of ten stories."""
    corpus = corpus_of(*(run(f"s{i}", i, "One", Two=10) for i in range(10)))
    figure = leads.rates(corpus, EVERYTHING)
    assert figure.title.kind == "leads.plain"
