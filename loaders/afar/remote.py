"""What lies behind an address such as `s3://bucket/stories`, reached through fsspec.

An address has the form that fsspec gives it: `s3://bucket/prefix`, `gs://bucket/prefix`,
`github://owner:repository@ref/folder`, and for an archive `zip://folder::where/it/is`,
of which `zip://where/it/is` is the whole. fsspec is imported when the first address is
opened: folders do without it.
"""

from __future__ import annotations

import re
import sys
import threading
import time
import zipfile
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from loaders import wording
from loaders.errors import UnreachableError

if TYPE_CHECKING:
    import os

MISSING: Final = "it is reached through fsspec, which is not installed: make cluster"

_clients: Final = (
    ("aiohttp", "ClientError"),
    ("azure.core.exceptions", "AzureError"),
    ("botocore.exceptions", "BotoCoreError"),
    ("botocore.exceptions", "ClientError"),
    ("google.auth.exceptions", "GoogleAuthError"),
)
"""Errors of clients that are of no class of Python's own."""

MOST_OPEN: Final = 8
"""File systems that stay open; the one opened first gives way to a further one."""


class Opened(NamedTuple):
    """The file system of an address."""

    token: str
    """Differs each time an archive is opened; "" for everything else."""
    files: Any
    path: str
    """What of the address lies in the file system."""


_opened: Final[dict[str, Opened]] = {}
_opening = threading.Lock()


@dataclass(frozen=True)
class Address:
    """Where a corpus lies that is in no folder of this machine."""

    text: str
    """As fsspec understands it."""

    @property
    def name(self) -> str:
        """The last name in it: of the folder, else of the bucket, archive or repository."""
        for part in self.text.split("::"):
            last = part.partition("://")[2] if "://" in part else part
            last = last.rstrip("/").rpartition("/")[2]
            if last:
                repository = re.fullmatch(r"[^:@]*:([^@]+)(?:@.*)?", last)
                archive = re.fullmatch(r"(.+?)(?:\.(?:zip|tar|tgz|gz|7z))+", last)
                named = repository or archive
                return wording.shown(named[1] if named else last)
        return wording.shown(self.text)

    def __str__(self) -> str:
        """On one line and without a password."""
        return wording.shown(
            re.sub(r"(?<=://)[^/@:]*:[^/@]*@(?=[^/:])", _hidden, self.text)
        )


def _hidden(found: re.Match[str]) -> str:
    """The user's part of an address; what GitHub has in its place is no secret."""
    return found[0] if found.string.startswith("github:") else "…@"


def is_address(path: str | os.PathLike[str]) -> bool:
    """Whether this is an address, and no path."""
    return isinstance(path, str) and "://" in path


def address(text: str) -> Address:
    """The address that a reader means."""
    if text.startswith("zip://") and "::" not in text:
        return Address(f"zip://::{text.removeprefix('zip://')}")
    return Address(text)


def opened(text: str, token: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it.

    Args:
        text: The address.
        token: As `afresh` gave it, here or in another process.

    Raises:
        UnreachableError: It cannot be opened.
        FileNotFoundError: It is an archive, and not there.
    """
    with _opening:
        known = _opened.get(text)
    if known is None or known.token != token:
        known = _keep(text, Opened(token, *_open(text)))
    return known.files, known.path


def afresh(text: str) -> Opened:
    """The file system of an address, which remembers nothing of an earlier look.

    Raises:
        As `opened`.
    """
    with _opening:
        known = _opened.get(text)
    if known is None or known.token:
        files, path = _open(text)
        # An archive knows what was in it when it was opened.
        token = str(time.time_ns()) if _is_archive(files) else ""
        known = _keep(text, Opened(token, files, path))
    known.files.invalidate_cache()
    return known


def _keep(text: str, made: Opened) -> Opened:
    with _opening:
        _opened.pop(text, None)
        while len(_opened) >= MOST_OPEN:
            del _opened[next(iter(_opened))]
        _opened[text] = made
    return made


def _open(text: str) -> tuple[Any, str]:
    try:
        url_to_fs = import_module("fsspec.core").url_to_fs
    except ImportError:
        raise UnreachableError(f"{Address(text)}: {MISSING}") from None
    try:
        files, path = url_to_fs(text)
    except FileNotFoundError:
        raise
    except failures() as error:
        raise unreachable(text, error) from error
    except TypeError as error:  # of a file system that an address does not tell enough
        raise unreachable(text, error) from error
    is_local = {"file", "local"} & {files.protocol, *files.protocol}
    if is_local or (not _is_archive(files) and "file://" in text):
        message = f"{Address(text)}: expected another place, found this machine"
        raise UnreachableError(f"{message}: give the folder's path without file://")
    return files, path.rstrip("/")


def _is_archive(files: object) -> bool:
    """Whether a file system is a file that holds others, read when it was opened."""
    kind = import_module("fsspec.archive").AbstractArchiveFileSystem
    return isinstance(files, kind)


def failures() -> tuple[type[BaseException], ...]:
    """What reaching for something afar may raise: known once a client is imported."""
    own = [
        getattr(sys.modules[module], name)
        for module, name in _clients
        if module in sys.modules
    ]
    usual = (OSError, ValueError, LookupError, RuntimeError, ImportError)
    return (*usual, EOFError, zipfile.BadZipFile, *own)


def unreachable(text: str, error: BaseException) -> UnreachableError:
    """That an address cannot be read, and why, on one line."""
    return UnreachableError(f"{Address(text)}: cannot be read: {said(error)}")


def said(error: BaseException) -> str:
    """What an error says, on one line."""
    text = error.strerror if isinstance(error, OSError) and error.strerror else error
    return wording.shown(" ".join(str(text).split())) or type(error).__name__
