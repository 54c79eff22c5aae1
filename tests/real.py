"""Real corpora, which are no part of this project: folders that the environment names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE: Final = "BROADSHEET_CORPORA"
ASKING: Final = f"{VARIABLE}=DIR{os.pathsep}DIR make test"
MISSING: Final = f"there are no real corpora: name folders of them, {ASKING}"

COUNTED: Final = "diablo4-to-2021"
"""The corpus whose figures were counted independently of this program."""
UNCOUNTED: Final = f"{VARIABLE} names no folder {COUNTED}, whose figures were counted"


class NoCorpusError(Exception):
    """A folder that the environment names is none."""


def folders(environment: Mapping[str, str]) -> list[Path]:
    """The folders that the variable names, in its order; none where it is not set.

    Raises:
        NoCorpusError: One of them is not there, or is no folder.
    """
    named = environment.get(VARIABLE, "").split(os.pathsep)
    found = [Path(name).resolve() for name in named if name]
    for path in found:
        if not path.is_dir():
            raise NoCorpusError(
                f"{VARIABLE}: expected folders of stories, found nothing at {path}"
                if not path.exists()
                else f"{VARIABLE}: expected folders of stories, found a file: {path}"
            )
    return found
