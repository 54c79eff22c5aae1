"""A figure's frame as it is sent to the browser: what it says, in few bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa

if TYPE_CHECKING:
    import pandas as pd

FEW: Final = 50
"""Rows up to which nothing is gained."""


def table(frame: pd.DataFrame) -> pa.Table:
    """The rows and columns of a frame, of the types that need least.

    Texts that repeat are sent once each, and whole numbers in 32 bits where they fit.
    """
    whole = pa.Table.from_pandas(frame)
    if whole.num_rows <= FEW:
        return whole
    narrow = [_narrow(column) for column in whole.columns]
    # The metadata tell the browser which columns are an index.
    return pa.table(narrow, whole.column_names).replace_schema_metadata(
        whole.schema.metadata
    )


def _narrow(column: pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    if pa.types.is_int64(column.type):
        try:
            return column.cast(pa.int32())
        except pa.ArrowInvalid:
            return column
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return column
    texts = column.cast(pa.string()).combine_chunks()
    named = texts.dictionary_encode()
    if 2 * len(named.dictionary) > len(texts) or len(named.dictionary) > 2**15:
        return texts
    return named.cast(pa.dictionary(pa.int16(), pa.string()))
