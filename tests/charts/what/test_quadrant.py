"""Topics in the plane of share and momentum: which of them are named."""

from __future__ import annotations

from typing import Final

import pytest

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


TITLES: Final = [
    ({"A": 5, "B": 5}, "quadrants.plain", {}),
    ({"A": 11, "B": 5}, "quadrants.plain", {}),
    (
        {"A": 25, "B": 5},
        "quadrants.named",
        {"names": ("A",), "kind": "large and rising"},
    ),
    ({"A": 25, "B": 26, "C": 5, "D": 4}, "quadrants.named", {"names": ("B", "A")}),
    ({"A": 0, "B": 5, "C": 4}, "quadrants.plain", {}),
]


@pytest.mark.parametrize(("recent", "kind", "facts"), TITLES)
def test_only_what_moves_by_more_than_chance_is_named(
    recent: dict[str, int], kind: str, facts: dict[str, object]
) -> None:
    """5 are expected of each; what is small and falling is no headline."""
    title = quadrant.plane(trends(recent), EVERYTHING).title
    assert title.kind == kind
    assert title.facts | facts == title.facts


def test_no_point_has_no_name() -> None:
    """Too little data is all that there is to say."""
    figure = quadrant.plane(corpus_of(story(topics=["Chips"])), EVERYTHING)
    assert (figure.empty != "", figure.notes) == (True, ())
