"""What is missing is said of the field that most stories lack."""

from __future__ import annotations

from typing import Final

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts.health import health
from tests.charts.marks import assert_reconciles
from tests.corpora import corpus_of, story
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


BACKLOGS: Final = [
    (0, 0, "No backlog"),
    (1, 0, "The one unpublished story is folded"),
    (0, 2, "All 2 unpublished stories are below gate"),
    (3, 1, "75% of the unpublished stories are folded"),
]


@pytest.mark.parametrize(("folded", "gated", "title"), BACKLOGS)
def test_what_waits_is_said_by_its_reason(folded: int, gated: int, title: str) -> None:
    """All of them is no 100%."""
    corpus = corpus_of(
        *(story(f"f{i}", published=False, heat=-1, quality=50) for i in range(folded)),
        *(story(f"g{i}", published=False, heat=5, quality=5) for i in range(gated)),
        *(story(f"r{i}", published=True, heat=50, quality=50) for i in range(5)),
    )
    assert health.waiting(corpus, EVERYTHING).title == title
