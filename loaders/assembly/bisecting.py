"""The corpus of all files but those that assembly fails at.

Assembly is over all rows at once, so that it cannot say which of them it failed at. Where
it does fail, halves of the files are tried, and halves of these, until single ones are
left.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import numpy as np

from loaders import faults
from loaders.assembly import assembling
from loaders.gathering.rows import joined, refused
from loaders.gathering.tables import tables_of
from loaders.gathering.updating import spliced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from loaders.corpus import Corpus
    from loaders.gathering.files import Found
    from loaders.gathering.sidecar import Sidecar
    from loaders.gathering.tables import Tables

    Fails = Callable[[np.ndarray], Exception | None]
    """What assembly raises of some of the files, by their rows."""

MOST: Final = 100
"""Files that are left out at most: where more are in the way, it is not for the files."""


def corpus(
    name: str, tables: Tables, sidecar: Sidecar, found: Found
) -> tuple[Corpus, Tables]:
    """The corpus of some files, and what is kept of them.

    Of a file that is left out, nothing but why is kept.

    Args:
        name: As for `assembling.corpus`.
        tables: Likewise.
        sidecar: Likewise.
        found: Likewise.

    Raises:
        Exception: What assembly raises, where no file is to blame, or too many are.
    """
    try:
        return assembling.corpus(name, tables, sidecar, found), tables
    except MemoryError:
        raise  # of all files together: fewer of them would only hide it
    except Exception:
        blamed = culprits(
            len(tables.files),
            lambda rows: _fault(name, _only(tables, rows), sidecar, found),
        )
        if not blamed:
            raise
        without = _without(tables, blamed)
        if _fault(name, without, sidecar, found) is not None:
            raise
        for row, fault in blamed.items():
            path = tables.files["path"][row].as_py()
            faults.LOG.write(f"{path} cannot be placed among the others", fault)
        return assembling.corpus(name, without, sidecar, found), without


def culprits(count: int, fails: Fails) -> dict[int, Exception]:
    """The files, of so many, without which nothing fails, and what each one raises.

    None where they are more than MOST, or where it fails without any file.
    """
    blamed: dict[int, Exception] = {}
    rows = np.arange(count)
    if fails(rows[:0]) is not None:
        return {}
    while fails(rows) is not None:
        before = len(blamed)
        for row, error in _culprits(rows, fails):
            blamed[row] = error
            if len(blamed) > MOST:
                return {}
        if len(blamed) == before:
            return {}
        rows = np.setdiff1d(rows, [*blamed])
    return blamed


def _culprits(rows: np.ndarray, fails: Fails) -> Iterator[tuple[int, Exception]]:
    """Of files that fail together, those that fail alone, else the one that is too many."""
    half = len(rows) // 2
    parts = [rows[:half], rows[half:]] if half else []
    failing = [part for part in parts if fails(part) is not None]
    for part in failing:
        yield from _culprits(part, fails)
    if failing:
        return
    counts = range(len(rows) + 1)
    most = bisect_left(counts, 1, key=lambda count: fails(rows[:count]) is not None)
    error = fails(rows[:most])
    if error is not None:  # it may have gone meanwhile, as lack of memory does
        yield int(rows[most - 1]), error


def _fault(
    name: str, tables: Tables, sidecar: Sidecar, found: Found
) -> Exception | None:
    """What assembly raises."""
    try:
        assembling.corpus(name, tables, sidecar, found)
    except Exception as error:  # noqa: BLE001 - it is what is asked for
        return error
    return None


def _only(tables: Tables, rows: np.ndarray) -> Tables:
    """What is kept of some files, by their rows."""
    place = np.full(len(tables.files), -1, np.int32)
    place[rows] = np.arange(len(rows), dtype=np.int32)
    return spliced(tables, place, _none, np.zeros(0, np.int32))


def _without(tables: Tables, blamed: Mapping[int, Exception]) -> Tables:
    """The same tables, of some files nothing kept but why."""
    rows = np.array(sorted(blamed), np.int32)
    place = np.arange(len(tables.files), dtype=np.int32)
    place[rows] = -1
    known = tables.files.select(["path", "digest"]).take(rows).to_pylist()
    added = joined(
        refused(
            file["path"], file["digest"], faults.problem(faults.PLACED, blamed[row])
        )
        for row, file in zip(rows.tolist(), known, strict=True)
    )
    return spliced(tables, place, tables_of(added), rows)


_none: Final = tables_of(joined([]))
