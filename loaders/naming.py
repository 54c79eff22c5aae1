"""What a link calls a story."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def story_ids(paths: Iterable[str]) -> list[str]:
    """A different name for each story: the stem of its file.

    Where an earlier path has the same stem, the path without its suffix; where that is
    taken too, the whole path.

    Args:
        paths: Paths relative to the corpus, each once, in order.
    """
    taken: set[str] = set()
    found = []
    for path in paths:
        file = PurePosixPath(path)
        names = (file.stem, file.with_suffix("").as_posix(), path)
        name = next(name for name in names if name not in taken)
        taken.add(name)
        found.append(name)
    return found


def stems(paths: Iterable[str]) -> list[str]:
    """The names of files without folder and suffix."""
    return [PurePosixPath(path).stem for path in paths]
