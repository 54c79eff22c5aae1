"""Credit gaps: who was first with what somebody else was published for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import loaders
from measures.filters import EVERYTHING, Filters
from measures.related import scoops
from tests.corpora import Story, corpus_of, entry, story
from tests.measures.clock import at

if TYPE_CHECKING:
    from pathlib import Path

    from measures.result import Result

MINUTE = 1 / 60


def own(name: str = "a", **changes: object) -> Story:
    """A story by "Own" at 10:00, published unless changed."""
    facts = {"provider": "Own", "published_at": at(10)} | changes
    return story(name, **facts)  # type: ignore[arg-type]


def by(provider: str, hours: float) -> dict[str, object]:
    """An entry of a list, by a provider so many hours after midnight."""
    return entry(provider.replace(" ", ""), provider=provider, published_at=at(hours))


@pytest.mark.parametrize(
    "filed",
    [
        own(),
        own(related=[by("Two", 11)]),
        own(related=[by("Two", 10 - 5 * MINUTE)]),
        own(related=[by("Own", 8), by("Two", 8 + MINUTE)]),
        own(related=[by("Two", 8)], published=False),
        own(related=[by("Two", 8)], published=None),
        own(related=[by("Own", 8)]),
        own(related=[by("Two", -63)]),
        own(provider=None, related=[by("Two", 8), by("Three", 9)]),
    ],
    ids=[
        "alone",
        "others later",
        "five minutes are no gap",
        "its own provider is among the first",
        "unpublished",
        "unknown",
        "one family",
        "the other is beyond the window",
        "nobody to credit",
    ],
)
def test_no_credit_gap(filed: Story) -> None:
    """What has nothing to be said of it has no row."""
    assert scoops.ledger(corpus_of(filed), EVERYTHING).frame.empty


def two_gaps() -> tuple[Story, ...]:
    """Gaps of 2 and 5 hours, of three comparable published stories.

    a: Own 10:00; Two 8:00 and Three 8:05 share the first report: gap 2 h, breadth 3.
    b: Own 10:00; c (filed, by Two) 5:00: gap 5 h, breadth 2.
    c: Two 5:00, Own later: no gap, but comparable.
    d: alone.
    """
    return (
        own(related=[by("Two", 8), by("Three", 8 + 5 * MINUTE)]),
        own("b", related=["c"]),
        own("c", provider="Two", published_at=at(5), related=["b"]),
        own("d"),
    )


def test_the_ledger_is_sorted_by_gap() -> None:
    """The longest first; the first report is named, and its place is given."""
    whole = scoops.ledger(corpus_of(*two_gaps()), EVERYTHING)
    assert whole.frame[
        ["story", "provider", "first_provider", "first_story", "gap_hours"]
    ].to_numpy().tolist() == [
        [1, "Own", "Two", 2, 5.0],
        [0, "Own", "Three, Two", -1, 2.0],
    ]
    assert whole.frame["breadth_count"].tolist() == [2, 3]
    assert whole.n == 3
    assert said(whole) == {"fewer than two providers ran them": 1}


def said(result: Result) -> dict[str, int]:
    """What was left out, by its reason."""
    return {item.why: item.count for item in result.left_out}


def test_scoops_add_up_to_the_gaps() -> None:
    """Two broke b alone and a half with Three: 1.5 + 0.5 = 2 gaps, both Own's."""
    found = scoops.by_provider(corpus_of(*two_gaps()), EVERYTHING)
    assert found.frame.to_numpy().tolist() == [
        ["Two", 1.5, 0],
        ["Three", 0.5, 0],
        ["Own", 0.0, 2],
    ]
    assert found.n == 2


def test_a_state_that_is_not_published_has_no_gap() -> None:
    """The ledger is of published stories, whatever is asked for."""
    corpus = corpus_of(*two_gaps())
    whole = scoops.ledger(corpus, Filters(state=("unpublished",)))
    assert whole.frame.empty
    assert whole.n == 0
    both = scoops.ledger(corpus, Filters(state=("unpublished", "published")))
    assert len(both.frame) == 2


def test_a_narrower_window_loses_a_first() -> None:
    """Within 2 hours Two's story of 5:00 is none of b's coverage."""
    whole = scoops.ledger(corpus_of(*two_gaps()), Filters(window=2))
    assert whole.frame["gap_hours"].tolist() == [2.0]
    assert whole.window_hours == 2


def test_the_real_corpus_has_43_coverages_and_5_gaps(counted_corpus: Path) -> None:
    """As counted independently of this program, families at 72 hours."""
    whole = scoops.ledger(loaders.load(counted_corpus), EVERYTHING)
    assert whole.n == 43
    assert len(whole.frame) == 5
