"""Who runs the same stories, by each of the measures."""

from __future__ import annotations

from math import log

import numpy as np
import pytest

from measures.filters import EVERYTHING, Filters
from measures.statistics import association
from pages.charts.related import cocoverage
from pages.charts.related.closeness import MEASURES
from tests.charts.marks import assert_reconciles, assert_says_nothing, table
from tests.charts.sixteen import run, sixteen, unrelated
from tests.corpora import corpus_of


@pytest.mark.parametrize("measure", MEASURES)
def test_nobody_in_company_has_no_matrix(measure: str) -> None:
    """No related coverage, no story, and a story that nobody else ran."""
    for corpus, chosen, why in (
        (unrelated(), EVERYTHING, "no related coverage"),
        (sixteen(), Filters(words="nothing"), "no two providers are in the same"),
        (sixteen(), Filters(provider=("Four",)), "no two providers are in the same"),
    ):
        assert_says_nothing(cocoverage.matrix(corpus, chosen, measure), why)


@pytest.mark.parametrize("measure", [name for name in MEASURES if name != "support"])
def test_a_measure_below_its_guard_is_not_said(measure: str) -> None:
    """Four coverages of two: the count is shown, and no measure made of it."""
    four = corpus_of(*(run(f"s{i}", i, "One", Two=12) for i in range(4)))
    figure = cocoverage.matrix(four, EVERYTHING, measure)
    assert_says_nothing(figure, "Too little data: no two providers share 5 coverages")
    assert cocoverage.matrix(four, EVERYTHING).frame["both_count"].tolist() == [4, 4]


EXPECTED = {
    "support": (15, "cocoverage.most"),
    "jaccard": (1, "cocoverage.plain"),
    "lift": (16 / 15, "cocoverage.plain"),
    "npmi": (log(16 / 15) / -log(15 / 16), "cocoverage.plain"),
    "given": (1, "cocoverage.plain"),
}


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_of_two_providers(measure: str) -> None:
    """One and Two are both in 15 of 16 coverages, always together.

    Lift is 15 * 16 / (15 * 15).
    """
    value, kind = EXPECTED[measure]
    figure = cocoverage.matrix(sixteen(), EVERYTHING, measure)
    assert figure.title.kind == kind
    cells = figure.frame.set_index(["provider", "other"])[MEASURES[measure].column]
    assert cells["One", "Two"] == pytest.approx(value)
    assert cells["Two", "One"] == pytest.approx(value)
    assert_reconciles(figure, sixteen())
    assert figure.counts.startswith(MEASURES[measure].says)


AROUND = [
    (Filters(provider=("Two",)), "cocoverage.plain"),
    (Filters(provider=("Two",), words='"story o"'), "cocoverage.plain"),
]


@pytest.mark.parametrize(("chosen", "kind"), AROUND, ids=str)
def test_under_a_provider_the_coverages_are_of_its_stories(
    chosen: Filters, kind: str
) -> None:
    """It is in others, too, which its profile counts; and equals are not told apart."""
    title = cocoverage.matrix(sixteen(), chosen).title
    assert title.kind == kind
    assert "Two" in title.facts.get("around", "Two")


def test_who_meets_more_than_chance_has_it() -> None:
    """One and Two in twelve coverages of 36, which are the only ones of both."""
    corpus = corpus_of(
        *(run(f"a{i:02}", 2 * i, "One", Two=11) for i in range(12)),
        *(run(f"b{i:02}", 40 + 2 * i, "Three", Four=11) for i in range(24)),
    )
    title = cocoverage.matrix(corpus, EVERYTHING, "npmi").title
    assert title.kind == "cocoverage.pair"
    assert {title.facts["name"], title.facts["other"]} == {"One", "Two"}
    assert title.facts["expected"] == 4


def test_blank_cells_are_counted() -> None:
    """Three shares one coverage with One and one with Two: four cells have no Jaccard."""
    figure = cocoverage.matrix(sixteen(), EVERYTHING, "jaccard")
    assert len(figure.frame) == 2
    assert "4 cells" in figure.notes[0]
    assert len(cocoverage.matrix(sixteen(), EVERYTHING).frame) == 6
    assert cocoverage.matrix(sixteen(), EVERYTHING).notes == ()


WHOLE = [
    ("given", "One", "Two", 15, 15),
    ("given", "One", "Three", 15, 1),
    ("given", "Three", "One", 1, 1),
    ("given", "Four", "One", 1, 0),
    ("given", "Nobody", "One", 0, 0),
    ("jaccard", "One", "Three", 15, 1),
    ("jaccard", "Four", "One", 16, 0),
    ("jaccard", "Nobody", "", 0, 0),
]


@pytest.mark.parametrize(("measure", "provider", "other", "whole", "part"), WHOLE)
def test_a_share_opens_what_it_is_of(
    measure: str, provider: str, other: str, whole: int, part: int
) -> None:
    """All coverages of the row's provider, or of either; each says who is in it."""
    figure = cocoverage.matrix(sixteen(), EVERYTHING, measure)
    found = table(figure, sixteen(), provider, other)
    takes_part = found[["provider_takes_part", "other_takes_part"]]
    assert len(found) == whole
    assert int((takes_part == "yes").all(axis=1).sum()) == part
    assert found["published_at"].is_monotonic_decreasing


def test_unknown_names_open_nothing() -> None:
    """A link may name whom it likes."""
    figure = cocoverage.matrix(sixteen(), EVERYTHING)
    assert figure.stories is not None
    assert figure.stories(("One", "Nobody")).tolist() == []


@pytest.mark.parametrize("measure", ["lift", "npmi"])
def test_a_shade_is_as_far_from_chance_as_is_sure(measure: str) -> None:
    """The number stays in the tooltip, and what is sure of it stands beside it."""
    way = MEASURES[measure]
    figure = cocoverage.matrix(sixteen(), EVERYTHING, measure)
    assert {way.column, way.shade} <= set(figure.frame.columns)
    # 15 of 15 and 15 of 16 coverages: the interval of 16/15 ends at 1.005.
    bounds = association.bounds(np.array([15]), np.array([15]), np.array([15]), 16)
    assert figure.frame[way.shade].tolist() == [bounds[way.shade][0]] * 2
    encoding = figure.spec["encoding"]
    assert encoding["color"]["field"] == way.shade
    told = [tip["title"] for tip in encoding["tooltip"]]
    assert told[2:4] == [way.name, "Surely"]


def test_equal_pairs_are_not_told_apart() -> None:
    """One meets Two once, Three meets Four once."""
    corpus = corpus_of(run("a", 0, "One", Two=11), run("b", 5, "Three", Four=11))
    assert cocoverage.matrix(corpus, EVERYTHING).title.kind == "cocoverage.plain"
