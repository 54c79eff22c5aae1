"""Providers by their stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts.who import provider
from tests.corpora import corpus_of, story
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus


def running(**counts: int) -> Corpus:
    """So many stories of each provider."""
    return corpus_of(
        *(
            story(f"{name}{i}", provider=name)
            for name, count in counts.items()
            for i in range(count)
        )
    )


TITLES: Final = [
    (timeless(), EVERYTHING, "ranking.none", {}),
    (six(), EVERYTHING, "ranking.plain", {}),
    (
        six(),
        Filters(provider=("Two",)),
        "provider.placed",
        {"story_count": 2, "total_count": 5, "place": 1, "joint": "joint "},
    ),
    (six(), Filters(provider=("One", "Three")), "provider.chosen", {"story_count": 3}),
    (
        six(),
        Filters(provider=("Two",), words="chips"),
        "provider.chosen",
        {"story_count": 0, "total_count": 1},
    ),
    (running(A=1), EVERYTHING, "ranking.only", {"name": "A"}),
    (running(A=3, B=1), EVERYTHING, "ranking.plain", {}),
    (running(A=8), EVERYTHING, "ranking.only", {"story_count": 8}),
    (running(A=8, B=1), EVERYTHING, "provider.leads", {"story_count": 8}),
    (running(A=12, B=2), EVERYTHING, "provider.leads_share", {"share": 12 / 14}),
    (running(A=6, B=5, C=1), EVERYTHING, "provider.level", {"counts": (6, 5, 1)}),
    (
        running(A=20, **{f"B{i}": 4 for i in range(20)}),
        EVERYTHING,
        "provider.leads_one_in",
        {"share": 0.2},
    ),
]


@pytest.mark.parametrize(("corpus", "chosen", "kind", "facts"), TITLES)
def test_the_title_says_who_ran_how_much(
    corpus: Corpus, chosen: Filters, kind: str, facts: dict[str, object]
) -> None:
    """Who cannot be told apart is named together, and what is chosen by its place."""
    title = provider.leaderboard(corpus, chosen).title
    assert title.kind == kind
    assert title.facts | facts == title.facts
