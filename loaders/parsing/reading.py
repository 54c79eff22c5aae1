"""One file of a corpus: from its bytes to what is kept of it, and what is wrong in it."""

from __future__ import annotations

from enum import IntEnum
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from loaders import faults, problems, wording
from loaders.parsing import contents, frontmatter, records, yaml_fast
from loaders.problems import Note, Problem

if TYPE_CHECKING:
    from loaders.parsing.frontmatter import FrontMatter
    from loaders.parsing.records import Record

    Verdict = tuple["Kind", Record | None, list[Problem], "Aside | None"]


MOST_FIELDS: Final = 40
"""Names of fields that are kept of a file that is no story."""


class Kind(IntEnum):
    """What a Markdown file turned out to be."""

    STORY = 0
    NO_STORY = 1  # no front matter, or of another category
    UNREADABLE = 2  # a problem says why


class Aside(NamedTuple):
    """Why a file that can be read is no story."""

    reason: str
    """In a few words; files that are none for the same reason share them."""
    fields: tuple[str, ...] = ()
    """What it has instead: the first MOST_FIELDS names of its front matter."""


class Read(NamedTuple):
    """What came of one file; a record where it is a story."""

    kind: Kind
    digest: str
    record: Record | None
    problems: list[Problem]
    aside: Aside | None = None
    """Where it is no story."""


def read(path: str) -> Read:
    """Read one file, whatever is in it."""
    return made(contents.read(path))


def made(content: bytes | Problem) -> Read:
    """What came of a file, from its content or from why there is none.

    Whatever is raised meanwhile is the problem of this file alone.
    """
    if isinstance(content, Problem):
        return Read(Kind.UNREADABLE, "", None, [content])
    try:
        return parse(content)
    except Exception as error:  # noqa: BLE001 - the other files are read on
        faults.LOG.write("A file cannot be parsed", error)
        found = faults.problem(faults.PARSED, error)
        return Read(Kind.UNREADABLE, _digest(content), None, [found])


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=12).hexdigest()


def parse(content: bytes) -> Read:
    """Read the content of one file, whatever it is."""
    digest = _digest(content)
    text, broken = contents.decoded(content)
    try:
        front = frontmatter.split(text)
    except frontmatter.UnclosedError:
        unclosed = Problem(1, "", "a line --- that ends the front matter", "none")
        return Read(Kind.UNREADABLE, digest, None, [broken or unclosed])
    if front is not None:
        kind, record, found, aside = _story(front)
    else:
        kind, record, found, aside = Kind.NO_STORY, None, [], _without_front(text)
    if broken is None:
        return Read(kind, digest, record, found, aside)
    if kind is Kind.STORY:
        return Read(kind, digest, record, [broken, *found])
    return Read(Kind.UNREADABLE, digest, None, [broken])


def _without_front(text: str) -> Aside:
    """Why a file without front matter is no story, other people's kinds of it named."""
    start = text.removeprefix("\ufeff").lstrip()
    if start.startswith("+++"):
        return Aside("front matter in TOML")
    if start.startswith("{"):
        return Aside("front matter in JSON")
    return Aside("no front matter")


def _aside(values: dict[Any, Any]) -> Aside:
    """Why front matter is not that of a story."""
    names = tuple(wording.name(name) for name in [*values][:MOST_FIELDS])
    category = values.get("category")
    if isinstance(category, str) and category.strip():
        return Aside(f"category {wording.describe(category.strip())}", names)
    wanted = f"{', '.join(records.MARKS[:-1])} or {records.MARKS[-1]}"
    return Aside(f"no {wanted}", names)


def _story(front: FrontMatter) -> Verdict:
    """What PyYAML makes of it, told by the faster parser where that is sure to agree."""
    return _story_if_sure(front) or _story_by_reference(front)


def _story_if_sure(front: FrontMatter) -> Verdict | None:
    values = yaml_fast.read(front.text)
    if values is None:
        return None
    notes: list[Note] = []
    if not records.is_story(values, notes):
        sure = not yaml_fast.is_doubtful([values.get("category"), *values])
        return (Kind.NO_STORY, None, [], _aside(values)) if sure else None
    record = records.record(values, notes)
    doubts = [*records.texts(values, record), *(note.value for note in notes)]
    if yaml_fast.is_doubtful(doubts):
        return None
    if not notes:
        return Kind.STORY, record, [], None
    from loaders.parsing import yaml_reference  # noqa: PLC0415 - few files need it

    document = yaml_reference.outline(front.text)
    found = document and problems.located(notes, document, front.line - 1)
    return (Kind.STORY, record, found, None) if found else None


def _story_by_reference(front: FrontMatter) -> Verdict:
    """The verdict of PyYAML, with the lines of what is wrong."""
    from loaders.parsing import yaml_reference  # noqa: PLC0415 - few files need it

    document = yaml_reference.read(front.text)
    before = front.line - 1
    if isinstance(document, yaml_reference.Refused):
        line = None if document.line is None else document.line + before
        refused = Problem(line, "", document.expected, document.found)
        return Kind.UNREADABLE, None, [refused], None
    values = document.value
    if values is None:
        return Kind.NO_STORY, None, [], Aside("empty front matter")
    if not isinstance(values, dict):
        other = Problem(front.line, "", "a mapping of fields", wording.describe(values))
        return Kind.UNREADABLE, None, [other], None
    notes: list[Note] = []
    if not records.is_story(values, notes):
        return Kind.NO_STORY, None, [], _aside(values)
    record = records.record(values, notes)
    return Kind.STORY, record, problems.located(notes, document, before), None
