"""How the widest stories grew: one line a story."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts import theme
from pages.charts.related import spread
from tests.charts.marks import MOST_MARKS, assert_says_nothing, table
from tests.charts.sixteen import MINUTE, run, sixteen, unrelated
from tests.corpora import corpus_of

if TYPE_CHECKING:
    from pages.charts.figure import Figure


def test_nothing_has_no_lines() -> None:
    """No related coverage, and no story that two ran."""
    assert_says_nothing(spread.curves(unrelated(), EVERYTHING), "no related coverage")
    for chosen in (Filters(words="nothing"), Filters(provider=("Four",))):
        assert_says_nothing(spread.curves(sixteen(), chosen), "Too little data")


def test_a_line_climbs_with_each_family() -> None:
    """The widest is o: Three at 0, One 2 minutes, Two 1 hour later."""
    figure = spread.curves(sixteen(), EVERYTHING)
    assert figure.title.kind == "spread.widest_half"
    assert figure.title.facts["name"] == "“Story o”"
    assert figure.title.facts["breadth"] == 3
    assert figure.title.facts["half_hours"] == pytest.approx(2 * MINUTE)
    widest = figure.frame[figure.frame["role"] == theme.CHOSEN]
    assert set(widest["story_id"]) == {"o"}
    assert widest["provider"].tolist() == ["Three", "One", "Two"]
    assert widest["breadth_count"].tolist() == [1, 2, 3]
    assert [round(hours / MINUTE) for hours in widest["hours"]] == [0, 2, 60]
    assert len(figure.frame) == 3 + 14 * 2
    assert_line(figure)


def assert_line(figure: Figure) -> None:
    """A click on a line lists the points that it has, each of them a family."""
    for story_id, line in figure.frame.groupby("story_id", observed=True):
        came = table(figure, sixteen(), str(story_id))
        assert came["provider"].tolist() == line["provider"].tolist()
        assert came["breadth_count"].tolist() == line["breadth_count"].tolist()
        assert set(line["family_count"]) == {len(came)}


def test_a_young_story_is_said_to_be_growing() -> None:
    """It came at the very end of the corpus: nobody knows what follows."""
    figure = spread.curves(corpus_of(run("a", 0, "One", Two=11)), EVERYTHING)
    assert figure.title.kind == "spread.widest"
    assert figure.title.facts["breadth"] == 2
    assert "one line a story; 1 coverage with at least two" in figure.counts


def test_equal_widths_are_counted() -> None:
    """One's ten stories and Two's four each have two providers."""
    figure = spread.curves(sixteen(), Filters(last=date(2021, 1, 17)))
    assert figure.title.kind == "spread.equal"
    assert (figure.title.facts["story_count"], figure.title.facts["breadth"]) == (14, 2)


def test_only_the_widest_are_drawn() -> None:
    """Forty stories of 80 families: as many lines as there may be marks for."""
    others = {f"P{i}": 10 + i / 4 for i in range(79)}
    corpus = corpus_of(*(run(f"s{i:02}", i, "Own", **others) for i in range(40)))
    figure = spread.curves(corpus, EVERYTHING)
    assert len(figure.frame) <= MOST_MARKS
    assert figure.frame["story_id"].nunique() == MOST_MARKS // 80 == 25
    assert "the 25 widest of 40 coverages" in figure.counts
    assert "15 coverages" in figure.left_out
    line = figure.frame[figure.frame["story_id"] == "s39"]
    assert set(line["family_count"]) == {len(table(figure, corpus, "s39"))} == {80}
