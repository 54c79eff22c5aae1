"""The rows of many files while they are being read, before they become tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from loaders.parsing.reading import Kind, Read
from loaders.parsing.records import Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaders.problems import Problem

_no_story = (None,) * len(Story._fields)


@dataclass
class Rows:
    """Rows in the order of the columns of `tables.SCHEMAS`.

    Rows of the lists begin with the position of their file in `files`.
    """

    files: list[Sequence[Any]] = field(default_factory=list)
    related: list[Sequence[Any]] = field(default_factory=list)
    topics: list[Sequence[Any]] = field(default_factory=list)
    unknown_fields: list[Sequence[Any]] = field(default_factory=list)
    problems: list[Sequence[Any]] = field(default_factory=list)

    def add(self, path: str, read: Read) -> None:
        """Append what came of one more file; where that fails, nothing is appended."""
        file, record, aside = len(self.files), read.record, read.aside
        story = _no_story if record is None else record.story
        reason = None if aside is None else aside.reason
        row = (path, int(read.kind), read.digest, reason, *story)
        problems = [(file, *problem) for problem in read.problems]
        if record is not None:
            related = [(file, *entry) for entry in record.related]
            topics = [(file, topic) for topic in record.topics]
            fields = [(file, name) for name in record.unknown_fields]
            self.related += related
            self.topics += topics
            self.unknown_fields += fields
        elif aside is not None:
            self.unknown_fields += [(file, name) for name in aside.fields]
        self.files.append(row)
        self.problems += problems

    def each(self) -> list[Rows]:
        """The rows of each file alone."""
        found = [Rows([file]) for file in self.files]
        for name in ("related", "topics", "unknown_fields", "problems"):
            for file, *rest in getattr(self, name):
                getattr(found[file], name).append((0, *rest))
        return found

    def extend(self, other: Rows) -> None:
        """Append the rows of other files, which stand after these."""
        before = len(self.files)
        self.files += other.files
        for mine, others in (
            (self.related, other.related),
            (self.topics, other.topics),
            (self.unknown_fields, other.unknown_fields),
            (self.problems, other.problems),
        ):
            mine += [(before + file, *rest) for file, *rest in others]


def joined(parts: Iterable[Rows]) -> Rows:
    """The rows of several portions of the files, one after another."""
    rows = Rows()
    for part in parts:
        rows.extend(part)
    return rows


def refused(path: str, digest: str, why: Problem) -> Rows:
    """The rows of a file of which nothing is kept but why that is so."""
    rows = Rows()
    rows.add(path, Read(Kind.UNREADABLE, digest, None, [why]))
    return rows
