"""What `_data` beside the stories says: topics, and further carriers."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from loaders import wording
from loaders.assembly.carriers import Carrier
from loaders.gathering import portion
from loaders.gathering.files import File
from loaders.parsing import contents, yaml_reference
from loaders.parsing.fields import Fields
from loaders.problems import Note, Problem, located

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path


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


def find(root: Path) -> list[File]:
    """The files of a folder's `_data` that are read, in order."""
    data = root / "_data"
    places = [
        *data.glob("carriers.y*ml"),
        *(data / "topics").glob("*.yaml"),
        *(data / "topics").glob("*.yml"),
    ]
    found = []
    for place in sorted(places):
        if not place.resolve().is_relative_to(root):
            continue
        try:
            facts = place.stat()
        except OSError:
            continue  # it vanished, which the next scan sees
        path = wording.shown(place.relative_to(root).as_posix())
        found.append(
            File(path, str(place), facts.st_size, facts.st_mtime_ns, facts.st_ino)
        )
    return found


def read(files: Iterable[File]) -> Sidecar:
    """What `_data` says; what is wrong in it is a problem, and the rest is kept.

    Raises:
        UnreachableError: It lies behind an address that cannot be reached.
    """
    topics: dict[str, Topic] = {}
    carriers: list[Carrier] = []
    problems: list[tuple[str, Problem]] = []
    digest = blake2b(digest_size=12)
    for path, content in _contents(list(files)):
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


def _contents(files: Sequence[File]) -> Iterator[tuple[str, bytes | Problem]]:
    """Path and content of each, wherever they lie."""
    if files and portion.is_afar(files[0].place):
        from loaders.afar import fetching  # noqa: PLC0415 - folders do without it

        fetched = fetching.read([(f.path, f.place, f.size) for f in files])
        yield from zip((file.path for file in files), fetched, strict=True)
        return
    for file in files:
        yield file.path, contents.read(file.place)


def _rows(
    content: bytes, read_rows: Callable[[object, list[Note]], Sequence[Topic | Carrier]]
) -> tuple[Sequence[Topic | Carrier], list[Problem]]:
    """The rows of one file, and what is wrong in it."""
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
