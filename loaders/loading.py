"""From a path to a corpus."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from loaders import assembling, files, index, sidecar, stamps, updating
from loaders.corpus import Corpus
from loaders.errors import ContentError
from loaders.index import Known, Made

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from loaders.crew import Progress
    from loaders.files import Found


class Scan(NamedTuple):
    """What a folder held at one moment."""

    root: Path
    found: Found
    beside: list[tuple[str, int, int, int]]
    """Path, size, time and inode of what `_data` holds."""
    looked_at_ns: int
    """When the looking began, in nanoseconds since 1970."""


def load(
    path: str | os.PathLike[str],
    *,
    progress: Progress | None = None,
    use_index: bool = True,
) -> Corpus:
    """The corpus of a folder or repository of stories.

    Args:
        path: A folder. Where it holds `_news` or `_archive/_news`, the stories lie
            there; else it is searched whole, `_data` and hidden folders aside.
        progress: Told how many of how many files are read, now and then.
        use_index: Take what did not change from the index, and keep what was read.

    Raises:
        ContentError: There is no such folder, or no story in it.
    """
    seen = scan(path)
    made = load_scanned(seen, progress=progress, use_index=use_index)
    if use_index:
        index.write(seen.root, made)
    return made.corpus


def scan(path: str | os.PathLike[str]) -> Scan:
    """What a folder holds, without reading any file.

    Raises:
        ContentError: There is no such folder.
    """
    now = time.time_ns()
    root = files.folder(path)
    return Scan(root, files.find(root), sidecar.stamps(root), now)


def load_scanned(
    seen: Scan,
    *,
    progress: Progress | None = None,
    use_index: bool = True,
    before: Made | None = None,
) -> Made:
    """The corpus of a folder that was scanned a moment ago, and what it is made from.

    Args:
        seen: The scan.
        progress: As for `load`.
        use_index: Take what did not change from the index. It is written by
            `index.write`.
        before: What this gave for the folder earlier, which goes before the index.

    Raises:
        ContentError: There is no story in it.
    """
    now = stamps.table(seen.found.files, seen.looked_at_ns)
    stamp = stamps.digest(now, seen.found.astray, seen.beside, seen.looked_at_ns)
    known = before.known if before is not None else None
    if known is None and use_index:
        found = index.read(seen.root, stamp)
        if isinstance(found, Corpus):
            return Made(found, stamp, None)
        known = found
    tables = updating.tables(seen.found.files, now, known, progress)
    corpus = assembling.corpus(
        seen.root.name, tables, sidecar.read(seen.root), seen.found.astray
    )
    if not len(corpus):
        raise ContentError(files.nothing(seen.root, seen.found, len(corpus.problems)))
    return Made(corpus, stamp, Known(now, tables))
