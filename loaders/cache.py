"""Where indexes are kept: the user's cache folder, or the one `BROADSHEET_CACHE` names."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Callable

STALE: Final = 3600.0
"""Seconds after which what a killed writer left is removed."""


def place(root: Path) -> Path:
    """The file that holds the index of a folder, whether it is there or not."""
    chosen = os.environ.get("BROADSHEET_CACHE") or platformdirs.user_cache_dir(
        "broadsheet", appauthor=False
    )
    name = blake2b(os.fsencode(root), digest_size=12).hexdigest()
    return Path(chosen) / f"{name}.zip"


def replace(path: Path, write: Callable[[Path], None]) -> bool:
    """Put a file in place in one step, and whether that could be done.

    Args:
        path: The place. Its folder is made where it is missing, for this user alone.
        write: Writes the file at another path of the same folder.

    A reader sees the old file or the new one, whole, and of two writers the last one
    wins. Where the folder cannot be written to, nothing happens.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep(path.parent)
        handle, name = tempfile.mkstemp(".part", path.stem, path.parent)
    except OSError:
        return False
    os.close(handle)
    part = Path(name)
    try:
        write(part)
        part.replace(path)
    except OSError:
        return False
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return True


def _sweep(folder: Path) -> None:
    """Remove what killed writers left long ago."""
    for part in folder.glob("*.part"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > STALE:
                part.unlink()
