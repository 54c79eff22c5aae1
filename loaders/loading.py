"""From a path to a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders import assembling, files, reading, sidecar
from loaders.errors import ContentError
from loaders.tables import Rows

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from loaders.corpus import Corpus


def load(
    path: str | os.PathLike[str],
    *,
    progress: Callable[[int, int], None] | None = None,
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
    root = files.folder(path)
    found = files.find(root)
    rows = Rows()
    for done, file in enumerate(found.files):
        rows.add(file.path, reading.read(file.place))
        if progress is not None and done % 64 == 0:
            progress(done, len(found.files))
    if progress is not None:
        progress(len(found.files), len(found.files))
    corpus = assembling.corpus(
        root.name, rows.tables(), sidecar.read(root), found.astray
    )
    if not len(corpus):
        raise ContentError(files.nothing(root, found, len(corpus.problems)))
    return corpus
