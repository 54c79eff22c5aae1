"""What a corpus says beside its stories: problems, topics, unknown fields, its version."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from loaders import frames
from loaders.parsing.reading import Kind

if TYPE_CHECKING:
    from loaders.gathering.files import Found
    from loaders.gathering.sidecar import Sidecar
    from loaders.gathering.tables import Tables

MEANING: Final = 3
"""Counted up when the same files come to mean other frames."""


def problems(tables: Tables, sidecar: Sidecar, found: Found) -> pd.DataFrame:
    """`frames.PROBLEMS` in order of path and line; the line unknown first."""
    paths = tables.files["path"].take(tables.problems["file"]).to_pylist()
    rows = [
        (path, row["line"], row["field"], row["expected"], row["found"])
        for path, row in zip(paths, tables.problems.to_pylist(), strict=True)
    ]
    rows += [(path, *problem) for path, problem in sidecar.problems]
    rows += [(a.path, None, "", a.expected, a.found) for a in found.astray]
    rows.sort(key=lambda row: (row[0], row[1] or 0))
    columns = list(zip(*rows, strict=True)) or [()] * len(frames.PROBLEMS)
    return pd.DataFrame(
        {
            name: pd.Series(column, dtype=kind)
            for (name, kind), column in zip(
                frames.PROBLEMS.items(), columns, strict=True
            )
        }
    )


def topics(sidecar: Sidecar) -> pd.DataFrame:
    """`frames.TOPICS` in the order of their files."""
    columns = list(zip(*sidecar.topics, strict=True)) or [()] * len(frames.TOPICS)
    return pd.DataFrame(
        {
            name: pd.Series(column, dtype="str")
            for name, column in zip(frames.TOPICS, columns, strict=True)
        }
    )


def passed_over(files: pa.Table, found: Found) -> pd.DataFrame:
    """`frames.PASSED_OVER` in order of path: files read that are no story, and others."""
    read = files.filter(pc.equal(files["kind"], int(Kind.NO_STORY)))
    rows = [*zip(*(read[name].to_pylist() for name in frames.PASSED_OVER), strict=True)]
    rows = sorted([*rows, *found.passed])
    columns = list(zip(*rows, strict=True)) or [()] * len(frames.PASSED_OVER)
    return pd.DataFrame(
        {
            name: pd.Series(column, dtype="str")
            for name, column in zip(frames.PASSED_OVER, columns, strict=True)
        }
    )


def unknown_fields(tables: Tables, kind: Kind = Kind.STORY) -> pd.DataFrame:
    """`frames.UNKNOWN_FIELDS`, the most frequent first, then alphabetically.

    Args:
        tables: What was kept of the files.
        kind: Of files that are no story all fields are counted, not the unknown alone.
    """
    rows, kinds = tables.unknown_fields, tables.files["kind"].to_numpy()
    wanted = rows["field"].filter(kinds[rows["file"].to_numpy()] == kind)
    # `group_by` would load a module that takes longer than a thousand files.
    counted = pc.value_counts(wanted).to_pylist()
    counted.sort(key=lambda one: (-one["counts"], one["values"]))
    return pd.DataFrame(
        {
            "field": pd.Series([one["values"] for one in counted], dtype="str"),
            "file_count": np.array([one["counts"] for one in counted], np.int64),
        }
    )


def version(tables: Tables, sidecar: Sidecar, found: Found) -> str:
    """A digest of all that the frames are made from."""
    digest = blake2b(digest_size=12)
    digest.update(f"{MEANING} {sidecar.digest}\n".encode())
    for name in ("path", "digest"):
        digest.update(_whole(tables.files[name]))
    for column in tables.problems.columns:
        digest.update("\0".join(map(str, column.to_pylist())).encode())
    for row in found.beyond:
        digest.update("\0".join(row).encode())
    # Of a file that is refused nothing else tells.
    digest.update(repr(sidecar.problems).encode())
    return digest.hexdigest()


def _whole(texts: pa.ChunkedArray) -> pa.Buffer:
    """All texts of a column as one."""
    column = texts.combine_chunks()
    row = pa.LargeListArray.from_arrays([0, len(column)], column)
    return pc.binary_join(row, pa.scalar("\0", column.type))[0].as_buffer()
