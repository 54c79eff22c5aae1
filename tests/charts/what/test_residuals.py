"""Who writes about what, more or less than the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from measures.filters import EVERYTHING
from pages.charts import theme
from pages.charts.what import residuals
from tests.charts.marks import assert_reconciles
from tests.corpora import corpus_of, story
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus


def cells(**counts: int) -> Corpus:
    """So many stories of each provider and topic: One_Chips=3."""
    return corpus_of(
        *(
            story(f"{key}{i}", provider=key.split("_")[0], topics=[key.split("_")[1]])
            for key, count in counts.items()
            for i in range(count)
        )
    )


LESS: Final = {
    f"{who}_{what}": count
    for who in ("Two", "Three")
    for what, count in (("Chips", 20), ("Games", 8), ("Law", 8))
}
TITLES: Final = [
    (timeless(), "cells.plain", ()),
    (six(), "cells.plain", ()),
    (
        cells(One_Chips=16, One_Games=4, Two_Chips=4, Two_Games=16),
        "cells.more",
        (16, 10),
    ),
    (
        cells(**LESS, One_Games=12, One_Law=12, One_Chips=1),
        "cells.less",
        (1, pytest.approx(25 * 41 / 97)),
    ),
    (
        cells(One_Chips=10, One_Games=10, Two_Chips=10, Two_Games=10),
        "cells.plain",
        (),
    ),
]


@pytest.mark.parametrize(("corpus", "kind", "counts"), TITLES)
def test_the_title_is_of_the_strongest_cell(
    corpus: Corpus, kind: str, counts: tuple[float, ...]
) -> None:
    """Above or below what is expected, each in its own words."""
    title = residuals.by_provider(corpus, EVERYTHING).title
    assert title.kind == kind
    if counts:
        assert (title.facts["story_count"], title.facts["expected"]) == counts


EMPTY: Final = [
    (timeless(), "No story here has both a provider and a topic."),
    (
        six(),
        "Too little data: no provider is expected to have 5 stories about a topic.",
    ),
    (cells(One_Chips=16, One_Games=4, Two_Chips=4, Two_Games=16), ""),
]


@pytest.mark.parametrize(("corpus", "expected"), EMPTY)
def test_a_grid_without_a_shade_is_none(corpus: Corpus, expected: str) -> None:
    """It would be a list of numbers, under a legend of nothing."""
    assert residuals.by_provider(corpus, EVERYTHING).empty == expected


def test_every_number_is_drawn_on_its_shade() -> None:
    """Law stands on no shade, as too few are expected; all others are strong ones."""
    corpus = cells(One_Chips=16, One_Games=4, Two_Chips=4, Two_Games=17, Two_Law=1)
    figure = residuals.by_provider(corpus, EVERYTHING)
    assert figure.frame["label"].dropna().tolist() == [17, 4, 4, 16, 1]
    assert figure.frame["residual"].tolist() == [
        *("+3.7", "−3.7", "−4", "+4", "too few", "too few")
    ]
    strong, pale = theme.STRONG, theme.PALE
    assert figure.frame["shade"].tolist() == [*[strong] * 4, pale, pale]
    assert_reconciles(figure, corpus)
