"""Rows stand in the order of any column, up and down, texts where readers look for them."""

from __future__ import annotations

import gc
from typing import Final

import numpy as np
import pandas as pd
import pytest

from measures import ordering

NOTHING: Final = [
    pd.Series([], dtype="str"),
    pd.Series([], dtype="category"),
    pd.Series([], dtype="float64"),
    pd.Series([], dtype=object),
]

ALPHABETS: Final = [
    (
        ["Zeit", "Élysée", "Svenska", "Aftonbladet", "Łódź dziś", "El Mundo", "Ärzte"],
        ["Aftonbladet", "Ärzte", "El Mundo", "Élysée", "Łódź dziś", "Svenska", "Zeit"],
    ),
    (["b", "C", "a", "B"], ["a", "B", "b", "C"]),
    (["øre", "ord", "Æon", "afar", "Straße", "Strata"], None),
    (["ΌΝΟΣ", "ονος", "ομορφος"], ["ομορφος", "ΌΝΟΣ", "ονος"]),
    (["ｂ", "c", "Ａ"], ["Ａ", "ｂ", "c"]),
    (["E\u0301tat", "Etage", "État", "etui"], ["Etage", "E\u0301tat", "État", "etui"]),
    (["10", "9", "١"], ["10", "9", "١"]),
    (["", "a"], ["a", ""]),
    ([], []),
]


@pytest.mark.parametrize("values", NOTHING, ids=lambda values: str(values.dtype))
def test_no_values_have_no_ranks(values: pd.Series) -> None:
    """Of whatever type the column is."""
    assert len(ordering.ranks(values)) == 0


def test_lists_have_no_order() -> None:
    """A course that is drawn is not sorted by, and the message shows one."""
    courses = pd.Series([[1, 2], [3]])
    assert not ordering.can_order(courses)
    assert ordering.can_order(pd.Series(["a", None]))
    with pytest.raises(TypeError, match=r"found \[1, 2\]"):
        ordering.ranks(courses)


@pytest.mark.parametrize(("texts", "expected"), ALPHABETS)
def test_texts_stand_where_readers_look(
    texts: list[str], expected: list[str] | None
) -> None:
    """Case, accents and width aside; a letter without a mark of its own beside its kin."""
    usual = ["Æon", "afar", "ord", "øre", "Straße", "Strata"]
    assert ordering.alphabetical(texts) == (usual if expected is None else expected)


def test_vowel_signs_are_no_accents() -> None:
    """Words of Hindi that differ in a vowel sign alone differ in order too."""
    folded = ordering.folded(["दिन", "दान", "दीन", None]).to_pylist()
    assert len(set(folded)) == 4
    assert folded[3] is None


RANKED: Final = [
    (pd.Series(["b", None, "Á", "a", ""], dtype="str"), [3, None, 2, 2, None]),
    (pd.Series(["b", None, "Á", "a"], dtype="category"), [2, None, 1, 1]),
    (pd.Series(["b", None, 3], dtype=object), [2, None, 1]),
    (pd.Series([3, None, 1], dtype="Int32"), [3, None, 1]),
    (pd.Series([0.5, np.nan, -1]), [0.5, None, -1]),
    (pd.Series([True, False]), [1, 0]),
    (pd.to_datetime(pd.Series(["2021-01-01", None]), utc=True), [1_609_459_200, None]),
]


@pytest.mark.parametrize(("values", "expected"), RANKED)
def test_ranks_order_values_of_any_type(
    values: pd.Series, expected: list[float | None]
) -> None:
    """Equal values are equal, and what is missing is NaN."""
    found = ordering.ranks(values)
    if ordering.is_time(values):
        found /= {"s": 1, "us": 1e6, "ns": 1e9}[values.dt.unit]
    known = [None if np.isnan(rank) else rank for rank in found]
    assert known == expected


TABLE: Final = pd.DataFrame(
    {
        "name": ["b", None, "A", "b", "c"],
        "story_count": [1, 5, 3, 2, 3],
        "quality_score": pd.array([None, 7, 1, 7, None], dtype="Int32"),
    }
)
SORTED: Final = [
    ("", [0, 1, 2, 3, 4]),
    ("name", [2, 0, 3, 4, 1]),
    ("-name", [4, 0, 3, 2, 1]),
    ("story_count", [0, 3, 2, 4, 1]),
    ("-story_count", [1, 2, 4, 3, 0]),
    ("quality_score", [2, 1, 3, 0, 4]),
    ("-quality_score", [1, 3, 2, 0, 4]),
]


@pytest.mark.parametrize(("sort", "expected"), SORTED)
def test_what_is_missing_comes_last_both_ways(sort: str, expected: list[int]) -> None:
    """Rows that are equal stand as they stood, up and down."""
    assert ordering.places(TABLE, sort).tolist() == expected


def test_the_order_of_a_large_table_is_kept_as_long_as_the_table() -> None:
    """And no longer, nor for another table that takes its place in memory."""
    count = ordering.MOST_SORTED_ANEW + 1
    table = pd.DataFrame({"n": np.arange(count)[::-1]})
    first = ordering.places(table, "n")
    assert ordering.places(table, "n") is first
    assert first.tolist() == list(range(count))[::-1]
    assert ordering.places(table, "-n").tolist() == list(range(count))
    held = len(ordering._kept)
    del table
    gc.collect()
    assert len(ordering._kept) == held - 2


def test_few_orders_are_kept() -> None:
    """Of many large tables the first give way."""
    tables = [
        pd.DataFrame({"n": np.zeros(ordering.MOST_SORTED_ANEW + 1)})
        for _ in range(ordering.MOST_KEPT + 3)
    ]
    for table in tables:
        ordering.places(table, "n")
    assert len(ordering._kept) == ordering.MOST_KEPT
