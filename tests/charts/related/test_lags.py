"""How late providers are: medians, middle halves, and the guard."""

from __future__ import annotations

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts.related import lags
from tests.charts.marks import assert_reconciles, assert_says_nothing, table
from tests.charts.sixteen import MINUTE, run, sixteen, unrelated
from tests.corpora import corpus_of


def test_below_ten_coverages_no_lag_is_said() -> None:
    """With no related coverage, and with no story."""
    assert_says_nothing(lags.behind_first(unrelated(), EVERYTHING), "no related")
    empty = lags.behind_first(sixteen(), Filters(words="nothing"))
    assert_says_nothing(empty, "Too little data: no provider is in 10 coverages.")


def test_lags() -> None:
    """One is 0 fourteen times and once 2 minutes; Two 2 hours fourteen times, once 1."""
    figure = lags.behind_first(sixteen(), EVERYTHING)
    assert figure.title.kind == "lags.quickest"
    assert (figure.title.facts["name"], figure.title.facts["median_hours"]) == (
        "One",
        0,
    )
    bars = figure.frame.set_index("provider")
    assert bars["lag_median_hours"].to_dict() == {"One": 0, "Two": 2}
    assert bars["lag_q3_hours"].to_dict() == {"One": 0, "Two": 2}
    assert bars["label"].tolist() == ["0 min", "2 h"]
    assert bars["middle_half"].tolist() == ["0 min to 0 min", "2 h to 2 h"]
    assert_reconciles(figure, sixteen())
    for provider, middle in bars["lag_median_hours"].items():
        opened = table(figure, sixteen(), str(provider))
        assert opened["lag_hours"].median() == middle


def test_a_chosen_provider_is_placed() -> None:
    """Two is 2 hours behind; Three is in one coverage."""
    figure = lags.behind_first(sixteen(), Filters(provider=("Two",)))
    assert figure.title.kind == "lags.chosen"
    assert figure.title.facts["median_hours"] == 2
    few = lags.behind_first(sixteen(), Filters(provider=("Three",)))
    assert few.title.kind == "leads.unranked"
    assert few.title.facts["coverage_count"] == 1


def test_equals_are_with_the_first() -> None:
    """One and Two share the first report of each of ten stories."""
    corpus = corpus_of(*(run(f"s{i}", i, "One", Two=10) for i in range(10)))
    assert lags.behind_first(corpus, EVERYTHING).title.kind == "lags.plain"


def test_the_quickest_to_follow_comes_first() -> None:
    """Two is 3 hours behind, Three 1 hour: each in ten coverages that One leads.

    One itself is in all twenty, and always first.
    """
    corpus = corpus_of(
        *(run(f"a{i}", i, "One", Two=13) for i in range(10)),
        *(run(f"b{i}", 20 + i, "One", Three=11) for i in range(10)),
    )
    frame = lags.behind_first(corpus, EVERYTHING).frame
    assert frame["provider"].tolist() == ["One", "Three", "Two"]
    assert frame["lag_median_hours"].tolist() == pytest.approx([0, 1, 3])


def test_a_copy_dated_before_the_first_report_is_early() -> None:
    """A lag below 0 keeps its sign in words."""
    assert lags._signed(-2) == "−2 h"
    assert lags._signed(-MINUTE / 2) == "0 min"
    assert lags._signed(2) == "2 h"
