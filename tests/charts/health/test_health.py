"""What is missing is said of the field that most stories lack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from loaders import frames
from measures.filters import EVERYTHING, Filters
from pages.charts.health import health
from pages.charts.sentences.health import REASONS
from tests.charts.marks import assert_reconciles
from tests.corpora import corpus_of, entry, story
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus

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
    (0, 0, "backlog.none", {}),
    (1, 0, "backlog.few", {"reason": "folded", "story_count": 1}),
    (0, 2, "backlog.few", {"reason": "below gate", "story_count": 2}),
    (10, 0, "backlog.all", {"reason": "folded", "story_count": 10}),
    (3, 1, "backlog.plain", {}),
    (7, 1, "backlog.some", {"reason": "folded", "part_count": 7, "story_count": 8}),
    (9, 4, "backlog.plain", {}),
    (9, 2, "backlog.share", {"reason": "folded", "share": 9 / 11}),
]


@pytest.mark.parametrize(("folded", "gated", "kind", "facts"), BACKLOGS)
def test_what_waits_is_said_by_its_reason(
    folded: int, gated: int, kind: str, facts: dict[str, object]
) -> None:
    """Where one leads by more than chance; all of them is no 100%."""
    corpus = corpus_of(
        *(story(f"f{i}", published=False, heat=-1, quality=50) for i in range(folded)),
        *(story(f"g{i}", published=False, heat=5, quality=5) for i in range(gated)),
        *(story(f"r{i}", published=True, heat=50, quality=50) for i in range(5)),
    )
    title = health.waiting(corpus, EVERYTHING).title
    assert title.kind == kind
    assert title.facts | facts == title.facts


def test_a_backlog_without_times_is_one() -> None:
    """It has no course, but it waits."""
    corpus = corpus_of(story(published=False, heat=-1, published_at=None))
    figure = health.waiting(corpus, EVERYTHING)
    assert figure.title.kind == "backlog.few"
    assert figure.empty == "No unpublished story here has a time."


def test_every_reason_has_words() -> None:
    """Those of the frames, and no other."""
    assert set(REASONS) == set(frames.reason_names)


def having_excerpt(some: int, none: int) -> Corpus:
    """So many stories with everything, and so many that lack an excerpt alone."""
    return corpus_of(
        *(
            story(
                f"s{i}",
                topics=["A"],
                excerpt="So" if i < some else None,
                images=["https://pictures.example/a"],
                related=[entry("x")],
            )
            for i in range(some + none)
        )
    )


LACKING: Final = [
    (9, 0, "fields.none", {}),
    (0, 1, "fields.all", {"story_count": 1}),
    (8, 1, "fields.some", {"story_count": 1, "total_count": 9, "lack": "lacks"}),
    (8, 2, "fields.share", {"field": "an excerpt", "share": 0.2}),
]


@pytest.mark.parametrize(("some", "none", "kind", "facts"), LACKING)
def test_a_share_is_said_of_ten_stories(
    some: int, none: int, kind: str, facts: dict[str, object]
) -> None:
    """Of fewer they are counted."""
    title = health.complete(having_excerpt(some, none), EVERYTHING).title
    assert title.kind == kind
    assert title.facts | facts == title.facts
