"""What a link calls a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def stem(path: str) -> str:
    """The name of a file without its folder and its suffix."""
    return _bare(path.rpartition("/")[2])


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
        name = stem(path)
        if name in taken:
            name = _bare(path)
        if name in taken:
            name = path
        taken.add(name)
        found.append(name)
    return found


def _bare(path: str) -> str:
    """The same without the suffix, unless that is all of the name."""
    bare, dot, _ = path.rpartition(".")
    return bare if dot and bare and not bare.endswith("/") else path
