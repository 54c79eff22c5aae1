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
    (Filters(words="nothing"), "fields.none"),
    (EVERYTHING, "fields.some"),
    (Filters(provider=("Two",)), "fields.all"),
]


@pytest.mark.parametrize(("chosen", "title"), TITLES, ids=str)
def test_the_title_names_the_field(chosen: Filters, title: str) -> None:
    """Some of the stories lack it, or all of them."""
    figure = health.complete(six(), chosen)
    assert figure.title.kind == title
    assert_reconciles(figure, six())


def test_a_story_of_which_little_is_known() -> None:
    """The first of what it lacks is said."""
    title = health.complete(timeless(), EVERYTHING).title
    assert (title.kind, title.facts["field"]) == ("fields.all", "a time")


BACKLOGS: Final = [
    (0, 0, "backlog.none"),
    (1, 0, "backlog.all"),
    (0, 2, "backlog.all"),
    (3, 1, "backlog.some"),
    (9, 3, "backlog.share"),
]


@pytest.mark.parametrize(("folded", "gated", "title"), BACKLOGS)
def test_what_waits_is_said_by_its_reason(folded: int, gated: int, title: str) -> None:
    """All of them is no 100%."""
    corpus = corpus_of(
        *(story(f"f{i}", published=False, heat=-1, quality=50) for i in range(folded)),
        *(story(f"g{i}", published=False, heat=5, quality=5) for i in range(gated)),
        *(story(f"r{i}", published=True, heat=50, quality=50) for i in range(5)),
    )
    assert health.waiting(corpus, EVERYTHING).title.kind == title
