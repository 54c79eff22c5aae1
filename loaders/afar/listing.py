"""What an address holds: the counterpart of `files` and `sidecar` for a folder.

Where a corpus' folder tells of each file its time and inode, an object store tells its
time and a digest of its content (ETag, sha, CRC), which takes the inode's place.
"""

from __future__ import annotations

import calendar
import datetime as dt
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from loaders import wording
from loaders.afar import remote
from loaders.errors import ContentError
from loaders.gathering.files import (
    OTHERS,
    SECTIONS,
    File,
    Found,
    hidden,
    other_suffix,
    unseen,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from loaders.afar.remote import Address

BETWEEN: Final = "\0"
"""Stands in the place of a file between address, token and path: no path holds it."""
NEVER: Final = 2**63 - 1
"""The time of a file that tells nothing of itself, so that it may always have changed."""

_times: Final = ("LastModified", "last_modified", "mtime", "modified", "updated")
_marks: Final = ("ETag", "etag", "md5Hash", "sha", "CRC", "crc32c", "checksum")


def find(root: Address) -> tuple[Found, list[File]]:
    """All Markdown files of a corpus behind an address, and what is read of its `_data`.

    Hidden files and folders are passed over. What is called a link in a folder is none here.

    Raises:
        ContentError: There is nothing.
        UnreachableError: It cannot be read.
    """
    try:
        return _found(root)
    except FileNotFoundError:
        raise ContentError(f"{root}: expected stories, found nothing") from None
    except remote.failures() as error:
        raise remote.unreachable(root.text, error) from error


def _found(root: Address) -> tuple[Found, list[File]]:
    token, files, path = remote.afresh(root.text)
    start = BETWEEN.join((root.text, token, ""))
    tops = [top for top in SECTIONS if _is_folder(files, f"{path}/{top}".lstrip("/"))]
    found = Found([], [], [])
    for top in tops or [""]:
        for name, inner, facts in _walk(files, path, top):
            _add(name, start, inner, facts, found)
    beside = Found([], found.astray, [])
    if _is_folder(files, f"{path}/_data".lstrip("/")):
        for name, inner, facts in _walk(files, path, "_data"):
            if _is_sidecar(PurePosixPath(name)):
                _keep(name, start, inner, facts, beside)
    passed = sorted(set(found.passed))
    return Found(sorted(found.files), sorted(found.astray), passed), sorted(
        beside.files
    )


def _add(
    name: str, start: str, inner: str, facts: Mapping[str, Any], found: Found
) -> None:
    """Put one file where it belongs, as `files.find` does."""
    folders = name.split("/")[:-1]
    for depth, folder in enumerate(folders):
        if folder == "_data":
            return
        if folder.startswith("."):
            path = wording.path("/".join(folders[: depth + 1]))
            found.passed.append(hidden(path, "folder"))
            return
    last = PurePosixPath(name).name
    if not last.lower().endswith((".md", *OTHERS)):
        return
    if last.startswith("."):
        found.passed.append(hidden(wording.path(name)))
    elif last.lower().endswith(OTHERS):
        found.passed.append(other_suffix(wording.path(name)))
    else:
        _keep(name, start, inner, facts, found)


def _keep(
    name: str, start: str, inner: str, facts: Mapping[str, Any], found: Found
) -> None:
    """A file among those that are read; astray where its facts are none."""
    try:
        found.files.append(_file(name, start, inner, facts))
    except Exception as error:  # noqa: BLE001 - the others are there
        found.astray.append(unseen(wording.path(name), error))


def _is_folder(files: Any, path: str) -> bool:  # noqa: ANN401 - fsspec has no types
    try:
        return bool(files.info(path)["type"] == "directory")
    except FileNotFoundError:
        return False


def _walk(
    files: Any,  # noqa: ANN401 - fsspec has no types
    path: str,
    top: str,
) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Path in the corpus, path in the file system, and facts of each file below."""
    base = f"{path}/{top}".strip("/") if top else path
    listed = files.find(base, detail=True, **_strictly(files))
    for inner, facts in listed.items():
        name = inner.removeprefix(path).lstrip("/")
        if name and facts.get("type") == "file":
            yield name, inner, facts


def _strictly(files: Any) -> dict[str, str]:  # noqa: ANN401 - fsspec has no types
    """What keeps fsspec's own walk from leaving out a folder that it cannot read."""
    from fsspec import AbstractFileSystem  # noqa: PLC0415 - an extra
    from fsspec.asyn import AsyncFileSystem  # noqa: PLC0415 - an extra

    kind = type(files)
    if isinstance(files, AsyncFileSystem):
        is_usual = kind._find is AsyncFileSystem._find  # noqa: SLF001 - nothing else tells
    else:
        is_usual = kind.find is AbstractFileSystem.find
    return {"on_error": "raise"} if is_usual else {}


def _is_sidecar(path: PurePosixPath) -> bool:
    if path.parts[1:-1] == ("topics",):
        return path.suffix in {".yaml", ".yml"}
    return len(path.parts) == len(("_data", "name")) and path.match("carriers.y*ml")


def _file(name: str, start: str, inner: str, facts: Mapping[str, Any]) -> File:
    changed = next((facts[key] for key in _times if facts.get(key) is not None), None)
    if changed is None:
        changed = facts.get("date_time")
    mark = next((facts[key] for key in _marks if facts.get(key) is not None), None)
    at = 0 if changed is None and mark is not None else _nanoseconds(changed)
    digest = blake2b(str(mark).encode(), digest_size=8).digest()
    inode = 0 if mark is None else int.from_bytes(digest)
    return File(
        wording.path(name), start + inner, int(facts.get("size") or 0), at, inode
    )


def _nanoseconds(changed: object) -> int:
    """A time in nanoseconds since 1970; NEVER where it is none."""
    try:
        at = _counted(changed)
    except (ValueError, ArithmeticError, OSError):
        return NEVER  # an archive may hold the thirteenth month
    return at if 0 <= at <= NEVER else NEVER


def _counted(changed: object) -> int:
    if isinstance(changed, str):
        changed = dt.datetime.fromisoformat(changed)
    if isinstance(changed, dt.datetime):
        return int(changed.timestamp() * 1e6) * 1000
    if isinstance(changed, tuple):
        return calendar.timegm((*changed, 0, 0, 0)) * 10**9
    return int(changed * 1e9) if isinstance(changed, (int, float)) else NEVER
