"""Who runs the same stories, by each of the measures."""

from __future__ import annotations

from math import log

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts.related import cocoverage
from pages.charts.related.closeness import MEASURES, colours
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
    "support": (15, "One and Two meet most: in 15 coverages"),
    "jaccard": (1, "One and Two are closest: they share 15 coverages"),
    "lift": (16 / 15, "One and Two meet 1.1 times as often as by chance"),
    "npmi": (
        log(16 / 15) / -log(15 / 16),
        "One and Two are closest: they share 15 coverages",
    ),
    "given": (1, "Two is in 15 of One’s 15 coverages"),
}


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_of_two_providers(measure: str) -> None:
    """One and Two are both in 15 of 16 coverages, always together.

    Lift is 15 * 16 / (15 * 15).
    """
    value, title = EXPECTED[measure]
    figure = cocoverage.matrix(sixteen(), EVERYTHING, measure)
    assert figure.title == title
    cells = figure.frame.set_index(["provider", "other"])[MEASURES[measure].column]
    assert cells["One", "Two"] == pytest.approx(value)
    assert cells["Two", "One"] == pytest.approx(value)
    assert_reconciles(figure, sixteen())
    assert figure.counts.startswith(MEASURES[measure].says)


AROUND = [
    (Filters(provider=("Two",)), "One and Two meet most: in 5 coverages"),
    (
        Filters(provider=("Two",), words='"story o"'),
        "3 pairs of providers meet most: in 1 coverage each",
    ),
]


@pytest.mark.parametrize(("chosen", "title"), AROUND, ids=str)
def test_under_a_provider_the_coverages_are_of_its_stories(
    chosen: Filters, title: str
) -> None:
    """It is in others, too, which its profile counts; and equals are not told apart."""
    figure = cocoverage.matrix(sixteen(), chosen)
    assert figure.title == f"Around stories of Two, {title}"


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


def test_what_is_near_chance_is_pale() -> None:
    """The ends of a scale with two directions are equally far from its middle."""
    for way in MEASURES.values():
        if way.ends:
            least, chance, most = way.ends
            far = (log(chance / least), log(most / chance)) if chance else (least, most)
            assert abs(far[0]) == pytest.approx(far[1])
            scale = colours(way).to_dict()
            assert (scale["domain"], scale["domainMid"]) == ([least, most], chance)
        else:
            assert colours(way).to_dict() == {}


def test_equal_pairs_are_counted() -> None:
    """One meets Two once, Three meets Four once."""
    corpus = corpus_of(run("a", 0, "One", Two=11), run("b", 5, "Three", Four=11))
    assert cocoverage.matrix(corpus, EVERYTHING).title == (
        "2 pairs of providers meet most: in 1 coverage each"
    )
