"""What is missing is said of the field that most stories lack."""

from __future__ import annotations

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts.health import health
from tests.charts.marks import assert_reconciles
from tests.measures.six import six, timeless

TITLES = [
    (Filters(words="nothing"), "Nothing is missing"),
    (EVERYTHING, "83% of the stories lack an excerpt"),
    (Filters(provider=("Two",)), "No story has an excerpt"),
]


@pytest.mark.parametrize(("chosen", "title"), TITLES, ids=str)
def test_the_title_names_the_field(chosen: Filters, title: str) -> None:
    """Some of the stories lack it, or all of them."""
    figure = health.complete(six(), chosen)
    assert figure.title == title
    assert_reconciles(figure, six())


def test_a_story_of_which_little_is_known() -> None:
    """The first of what it lacks is said."""
    assert health.complete(timeless(), EVERYTHING).title == "No story has a time"
