"""What `_data` beside the stories says: topics, and further carriers."""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders import faults, wording
from loaders.assembly.carriers import Carrier
from loaders.gathering import files, portion
from loaders.gathering.files import File, Found
from loaders.parsing import contents, yaml_reference
from loaders.parsing.fields import Fields
from loaders.problems import Note, Problem, located

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path


_patterns: Final = {
    "_data": ("carriers.y*ml",),
    "_data/topics": ("*.yaml", "*.yml"),
}
"""The files that are read, by the folder that they lie in."""


class Topic(NamedTuple):
    """A topic of `_data/topics/*.yaml`."""

    topic: str
    parent: str | None
    keywords: str | None


class Sidecar(NamedTuple):
    """All of `_data`; empty where there is none."""

    topics: Sequence[Topic]
    carriers: Sequence[Carrier]
    problems: Sequence[tuple[str, Problem]]
    """Each with the path of its file."""
    digest: str


def find(root: Path) -> Found:
    """The files of a folder's `_data` that are read, and the links not followed."""
    found = Found([], [], [])
    for name, patterns in _patterns.items():
        folder = root / name
        if not _is_followed(folder, root, found):
            break
        for place in sorted(one for said in patterns for one in folder.glob(said)):
            try:
                if _is_followed(place, root, found):
                    _add(place, root, found)
            except Exception as error:  # noqa: BLE001 - the others are there
                found.astray.append(files.unseen(_path(place, root), error))
    return found


def _is_followed(place: Path, root: Path, found: Found) -> bool:
    """Whether a link leads to somewhere in the folder; where it does not, that is told."""
    if not files.inside(os.path.realpath(place), os.path.realpath(root)):
        found.astray.append(files.outside(_path(place, root)))
        return False
    if place.is_symlink() and not place.exists():
        found.astray.append(files.nowhere(_path(place, root)))
        return False
    return True


def _add(place: Path, root: Path, found: Found) -> None:
    path = _path(place, root)
    try:
        facts = place.stat()
    except FileNotFoundError:
        return  # it vanished, which the next scan sees
    found.files.append(
        File(path, str(place), facts.st_size, facts.st_mtime_ns, facts.st_ino)
    )


def _path(place: Path, root: Path) -> str:
    return wording.path(place.relative_to(root).as_posix())


def read(beside: Iterable[File]) -> Sidecar:
    """What `_data` says; what is wrong in it is a problem, and the rest is kept.

    Raises:
        UnreachableError: It lies behind an address that cannot be reached.
    """
    topics: dict[str, Topic] = {}
    carriers: list[Carrier] = []
    problems: list[tuple[str, Problem]] = []
    digest = blake2b(digest_size=12)
    for path, content in _contents(list(beside)):
        if isinstance(content, Problem):
            problems.append((path, content))
            continue
        digest.update(b"%b\0%d\0%b" % (path.encode(), len(content), content))
        read_rows = _topics if path.startswith("_data/topics/") else _carriers
        rows, wrong = _rows(content, read_rows)
        for row in rows:
            if isinstance(row, Topic):
                topics.setdefault(row.topic, row)
            else:
                carriers.append(row)
        problems += [(path, problem) for problem in wrong]
    return Sidecar(list(topics.values()), carriers, problems, digest.hexdigest())


def is_read(said: Sidecar) -> bool:
    """Whether every file could be read; one that could not may be otherwise next time."""
    return all(one.expected != contents.READABLE for _, one in said.problems)


def _contents(beside: Sequence[File]) -> Iterator[tuple[str, bytes | Problem]]:
    """Path and content of each, wherever they lie."""
    if beside and portion.is_afar(beside[0].place):
        from loaders.afar import fetching  # noqa: PLC0415 - folders do without it

        fetched = fetching.read([(f.path, f.place, f.size) for f in beside])
        yield from zip((file.path for file in beside), fetched, strict=True)
        return
    for file in beside:
        yield file.path, contents.read(file.place)


def _rows(
    content: bytes, read_rows: Callable[[object, list[Note]], Sequence[Topic | Carrier]]
) -> tuple[Sequence[Topic | Carrier], list[Problem]]:
    """The rows of one file, and what is wrong in it, whatever that is."""
    try:
        return _parsed(content, read_rows)
    except Exception as error:  # noqa: BLE001 - of this file alone
        faults.LOG.write("A file of _data cannot be parsed", error)
        return [], [faults.problem(faults.PARSED, error)]


def _parsed(
    content: bytes, read_rows: Callable[[object, list[Note]], Sequence[Topic | Carrier]]
) -> tuple[Sequence[Topic | Carrier], list[Problem]]:
    text, broken = contents.decoded(content)
    document = yaml_reference.read(text)
    if isinstance(document, yaml_reference.Refused):
        refused = Problem(document.line, "", document.expected, document.found)
        return [], [broken or refused]
    notes: list[Note] = []
    rows = read_rows(document.value, notes)
    return rows, [*([broken] if broken else []), *located(notes, document, 0)]


def _topics(value: object, notes: list[Note]) -> list[Topic]:
    """The one topic of a file."""
    if not isinstance(value, dict):
        notes.append(Note((), "a mapping with a name", value))
        return []
    fields = Fields(value, notes)
    name = fields.name("name")
    keywords = ", ".join(fields.names("keywords"))
    parent = fields.text("parent")
    return [Topic(name, parent, keywords or None)] if name else []


def _carriers(value: object, notes: list[Note]) -> list[Carrier]:
    """The carriers of the list in `carriers.yaml`."""
    found = []
    for fields in Fields({"": value}, notes).mappings(""):
        name, domain = fields.name("name"), fields.name("domain")
        if name and domain:
            suffixes = tuple(fields.names("suffixes")) or (name, domain)
            found.append(Carrier(name, domain.lower(), suffixes))
    return found
