"""The rows of many files while they are being read, before they become tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from loaders.parsing.records import Story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.parsing.reading import Read

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
        """Append what came of one more file."""
        file, record = len(self.files), read.record
        story = _no_story if record is None else record.story
        self.files.append((path, int(read.kind), read.digest, *story))
        self.problems += [(file, *problem) for problem in read.problems]
        if record is not None:
            self.related += [(file, *entry) for entry in record.related]
            self.topics += [(file, topic) for topic in record.topics]
            self.unknown_fields += [(file, name) for name in record.unknown_fields]

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
