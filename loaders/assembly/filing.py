"""Which files are stories of their own, and which repeat one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from loaders import frames
from loaders.assembly.columns import framed, texts
from loaders.parsing.reading import Kind

if TYPE_CHECKING:
    import pyarrow as pa


class Filed(NamedTuple):
    """The filed stories of some files."""

    rows: np.ndarray
    """For each story, in order, the row of its file."""
    position: np.ndarray
    """For each file the position of its story; -1 where it is none, or a duplicate."""
    duplicates: pd.DataFrame
    """`frames.DUPLICATES`."""


def filed(files: pa.Table) -> Filed:
    """The distinct stories: of the files with one key URL the first.

    A story without a usable address is known by its path, and so is one of its own.
    """
    rows = np.flatnonzero(files["kind"].to_numpy() == Kind.STORY)
    story = files.select(["path", "key_url"]).take(rows)
    code, _ = pd.factorize(texts(pc.coalesce(story["key_url"], story["path"])))
    again = pd.Series(code).duplicated().to_numpy()
    # Codes count first appearances, so a code is the position of the story it means.
    winners = rows[~again]
    position = np.full(len(files), -1, np.int32)
    position[winners] = np.arange(len(winners), dtype=np.int32)
    left_out = story.filter(again)
    duplicates = framed(
        {
            "path": texts(left_out["path"]),
            "first_path": texts(files["path"].take(winners[code[again]])),
            "key_url": texts(left_out["key_url"]),
        },
        frames.DUPLICATES,
    )
    return Filed(winners, position, duplicates)
