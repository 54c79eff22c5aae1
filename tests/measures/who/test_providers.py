"""Providers are ranked by stories, and their shares add up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import pytest

from loaders import frames
from measures.filters import EVERYTHING, IDENTITIES, Filters
from measures.who import providers
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus

RANKING_COLUMNS: Final = [
    "provider",
    "story_count",
    "story_share",
    "is_chosen",
    "mean_quality_score",
    "breadth_median_count",
    "first_at",
    "last_at",
    "story_counts",
]

COUNTS: Final = [
    (EVERYTHING, 3),
    (Filters(by="name"), 4),
    (Filters(by="domain"), 4),
    (Filters(topic=("AI",)), 2),
    (Filters(topic=("AI",), by="name"), 3),
    (Filters(topic=("Robots",)), 0),
    (Filters(words="nothing"), 0),
]


@pytest.mark.parametrize(("chosen", "expected"), COUNTS, ids=str)
def test_providers_are_counted(chosen: Filters, expected: int) -> None:
    """Each identity once; a story without a provider adds none."""
    assert providers.count(six(), chosen) == expected


@pytest.mark.parametrize(
    ("corpus", "chosen"),
    [(six(), Filters(words="nothing")), (timeless(), EVERYTHING)],
    ids=["no story", "no provider"],
)
def test_nobody_gives_no_rows(corpus: Corpus, chosen: Filters) -> None:
    """All columns are there all the same, with the types they always have."""
    table = providers.ranking(corpus, chosen)
    assert list(table.columns) == RANKING_COLUMNS
    assert len(table) == 0
    assert str(table["first_at"].dtype) == frames.TIME


def test_providers_are_ranked_by_stories() -> None:
    """One has two, Two has two, Three has one; f has no provider."""
    table = providers.ranking(six(), EVERYTHING)
    assert table["provider"].tolist() == ["One", "Two", "Three"]
    assert table["story_count"].tolist() == [2, 2, 1]
    np.testing.assert_allclose(table["story_share"], [2 / 5, 2 / 5, 1 / 5])
    assert not table["is_chosen"].any()
    np.testing.assert_allclose(table["mean_quality_score"], [20, 30, np.nan])
    assert str(table["first_at"].dtype) == frames.TIME
    assert table["first_at"].tolist() == [
        pd.Timestamp("2021-01-04T09:00:00Z"),
        pd.Timestamp("2021-01-04T23:59:59Z"),
        pd.Timestamp("2021-01-10T12:30:00Z"),
    ]
    assert table["last_at"].tolist() == [
        pd.Timestamp("2021-01-05T00:00:00Z"),
        pd.Timestamp("2021-01-04T23:59:59Z"),
        pd.Timestamp("2021-01-10T12:30:00Z"),
    ]


def test_breadth_is_the_median_of_the_stories() -> None:
    """Story a was covered by One, Two and Four, story c only by One itself."""
    table = providers.ranking(six(), EVERYTHING).set_index("provider")
    assert table["breadth_median_count"].to_dict() == {"One": 2, "Two": 1, "Three": 1}


def test_the_own_choice_is_skipped() -> None:
    """Choosing Two leaves the others in sight, and says which is chosen."""
    chosen = Filters(provider=("Two",), topic=("AI",))
    table = providers.ranking(six(), chosen)
    assert table["provider"].tolist() == ["One", "Two"]
    assert table["is_chosen"].tolist() == [False, True]
    assert table["story_count"].tolist() == [2, 1]


@pytest.mark.parametrize("by", IDENTITIES)
@pytest.mark.parametrize(
    "chosen",
    [
        EVERYTHING,
        Filters(topic=("AI",)),
        Filters(first=date(2021, 1, 5)),
        Filters(first=date(2020, 1, 1), last=date(2022, 1, 1)),
        Filters(state=("published",)),
    ],
    ids=str,
)
def test_sparks_add_up_to_the_stories_with_a_time(chosen: Filters, by: str) -> None:
    """Each provider's line holds its stories of the range, undated ones aside."""
    corpus = six()
    chosen = chosen.with_(by=by)
    table = providers.ranking(corpus, chosen)
    assert table["story_share"].sum() == pytest.approx(1)
    for name, line in zip(table["provider"], table["story_counts"], strict=True):
        own = chosen.with_(provider=(name,)).mask(corpus)
        dated = corpus.days[own] != frames.UNDATED
        assert sum(line) == dated.sum()
        assert len(line) <= providers.SPARK_BINS


def test_a_spark_has_a_part_for_each_day_of_a_short_range() -> None:
    """Three days make three parts; One ran a on Monday and c on Tuesday."""
    chosen = Filters(first=date(2021, 1, 4), last=date(2021, 1, 6))
    table = providers.ranking(six(), chosen)
    assert table["story_counts"].tolist() == [[1, 1, 0], [1, 0, 0]]
