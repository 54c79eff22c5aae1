"""Where indexes are kept: the user's cache folder, or the one `BROADSHEET_CACHE` names.

That may be an address as well, so that what one machine read is there for the others.
"""

from __future__ import annotations

import io
import os
import tempfile
import time
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs

from loaders.afar import remote
from loaders.afar.remote import Address, is_address

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

    Root = Path | Address
    """Where a corpus lies."""

STALE: Final = 3600.0
"""Seconds after which what a killed writer left is removed."""


def place(root: Root) -> Path:
    """The file that holds the index of a corpus, whether it is there or not."""
    return Path(_chosen()) / _name(root)


def read(root: Root) -> IO[bytes]:
    """The index of a corpus.

    Raises:
        OSError: There is none, or it cannot be read.
        UnreachableError: It lies behind an address that cannot be opened at all.
    """
    chosen = _chosen()
    if not is_address(chosen):
        return place(root).open("rb")
    files, path = remote.opened(chosen, "")
    try:
        return io.BytesIO(files.cat_file(f"{path}/{_name(root)}"))
    except remote.failures() as error:
        raise OSError(remote.said(error)) from error


def write(root: Root, fill: Callable[[Path], None]) -> bool:
    """Keep the index of a corpus, and whether that could be done.

    Args:
        root: The corpus.
        fill: Writes the index into a file.

    An object store shows an object when it is there as a whole; of what another place
    shows earlier, the index itself tells that it is torn.

    Raises:
        UnreachableError: It shall lie behind an address that cannot be opened at all.
    """
    chosen = _chosen()
    if not is_address(chosen):
        return replace(place(root), fill)
    files, path = remote.opened(chosen, "")
    with tempfile.TemporaryDirectory(prefix="broadsheet-") as folder:
        part = Path(folder) / _name(root)
        try:
            fill(part)
            files.put_file(str(part), f"{path}/{part.name}")
        except remote.failures():
            return False
    return True


def _chosen() -> str:
    return os.environ.get("BROADSHEET_CACHE") or platformdirs.user_cache_dir(
        "broadsheet", appauthor=False
    )


def _name(root: Root) -> str:
    whole = root.text.encode() if isinstance(root, Address) else os.fsencode(root)
    return f"{blake2b(whole, digest_size=12).hexdigest()}.zip"


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
