"""Which files are stories of their own, and which repeat one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from loaders import frames
from loaders.assembly.columns import framed, texts

if TYPE_CHECKING:
    import pyarrow as pa

    from loaders.assembly.identities import Identities


class Filed(NamedTuple):
    """The filed stories of some files."""

    rows: np.ndarray
    """For each story, in order, the row of its file."""
    position: np.ndarray
    """For each file the position of its story; -1 where it is none, or a duplicate."""
    place: np.ndarray
    """For each code of `identities` the position of that story; -1 where it is only seen."""
    duplicates: pd.DataFrame
    """`frames.DUPLICATES`."""


def filed(files: pa.Table, known: Identities) -> Filed:
    """The distinct stories: of the files that are one story the first."""
    rows = np.flatnonzero(known.file >= 0)
    code = known.file[rows]
    again = pd.Series(code).duplicated().to_numpy()
    winners = rows[~again]
    positions = np.arange(len(winners), dtype=np.int32)
    position = np.full(len(files), -1, np.int32)
    position[winners] = positions
    place = np.full(known.size, -1, np.int32)
    place[code[~again]] = positions
    left_out = files.select(["path", "key_url"]).take(rows[again])
    duplicates = framed(
        {
            "path": texts(left_out["path"]),
            "first_path": texts(files["path"].take(winners[place[code[again]]])),
            "key_url": texts(left_out["key_url"]),
        },
        frames.DUPLICATES,
    )
    return Filed(winners, position, place, duplicates)
