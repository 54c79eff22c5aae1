"""Columns of frames made from columns of Arrow tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from loaders import frames

if TYPE_CHECKING:
    from collections.abc import Mapping

MICROSECONDS_A_DAY = 86_400_000_000


def texts(column: pa.ChunkedArray) -> pd.Series:
    """Text, missing where it is null."""
    return pd.Series(column, dtype="str")


def wholes(column: pa.ChunkedArray) -> pd.Series:
    """Whole numbers of 32 bits, missing where it is null."""
    values = pc.fill_null(column, 0).to_numpy().astype(np.int32)
    missing = pc.is_null(column).to_numpy()
    return pd.Series(pd.arrays.IntegerArray(values, missing))


def instants(column: pa.ChunkedArray) -> pd.Series:
    """Instants in UTC from microseconds since 1970-01-01 UTC."""
    return column.cast(pa.timestamp("us", "UTC")).to_pandas()


def days(column: pa.ChunkedArray) -> np.ndarray:
    """UTC days since 1970-01-01 of microseconds since then; UNDATED where null."""
    values = pc.fill_null(column, 0).to_numpy() // MICROSECONDS_A_DAY
    missing = pc.is_null(column).to_numpy()
    return np.where(missing, frames.UNDATED, values).astype(np.int32)


def flags(column: pa.ChunkedArray) -> np.ndarray:
    """Truths; null is false."""
    return pc.fill_null(column, fill_value=False).to_numpy()


def choices(column: pa.ChunkedArray, names: tuple[str, ...]) -> pd.Categorical[int]:
    """Words as codes into the words that there are, in their order."""
    found = pc.index_in(column, pa.array(names, pa.large_string()))
    codes = pc.fill_null(found, -1).to_numpy().astype(np.int8)
    return pd.Categorical.from_codes(codes, dtype=pd.CategoricalDtype(list(names)))


def framed(columns: Mapping[str, object], declared: Mapping[str, str]) -> pd.DataFrame:
    """A frame of exactly the declared columns, in their order and of their types.

    Raises:
        ValueError: A column is missing or not declared.
    """
    if columns.keys() != declared.keys():
        odd = ", ".join(sorted(columns.keys() ^ declared.keys()))
        message = f"columns made and columns declared differ in: {odd}"
        raise ValueError(message)
    frame = pd.DataFrame({name: columns[name] for name in declared}, copy=False)
    wrong = {
        name: kind
        for name, kind in declared.items()
        if kind != "category" and frame.dtypes[name] != kind
    }
    return frame.astype(wrong) if wrong else frame
