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
    (timeless(), "concentration.plain", 0),
    (running(3), "concentration.only", 0),
    (running(4, 1), "concentration.plain", 0),
    (running(16, 4), "concentration.equal", 1 / (0.8**2 + 0.2**2)),
    (running(*[1] * 20), "concentration.equal", 20),
]


@pytest.mark.parametrize(("corpus", "kind", "effective"), TITLES)
def test_the_title_says_how_many_equals(
    corpus: Corpus, kind: str, effective: float
) -> None:
    """From 20 stories on."""
    title = concentration.identities(corpus, EVERYTHING).title
    assert title.kind == kind
    assert title.facts.get("effective", 0) == pytest.approx(effective)
