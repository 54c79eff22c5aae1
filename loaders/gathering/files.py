"""The Markdown files of a corpus, the ones passed over, and what cannot be followed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, NamedTuple

from loaders import faults, wording
from loaders.errors import ContentError

SECTIONS = ("_news", "_archive/_news")
"""Where stories lie in a repository; a folder without these is searched whole."""

OTHERS: Final = (
    *(".markdown", ".mdown", ".mdwn", ".mdx", ".mkd", ".mkdn", ".qmd", ".rmd"),
)
"""Suffixes of Markdown that are not those of a story."""


class File(NamedTuple):
    """A Markdown file: where it lies, and what is enough to see that it changed."""

    path: str
    """Relative to the corpus, with forward slashes, printable."""
    place: str
    """What opens it."""
    size: int
    mtime_ns: int
    inode: int


class Astray(NamedTuple):
    """A link or folder that is not followed, and why."""

    path: str
    expected: str
    found: str


class Passed(NamedTuple):
    """A file that may be a story by its name, or a folder, that is not looked at."""

    path: str
    reason: str


class Found(NamedTuple):
    """What a folder holds, all in order of their paths."""

    files: list[File]
    astray: list[Astray]
    passed: list[Passed]

    @property
    def beyond(self) -> tuple[Astray | Passed, ...]:
        """All that is there, and not among the files."""
        return (*self.astray, *self.passed)


def folder(path: str | os.PathLike[str]) -> Path:
    """The folder of a corpus, every link in its own path resolved.

    Raises:
        ContentError: There is no such folder.
    """
    wanted = Path(path).expanduser()
    try:
        if wanted.is_dir():
            return wanted.resolve()
    except (OSError, RuntimeError, ValueError):
        pass
    found = "a file" if _exists(wanted) else "nothing"
    message = f"{wording.shown(str(path))}: expected a folder of stories, found {found}"
    raise ContentError(message)


def find(root: Path) -> Found:
    """All Markdown files of a corpus.

    Hidden files and folders are passed over, `_data` is no place of stories. A linked
    folder is never followed: what it shows inside the corpus is found at its own place,
    and what lies outside is astray.
    """
    found = Found([], [], [])
    tops = [top for name in SECTIONS if (top := root / name).exists()] or [root]
    real_root = os.path.realpath(root)
    for top in tops:
        prefix = "" if top == root else f"{top.relative_to(root).as_posix()}/"
        if top.is_symlink() and not inside(os.path.realpath(top), real_root):
            found.astray.append(outside(prefix.rstrip("/")))
            continue
        _walk(str(top), prefix, real_root, found)
    for part in found:
        part.sort()
    return found


def _entries(place: str, prefix: str, found: Found) -> list[os.DirEntry[str]]:
    """What a folder holds; nothing where it cannot be read, which is told."""
    try:
        with os.scandir(place) as listing:
            return list(listing)
    except OSError as error:
        path = wording.path(prefix.rstrip("/")) or "."
        found.astray.append(Astray(path, "a readable folder", _said(error)))
        return []


def _walk(top: str, prefix: str, real_root: str, found: Found) -> None:
    waiting = [(top, prefix)]
    add, made = found.files.append, tuple.__new__  # File(...) takes twice as long
    while waiting:
        place, prefix = waiting.pop()
        folder = wording.path(prefix)
        for entry in _entries(place, prefix, found):
            name = entry.name
            try:
                if entry.is_dir(follow_symlinks=False):
                    if name.startswith("."):
                        found.passed.append(
                            hidden(folder + wording.path(name), "folder")
                        )
                    elif name != "_data":
                        waiting.append((entry.path, f"{prefix}{name}/"))
                elif (
                    entry.is_symlink()
                    or name[0] == "."
                    or "\\" in name
                    or not name.isprintable()
                ):
                    _add(entry, prefix, real_root, found)
                elif name.lower().endswith(".md"):
                    # Nearly all files, and there may be very many of them.
                    facts = entry.stat(follow_symlinks=False)
                    size, mtime, inode = facts.st_size, facts.st_mtime_ns, facts.st_ino
                    one = (folder + name, entry.path, size, mtime, inode)
                    add(made(File, one))
                elif name.lower().endswith(OTHERS):
                    found.passed.append(other_suffix(folder + name))
            except Exception as error:  # noqa: BLE001 - the others are there
                found.astray.append(unseen(wording.path(prefix + name), error))


def _add(entry: os.DirEntry[str], prefix: str, real_root: str, found: Found) -> None:
    """Put one entry of a folder where it belongs.

    Raises:
        OSError: It shows nothing of itself.
    """
    path = wording.path(prefix + entry.name)
    lower = entry.name.lower()
    is_story = lower.endswith(".md")
    if (is_story or lower.endswith(OTHERS)) and entry.name.startswith("."):
        found.passed.append(hidden(path))
    elif entry.is_symlink():
        is_folder = entry.is_dir()
        if not is_story and not is_folder:
            return
        if not inside(os.path.realpath(entry.path), real_root):
            found.astray.append(outside(path))
        elif not is_folder:
            found.files.append(_file(path, entry))
    elif is_story:
        found.files.append(_file(path, entry))
    elif lower.endswith(OTHERS):
        found.passed.append(other_suffix(path))


def _file(path: str, entry: os.DirEntry[str]) -> File:
    facts = entry.stat()
    return File(path, entry.path, facts.st_size, facts.st_mtime_ns, facts.st_ino)


def hidden(path: str, kind: str = "file") -> Passed:
    """A file or folder whose name begins with a dot."""
    return Passed(path, f"a hidden {kind}")


def other_suffix(path: str) -> Passed:
    """A file that is Markdown by its suffix, and not by that of stories."""
    suffix = path[path.rindex(".") :].lower()
    return Passed(path, f"the suffix {suffix} instead of .md")


def unseen(path: str, error: Exception) -> Astray:
    """A file, or a link to one, that shows nothing of itself."""
    if isinstance(error, FileNotFoundError):
        return nowhere(path)
    return Astray(path, "a readable file", _said(error))


def _said(error: Exception) -> str:
    """What the system says of a file; of what is no fault of its own, the kind too."""
    if isinstance(error, OSError) and error.strerror:
        return wording.shown(error.strerror)
    return faults.said(error)


def nowhere(path: str) -> Astray:
    """A link to nothing, or to itself."""
    return Astray(path, "a file", "a link that leads nowhere")


def outside(path: str) -> Astray:
    """A link that would lead out of the corpus."""
    return Astray(path, "a place inside the folder", "a link that leads out of it")


def inside(place: str, real_root: str) -> bool:
    """Whether a resolved path lies in a resolved folder."""
    return place == real_root or place.startswith(real_root.rstrip(os.sep) + os.sep)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
