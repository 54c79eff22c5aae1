"""Topics that come together, by how much more often than by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from measures.filters import EVERYTHING
from pages.charts.what import cooccurrence
from tests.charts.marks import assert_reconciles, assert_says_nothing
from tests.corpora import corpus_of, story
from tests.measures.six import six

if TYPE_CHECKING:
    from loaders.corpus import Corpus


def having(**counts: int) -> Corpus:
    """So many stories with each of these sets of topics, and none of them umbrellas."""
    return corpus_of(
        *(
            story(f"{names}{i}", topics=list(names.replace("_", "")) or None)
            for names, count in counts.items()
            for i in range(count)
        )
    )


def test_too_little_has_no_pairs() -> None:
    """Two topics that come together once are no pair."""
    assert_says_nothing(cooccurrence.pairs(six(), EVERYTHING), "Too little data")


def test_what_is_printed_is_what_orders_and_what_is_drawn() -> None:
    """C and D: 5 of 20, where 5 * 5 / 20 are chance; A and B: 6, where 10 * 10 / 20."""
    corpus = having(AB=6, A=4, B=4, CD=5, _=1)
    figure = cooccurrence.pairs(corpus, EVERYTHING)
    assert figure.frame["label"].tolist() == [
        "4.0 times · 5 stories",
        "1.2 times · 6 stories",
    ]
    assert figure.frame["lift_score"].tolist() == pytest.approx([4, 1.2])
    assert_reconciles(figure, corpus)


TITLES: Final = [
    (having(CD=5, A=15), "pairs.pair"),
    (having(AB=5, A=5, B=5, _=2), "pairs.plain"),
]


@pytest.mark.parametrize(("corpus", "kind"), TITLES)
def test_the_title_is_of_the_surest_pair(corpus: Corpus, kind: str) -> None:
    """In the number that stands beside it; as often as by chance is no finding."""
    title = cooccurrence.pairs(corpus, EVERYTHING).title
    assert title.kind == kind
    if kind == "pairs.pair":
        assert title.facts["lift"] == pytest.approx(4)
