"""What a link calls a story."""

from __future__ import annotations

from itertools import chain, count

import pyarrow as pa
import pyarrow.compute as pc


def stem(path: str) -> str:
    """The name of a file without its folder and its suffix."""
    return _bare(path.rpartition("/")[2])


def story_ids(paths: pa.ChunkedArray) -> pa.ChunkedArray:
    """A different name for each story: the stem of its file.

    Where an earlier path has the same stem, the path without its suffix; where that is
    taken too, the whole path; and a number behind it where even that is one's stem.

    Args:
        paths: Paths relative to the corpus, each once, in order.
    """
    stems = _stems(paths)
    if pc.count_distinct(stems).as_py() == len(stems):
        return stems
    taken: set[str] = set()
    found = []
    for path, name in zip(paths.to_pylist(), stems.to_pylist(), strict=True):
        further = (f"{path} ({number})" for number in count(2))
        names = chain((name, _bare(path), path), further)
        free = next(one for one in names if one not in taken)
        taken.add(free)
        found.append(free)
    return pa.chunked_array([found], pa.large_string())


def _stems(paths: pa.ChunkedArray) -> pa.ChunkedArray:
    """What `stem` gives for each path."""
    folders = pc.split_pattern(paths.combine_chunks(), "/", max_splits=1, reverse=True)
    names = folders.values.take(pc.subtract(folders.offsets[1:], 1))
    parts = pc.split_pattern(names, ".", max_splits=1, reverse=True)
    bare = parts.values.take(parts.offsets[:-1])
    return pa.chunked_array([pc.if_else(pc.equal(bare, ""), names, bare)])


def _bare(path: str) -> str:
    """The same without the suffix, unless that is all of the name."""
    bare, dot, _ = path.rpartition(".")
    return bare if dot and bare and not bare.endswith("/") else path
