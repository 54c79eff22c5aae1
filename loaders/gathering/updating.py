"""The tables of all files, of which only those are read that may have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.gathering import crew, stamps
from loaders.gathering.tables import Tables, arranged, tables_of
from loaders.parsing import contents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.gathering.crew import Progress
    from loaders.gathering.files import File
    from loaders.keeping.index import Known


def tables(
    files: Sequence[File],
    now: pa.Table,
    known: Known | None,
    progress: Progress | None = None,
    scheduler: str | None = None,
) -> Tables:
    """What is kept of each file.

    Args:
        files: The files as they are.
        now: What they show, as `stamps.table` has it.
        known: What was kept of them earlier.
        progress: Told how many of those to be read are.
        scheduler: Of the cluster that reads them; this machine does unless given.

    Raises:
        UnreachableError: The files or the cluster cannot be reached.
    """
    if known is None:
        return _read(files, progress, scheduler)
    row = stamps.unchanged(known.stamps, now)
    changed = np.flatnonzero(row < 0).astype(np.int32)
    same = np.flatnonzero(row >= 0)
    added = _read([files[place] for place in changed.tolist()], progress, scheduler)
    if known.stamps["path"].equals(now["path"]) and _agree(
        known.tables, changed, added
    ):
        return known.tables
    place = np.full(len(known.stamps), -1, np.int32)
    place[row[same]] = same
    return spliced(known.tables, place, added, changed)


def _agree(kept: Tables, rows: np.ndarray, again: Tables) -> bool:
    """Whether some files, read again, are as they were: without copying all others."""
    if not kept.files.take(rows).equals(again.files):
        return False
    problems = kept.problems.filter(pc.is_in(kept.problems["file"], pa.array(rows)))
    at = np.searchsorted(rows, problems["file"].to_numpy()).astype(np.int32)
    return problems.set_column(0, "file", pa.array(at)).equals(again.problems)


def _read(
    files: Sequence[File], progress: Progress | None, scheduler: str | None
) -> Tables:
    if scheduler is None or not files:
        return tables_of(crew.read(files, progress=progress))
    from loaders.afar.cluster import read  # noqa: PLC0415 - an extra

    return read(files, scheduler, progress=progress)


def unread(tables: Tables) -> np.ndarray:
    """The rows of the files that could not be read, which may be otherwise next time."""
    expected = pc.equal(tables.problems["expected"], contents.READABLE)
    return np.unique(tables.problems["file"].filter(expected).to_numpy())


def spliced(
    kept: Tables, kept_at: np.ndarray, added: Tables, added_at: np.ndarray
) -> Tables:
    """The tables of all files, in their new order.

    Args:
        kept: Tables of an earlier time.
        kept_at: For each of their files its new row, or -1 where it is left out.
        added: Tables of the files that were read anew.
        added_at: For each of their files its new row.
    """
    files = pa.concat_tables([kept.files, added.files])
    lists = {
        name: _list(getattr(kept, name), kept_at, getattr(added, name), added_at)
        for name in Tables._fields
        if name != "files"
    }
    return Tables(files=_placed(files, np.concatenate([kept_at, added_at])), **lists)


def _list(
    kept: pa.Table, kept_at: np.ndarray, added: pa.Table, added_at: np.ndarray
) -> pa.Table:
    """The rows of one list, in the order of their files."""
    file = np.concatenate(
        [kept_at[kept["file"].to_numpy()], added_at[added["file"].to_numpy()]]
    )
    rows = pa.concat_tables([kept, added])
    return _placed(rows.set_column(0, "file", pa.array(file)), file)


def _placed(rows: pa.Table, at: np.ndarray) -> pa.Table:
    """The rows in the order of the places that they get; those that get -1 are gone.

    All are copied at once, not left out first: they are most of what is in memory.
    """
    order = np.argsort(at, kind="stable")
    return arranged(rows, order[np.count_nonzero(at < 0) :])
