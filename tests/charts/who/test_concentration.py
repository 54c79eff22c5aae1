"""Concentration: as many providers of equal size would be as concentrated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from measures.filters import EVERYTHING
from pages.charts.who import concentration
from tests.corpora import corpus_of, story
from tests.measures.six import timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus


def running(*counts: int) -> Corpus:
    """So many stories of one provider, so many of the next."""
    return corpus_of(
        *(
            story(f"s{number}-{i}", provider=f"P{number}")
            for number, count in enumerate(counts)
            for i in range(count)
        )
    )


TITLES: Final = [
    (timeless(), "Concentration"),
    (running(3), "P0 is the only provider"),
    (running(4, 1), "2 providers are as concentrated as 1.5 of equal size"),
    (running(2, 2), "All 2 providers are of equal size"),
    (running(*[1] * 12), "All 12 providers are of equal size"),
]


@pytest.mark.parametrize(("corpus", "expected"), TITLES)
def test_the_title_says_how_many_equals(corpus: Corpus, expected: str) -> None:
    """Of few, with a decimal: between one and two lies the whole difference."""
    assert concentration.identities(corpus, EVERYTHING).title == expected
