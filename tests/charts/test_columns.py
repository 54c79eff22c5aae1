"""A column says what it is called, and its values are written as people read them."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
import pytest

from pages.charts import columns
from pages.charts.columns import COURSE, DAY, LINK, PERCENT, POINTS, Column

NOON: Final = pd.Timestamp("2021-03-01T12:04:59", tz="UTC")
WEST: Final = pd.Timestamp("2021-03-01T23:30", tz="America/New_York")

WRITTEN: Final = [
    ("anything", [None, float("nan"), pd.NaT], "", ["–", "–", "–"]),
    ("title", ["<b>", ""], "", ["<b>", "–"]),
    ("story_count", [1204, 0], "", ["1,204", "0"]),
    ("quality_score", pd.array([7, None], dtype="Int32"), "", ["7", "–"]),
    ("lift_score", [1.0, 1234.56789, -0.00001], "", ["1", "1,234.5679", "0"]),
    ("lift_score", [1.25, 2.0], ".1f", ["1.2", "2.0"]),
    ("gap_hours", [-1.5, 0.04, -0.04, 1234.0], "+,.1f", ["-1.5", "0.0", "0.0", "+1,234.0"]),
    ("lag_hours", [-0.04, 12.25], "", ["0.0", "12.2"]),
    ("rest_share", [0.0813, 1.0, 0.0], "", ["8.1%", "100.0%", "0.0%"]),
    ("both", [0.5], PERCENT, ["50.0%"]),
    ("difference_share", [0.031, -0.0001], POINTS, ["+3.1 pp", "0.0 pp"]),
    ("first_at", [NOON, pd.NaT], "", ["1 Mar 2021, 12:04", "–"]),
    ("published", [WEST], "", ["2 Mar 2021, 04:30"]),
    ("last_at", [NOON], DAY, ["1 Mar 2021"]),
    ("is_same", [True, False], "", ["yes", "no"]),
    ("score", [float("inf"), -float("inf")], "", ["∞", "−∞"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values", "shown", "expected"), WRITTEN)
def test_values_are_written_by_name_and_type(
    name: str, values: object, shown: str, expected: list[str]
) -> None:
    """What is missing is a dash, what is next to nothing has no sign, times are UTC."""
    table = pd.DataFrame({name: values})
    column = columns.of(table, {name: Column("Label", shown)})[name]
    assert columns.written(table[name], column) == expected


def test_columns_are_shown_in_their_order() -> None:
    """By their names where nobody named them; one that is named None is hidden."""
    table = pd.DataFrame({"b": [1], "story_id": ["x"], "a_share": [0.5]})
    shown = columns.of(table, {"b": "Both", "story_id": None, "other": "No"})
    assert shown == {"b": Column("Both"), "a_share": Column("a_share", PERCENT)}


KINDS: Final = [
    ([1, 2], Column("A"), "number"),
    (pd.array([1, None], dtype="Int32"), Column("A", ".1f"), "number"),
    ([True], Column("A"), "text"),
    ([NOON], Column("A"), "time"),
    (["x"], Column("A"), "text"),
    (["x"], Column("A", is_long=True), "long"),
    (["https://x.example"], Column("A", LINK), LINK),
    ([[1, 2]], Column("A", COURSE), COURSE),
]


@pytest.mark.parametrize(("values", "column", "expected"), KINDS)
def test_a_column_is_laid_out_by_what_it_holds(
    values: Any,  # noqa: ANN401 - as pandas takes them
    column: Column,
    expected: str,
) -> None:
    """Numbers and times stand below one another, and first fall when they are sorted."""
    kind = columns.kind(pd.Series(values), column)
    assert kind == expected
    assert columns.falls(kind) == (kind in {"number", "time"})


SAID: Final = [
    ("text", False, "by Title, A to Z"),
    ("long", True, "by Title, Z to A"),
    ("number", True, "by Title, greatest first"),
    ("number", False, "by Title, least first"),
    ("time", True, "by Title, newest first"),
    ("time", False, "by Title, oldest first"),
]


@pytest.mark.parametrize(("kind", "is_falling", "expected"), SAID)
def test_an_order_is_said(kind: str, is_falling: bool, expected: str) -> None:
    """In the words of what is sorted."""
    assert columns.order(Column("Title"), kind, is_falling=is_falling) == expected
