"""Topics in the plane of share and momentum: which of them are named."""

from __future__ import annotations

from measures.filters import EVERYTHING
from pages.charts.what import quadrant
from tests.charts.what.trends import trends
from tests.corpora import corpus_of, story


def test_points_that_stand_apart_are_all_named() -> None:
    """And nothing has to be said about it."""
    figure = quadrant.plane(trends({"Chips": 25, "Law": 1}), EVERYTHING)
    assert sorted(figure.frame["label"]) == ["Chips", "Law"]
    assert figure.notes == ()


def test_of_points_in_one_place_the_first_is_named() -> None:
    """The others say their names when they are pointed at, which is said."""
    figure = quadrant.plane(trends(dict.fromkeys(("A", "B", "C"), 9)), EVERYTHING)
    assert sorted(figure.frame["label"]) == ["", "", "A"]
    assert sorted(figure.frame["topic"]) == ["A", "B", "C"]
    assert figure.notes == (quadrant.NAMELESS,)


def test_no_point_has_no_name() -> None:
    """Too little data is all that there is to say."""
    figure = quadrant.plane(corpus_of(story(topics=["Chips"])), EVERYTHING)
    assert (figure.empty != "", figure.notes) == (True, ())
