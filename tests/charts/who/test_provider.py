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
    (timeless(), EVERYTHING, "No provider"),
    (six(), EVERYTHING, "One and Two ran most: 2 stories each"),
    (
        six(),
        Filters(provider=("Two",)),
        "Two ran 2 of 5 stories, joint first of 3 providers",
    ),
    (six(), Filters(provider=("One", "Three")), "One and Three ran 3 of 5 stories"),
    (six(), Filters(provider=("Two",), words="chips"), "Two ran 0 of 1 story"),
    (running(A=1, B=1), EVERYTHING, "A and B ran 1 story each"),
    (running(A=1), EVERYTHING, "A is the only provider, with 1 story"),
    (running(A=3, B=1), EVERYTHING, "A ran 75% of the stories"),
    (running(A=2, B=1, C=1), EVERYTHING, "A ran half of the stories"),
]


@pytest.mark.parametrize(("corpus", "chosen", "expected"), TITLES)
def test_the_title_says_who_ran_how_much(
    corpus: Corpus, chosen: Filters, expected: str
) -> None:
    """Equals are named as equals, and what is chosen by its place among all."""
    assert provider.leaderboard(corpus, chosen).title == expected
