"""From what a file shows of itself without being read, whether it is as it was."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.gathering.files import Astray, File, Passed

RECENT_NS: Final = 2_000_000_000
"""A file that changed so shortly before it was looked at may change again without
showing it: file systems count time in steps of up to two seconds."""

LAST_NS: Final = 2**63 - 1

_columns: Final = ("path", "size", "mtime_ns", "inode")


def table(files: Sequence[File], looked_at_ns: int) -> pa.Table:
    """Path, size, time and inode of files; time -1 for those that changed just before.

    Args:
        files: In order of their paths.
        looked_at_ns: When they were looked at.
    """
    paths, _, sizes, mtimes, inodes = zip(*files, strict=True) if files else ((),) * 5
    try:
        shown_at = np.array(mtimes, np.int64)
    except OverflowError:  # a clock that went wrong by centuries
        shown_at = np.array([max(min(at, LAST_NS), 0) for at in mtimes], np.int64)
    shown_at[shown_at > looked_at_ns - RECENT_NS] = -1
    return pa.table(
        {
            "path": pa.array(paths, pa.large_string()),
            "size": pa.array(sizes, pa.int64()),
            "mtime_ns": shown_at,
            # Inodes of some file systems fill all 64 bits.
            "inode": pa.array(inodes, pa.uint64()),
        }
    )


def unchanged(before: pa.Table, now: pa.Table) -> np.ndarray:
    """For each file of now its row in the table before; -1 where it may have changed."""
    paths = pd.Index(pd.Series(before["path"], dtype="str"))
    row = paths.get_indexer(pd.Index(pd.Series(now["path"], dtype="str")))
    known = row >= 0
    for column in ("size", "mtime_ns", "inode"):
        old, new = before[column].to_numpy(), now[column].to_numpy()
        known &= old[row] == new if len(old) else known
    known &= now["mtime_ns"].to_numpy() >= 0
    return np.where(known, row, -1)


def doubtful(files: pa.Table, rows: np.ndarray) -> pa.Table:
    """The same table, with these rows as if their files had changed just before."""
    mtimes = files["mtime_ns"].to_numpy().copy()
    mtimes[rows] = -1
    return files.set_column(_columns.index("mtime_ns"), "mtime_ns", pa.array(mtimes))


def digest(
    files: pa.Table,
    beyond: Sequence[Astray | Passed],
    beside: Sequence[File],
    looked_at_ns: int,
) -> str:
    """What differs as soon as anything shows a change; "" where that cannot be said.

    Args:
        files: As `table` gives it.
        beyond: What is not followed, and what is passed over.
        beside: What `_data` holds.
        looked_at_ns: When all of it was looked at.
    """
    recent = any(file.mtime_ns > looked_at_ns - RECENT_NS for file in beside)
    if recent or bool((files["mtime_ns"].to_numpy() < 0).any()):
        return ""
    found = blake2b(digest_size=12)
    found.update(files["path"].combine_chunks().buffers()[1] or b"")
    found.update(files["path"].combine_chunks().buffers()[2] or b"")
    for column in _columns[1:]:
        found.update(files[column].to_numpy().tobytes())
    shown = [(f.path, f.size, f.mtime_ns, f.inode) for f in beside]
    found.update(repr((beyond, shown)).encode())
    return found.hexdigest()
