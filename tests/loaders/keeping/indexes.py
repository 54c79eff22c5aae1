"""What the tests of indexes share: their age, their place, and what they agree in."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd

from loaders import Corpus, frames

LONG_AGO = 1_600_000_000


def age(folder: Path) -> None:
    """Let all files look as if they had not been touched for long."""
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def place() -> Path:
    """The only index that there is."""
    (only,) = Path(os.environ["BROADSHEET_CACHE"]).glob("*.zip")
    return only


def same(one: Corpus, other: Corpus) -> bool:
    """Whether two corpora agree in every frame, its types and its order included."""
    for name in frames.FRAMES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))
    facts = ("name", "version", "files_count", "not_stories_count", "span")
    return all(getattr(one, fact) == getattr(other, fact) for fact in facts)
