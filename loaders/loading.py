"""From a path to a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from loaders import assembling, crew, files, sidecar, tables
from loaders.errors import ContentError

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from pathlib import Path

    from loaders.corpus import Corpus
    from loaders.files import Found

    Progress = Callable[[int, int], None]


class Scan(NamedTuple):
    """A folder at one moment; another one is equal as long as nothing changed."""

    root: Path
    found: Found
    beside: list[tuple[str, int, int, int]]
    """Path, size, time and inode of what `_data` holds."""


def scan(path: str | os.PathLike[str]) -> Scan:
    """What a folder holds, without reading any file.

    Raises:
        ContentError: There is no such folder.
    """
    root = files.folder(path)
    return Scan(root, files.find(root), sidecar.stamps(root))


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
    return load_scanned(scan(path), progress=progress, use_index=use_index)


def load_scanned(
    seen: Scan, *, progress: Progress | None = None, use_index: bool = True
) -> Corpus:
    """The corpus of a folder that was scanned a moment ago; else as `load`."""
    found = seen.found
    rows = crew.read(found.files, progress=progress)
    corpus = assembling.corpus(
        seen.root.name, tables.tables(rows), sidecar.read(seen.root), found.astray
    )
    if not len(corpus):
        raise ContentError(files.nothing(seen.root, found, len(corpus.problems)))
    return corpus
