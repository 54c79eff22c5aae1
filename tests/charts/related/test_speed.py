"""Half-breadth time against breadth: one point a story."""

from __future__ import annotations

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts.related import speed
from tests.charts.marks import assert_reconciles, assert_says_nothing, table
from tests.charts.sixteen import MINUTE, run, sixteen, unrelated
from tests.corpora import corpus_of


def test_nothing_has_no_points() -> None:
    """No related coverage, no story that two ran, and none old enough."""
    assert_says_nothing(speed.halves(unrelated(), EVERYTHING), "no related coverage")
    empty = speed.halves(sixteen(), Filters(words="nothing"))
    assert_says_nothing(empty, "Too little data: no related coverage here has 3")
    young = speed.halves(corpus_of(run("a", 0, "One", Two=11)), EVERYTHING)
    assert_says_nothing(young, "Too little data: every story here is younger")
    assert "1 story younger than the window." in young.left_out


def test_half_of_the_families() -> None:
    """The second of o's three came after 2 minutes; of two families there is no half."""
    figure = speed.halves(sixteen(), EVERYTHING)
    points = figure.frame.set_index("story_id")
    assert points["breadth_count"].to_dict() == {"o": 3}
    assert points["half_breadth_hours"]["o"] == pytest.approx(2 * MINUTE)
    assert "14 stories of fewer than 3 families." in figure.left_out
    assert figure.title.kind == "speed.plain"
    assert_reconciles(figure, sixteen())


def test_a_click_lists_the_families_in_order() -> None:
    """Three had o first, One 2 minutes later: two are half of three, rounded up."""
    figure = speed.halves(sixteen(), EVERYTHING)
    came = table(figure, sixteen(), "o")
    assert came["provider"].tolist() == ["Three", "One", "Two"]
    assert came["hours"].tolist() == pytest.approx([0, 2 * MINUTE, 1])
    assert came["half"].tolist() == ["yes", "yes", "no"]
    half = figure.frame.set_index("story_id")["half_breadth_hours"]
    for story_id, hours in half.items():
        inside = table(figure, sixteen(), str(story_id)).query("half == 'yes'")
        assert inside["hours"].max() == hours
    for unknown in ("p", "nothing", ""):
        assert table(figure, sixteen(), unknown).empty


def test_the_rows_open_the_stories() -> None:
    """All coverages with two families, the widest first."""
    figure = speed.halves(sixteen(), EVERYTHING)
    assert figure.listing is not None
    assert "".join(figure.listing["story_id"]) == "onmlkjihgfedcba"
    assert figure.listing["within_1_count"].tolist()[:2] == [3, 1]


def test_a_median_is_said_of_ten_stories() -> None:
    """Of four families the second is half: an hour after the first; nine bear none."""
    stories = [
        run(f"s{i:02}", 4 * i, "One", Two=11, Three=12, Four=13) for i in range(11)
    ]
    title = speed.halves(corpus_of(*stories), EVERYTHING).title
    assert title.kind == "speed.median"
    assert (title.facts["half_hours"], title.facts["story_count"]) == (1, 10)
    assert speed.halves(corpus_of(*stories[1:]), EVERYTHING).title.kind == "speed.plain"
