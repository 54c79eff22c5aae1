"""The made-up corpora that are measured: written once, and kept in build/."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders import sample

if TYPE_CHECKING:
    from pathlib import Path

SEED: Final = 8


def made(count: int, work: Path) -> Path:
    """The folder of a corpus of so many stories, written if it is not there yet."""
    folder = work / f"corpus-{count}"
    if not folder.is_dir():
        unfinished = work / f"unfinished-{count}"
        sample.write(count, unfinished, SEED)
        unfinished.rename(folder)
    return folder
