"""What is sent to the browser says what the figure's frame says, in fewer bytes."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

from pages.parts import sending

MANY = sending.FEW + 10


def named(values: list[Any], dtype: str | None = None) -> pd.DataFrame:
    """A frame of one column."""
    return pd.DataFrame({"value": pd.Series(values, dtype=dtype)})


@pytest.mark.parametrize(
    ("values", "sent"),
    [
        (["shown"] * MANY, pa.dictionary(pa.int16(), pa.string())),
        (["a", None, "消"] * MANY, pa.dictionary(pa.int16(), pa.string())),
        ([f"title {n}" for n in range(MANY)], pa.string()),
        ([*range(MANY)], pa.int32()),
        ([2**31 - 1] * MANY, pa.int32()),
        ([2**31] * MANY, pa.int64()),
        ([0.1, None] * MANY, pa.float64()),
        ([True] * MANY, pa.bool_()),
    ],
)
def test_types_of_many_rows(values: list[Any], sent: pa.DataType) -> None:
    """Each value is the same in a type that needs less, where there is one."""
    table = sending.table(named(values))
    assert table.schema.types == [sent]
    assert table.column("value").to_pylist() == values


@pytest.mark.parametrize("count", [0, 1, sending.FEW])
def test_few_rows_are_sent_as_they_are(count: int) -> None:
    """To look for what repeats would cost more than it spares."""
    frame = named(["shown"] * count, "str")
    assert sending.table(frame) == pa.Table.from_pandas(frame)


def test_times_categories_and_the_index_stay() -> None:
    """Only texts and whole numbers are made smaller; the metadata name the index."""
    frame = named(["x", "y"] * MANY, "category").assign(
        at=pd.Timestamp("2021-03-01", tz="UTC")
    )
    usual = pa.Table.from_pandas(frame)
    table = sending.table(frame)
    assert table.schema == usual.schema
    assert table.schema.metadata == usual.schema.metadata
    assert table.to_pandas().equals(frame)


def test_repeated_texts_are_sent_once() -> None:
    """A role or a label that every point bears costs next to nothing."""
    frame = named(["a label of thirty characters.."] * 1000)
    assert sending.table(frame).nbytes < pa.Table.from_pandas(frame).nbytes / 10
