"""Frames and tables as bytes and back, so that they are there at once.

What was parsed is kept as Parquet, which is small. The frames of the whole corpus are
kept as uncompressed Arrow as well: 100,000 stories in Parquet take half a second to
read, and in Arrow next to nothing.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from loaders import frames
from loaders.assembly.columns import framed, instants, texts, wholes

if TYPE_CHECKING:
    from collections.abc import Mapping


def packed(frame: pd.DataFrame) -> bytes:
    """A frame as an Arrow file."""
    table = pa.Table.from_pandas(frame, preserve_index=False)
    return arrow(table.replace_schema_metadata())


def unpacked(data: bytes, declared: Mapping[str, str]) -> pd.DataFrame:
    """The frame of an Arrow file.

    Raises:
        ValueError: It is torn, or holds other columns than the declared ones.
    """
    table = table_of(data)
    columns = {name: _column(table[name], name, declared) for name in declared}
    return framed(columns, declared)


def parquet(table: pa.Table) -> bytes:
    """A table as a Parquet file with checksums."""
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression="zstd", write_page_checksum=True)
    return buffer.getvalue()


def of_parquet(data: bytes, schema: pa.Schema) -> pa.Table:
    """The table of a Parquet file.

    Raises:
        ValueError: It is torn, or of another schema.
    """
    table = pq.read_table(pa.BufferReader(data), page_checksum_verification=True)
    return table.cast(schema)


def table_of(data: bytes) -> pa.Table:
    """The table of an Arrow file, which uses the bytes as they are."""
    return pa.ipc.open_file(pa.BufferReader(data)).read_all()


def arrow(table: pa.Table) -> bytes:
    """A table as an Arrow file."""
    buffer = io.BytesIO()
    with pa.ipc.new_file(buffer, table.schema) as file:
        file.write_table(table)
    return buffer.getvalue()


def _column(column: pa.ChunkedArray, name: str, declared: Mapping[str, str]) -> object:
    kind = declared[name]
    if kind == "category":
        return _categorical(column, frames.FIXED_CATEGORIES.get(name))
    if kind == "str":
        return texts(column)
    if kind == frames.TIME:
        return instants(column)
    return wholes(column) if kind == "Int32" else column.to_numpy()


def _categorical(
    column: pa.ChunkedArray, fixed: tuple[str, ...] | None
) -> pd.Categorical[int]:
    """Codes into names; the fixed ones, as a file of no rows holds none."""
    if column.num_chunks:
        whole = column.combine_chunks()
        codes = whole.indices.fill_null(-1).to_numpy()
        found = pd.Index(pd.Series(whole.dictionary, dtype="str"))
    else:  # pyarrow 23.0 cannot combine no chunks of names
        codes, found = np.array([], np.int8), pd.Index([], dtype="str")
    names = found if fixed is None else pd.Index(fixed, dtype="str")
    return pd.Categorical.from_codes(codes, dtype=pd.CategoricalDtype(names))
