"""The Markdown files of a corpus, and the ones that cannot be followed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from loaders import wording
from loaders.errors import ContentError

if TYPE_CHECKING:
    from loaders.afar.remote import Address

SECTIONS = ("_news", "_archive/_news")
"""Where stories lie in a repository; a folder without these is searched whole."""


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


class Found(NamedTuple):
    """What a folder holds, both in order of their paths."""

    files: list[File]
    astray: list[Astray]


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

    Hidden folders and `_data` are left out. A linked folder is never followed: what it
    shows inside the corpus is found at its own place, and what lies outside is astray.
    """
    found = Found([], [])
    tops = [top for name in SECTIONS if (top := root / name).exists()] or [root]
    real_root = os.path.realpath(root)
    for top in tops:
        prefix = "" if top == root else f"{top.relative_to(root).as_posix()}/"
        if top.is_symlink() and not inside(os.path.realpath(top), real_root):
            found.astray.append(outside(prefix.rstrip("/")))
            continue
        _walk(str(top), prefix, real_root, found)
    found.files.sort()
    found.astray.sort()
    return found


def _walk(top: str, prefix: str, real_root: str, found: Found) -> None:
    waiting = [(top, prefix)]
    add, made = found.files.append, tuple.__new__  # File(...) takes twice as long
    while waiting:
        place, prefix = waiting.pop()
        try:
            with os.scandir(place) as listing:
                entries = list(listing)
        except OSError as error:
            said = str(error.strerror or error)
            path = wording.path(prefix.rstrip("/")) or "."
            found.astray.append(Astray(path, "a readable folder", said))
            continue
        folder = wording.path(prefix)
        for entry in entries:
            name = entry.name
            if entry.is_dir(follow_symlinks=False):
                if name != "_data" and not name.startswith("."):
                    waiting.append((entry.path, f"{prefix}{name}/"))
            elif entry.is_symlink() or not name.isprintable() or "\\" in name:
                _add(entry, prefix, real_root, found)
            elif name.lower().endswith(".md"):
                # Nearly all files, and there may be very many of them.
                try:
                    facts = entry.stat(follow_symlinks=False)
                except OSError:
                    _add(entry, prefix, real_root, found)
                    continue
                size, mtime, inode = facts.st_size, facts.st_mtime_ns, facts.st_ino
                one = (folder + name, entry.path, size, mtime, inode)
                add(made(File, one))


def _add(entry: os.DirEntry[str], prefix: str, real_root: str, found: Found) -> None:
    """Put one entry of a folder where it belongs."""
    is_story = entry.name.lower().endswith(".md")
    is_link = entry.is_symlink()
    if not is_story and not is_link:
        return
    path = wording.path(prefix + entry.name)
    try:
        if is_link:
            is_folder = entry.is_dir()
            if not is_story and not is_folder:
                return
            if not inside(os.path.realpath(entry.path), real_root):
                found.astray.append(outside(path))
                return
            if is_folder:
                return
        facts = entry.stat()
    except OSError as error:
        found.astray.append(unseen(path, error))
        return
    found.files.append(
        File(path, entry.path, facts.st_size, facts.st_mtime_ns, facts.st_ino)
    )


def unseen(path: str, error: OSError) -> Astray:
    """A file, or a link to one, that shows nothing of itself."""
    if isinstance(error, FileNotFoundError):
        return nowhere(path)
    return Astray(path, "a readable file", str(error.strerror or error))


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


def nothing(root: Path | Address, found: Found, problem_count: int) -> str:
    """Why a folder is no corpus, on one line."""
    place = wording.shown(str(root))
    if not found.files:
        return f"{place}: expected stories, found no Markdown file"
    count = len(found.files)
    files = "1 Markdown file" if count == 1 else f"{count:,} Markdown files"
    problems = f", {problem_count:,} with problems" if problem_count else ""
    return f"{place}: expected stories, found {files}{problems}, and none is a story"
