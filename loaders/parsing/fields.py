"""One mapping of a story's front matter, read field by field.

Each method gives the value of one field, or None where the field is missing or wrong;
what is wrong goes into the notes, and the rest of the story is kept.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Final

from loaders import wording
from loaders.parsing import addresses
from loaders.problems import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.problems import Place

INT32: Final = 2**31 - 1
EARLIEST_YEAR: Final = 1678
LATEST_YEAR: Final = 2261
"""Years that a time in nanoseconds can hold: charts and exports convert to it."""

_utc_text = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_epoch: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_microsecond: Final = dt.timedelta(microseconds=1)


class Fields:
    """The fields of one mapping: the story itself, its provider, or a related story."""

    __slots__ = ("notes", "place", "values")

    def __init__(
        self, values: dict[Any, Any], notes: list[Note], place: Place = ()
    ) -> None:
        """Read `values`, which stand at `place` in the file, and add to `notes`."""
        self.values = values
        self.notes = notes
        self.place = place

    def wrong(self, name: str, expected: str, *more: str | int) -> None:
        """Note that a field, or a part of it, is not what was expected."""
        found: Any = self.values.get(name)
        for step in more:
            found = found[step]
        place = (*self.place, name, *more)
        self.notes.append(Note(place, expected, found))

    def text(self, name: str, *, required: bool = False) -> str | None:
        """Text for reading: entities resolved, blanks single, nothing hidden in it."""
        written = self.values.get(name)
        if isinstance(written, str):
            value = wording.clean(written)
            none = wording.NO_CHARACTER
            if "&#" in written and value.count(none) > written.count(none):
                self.wrong(name, "references to characters that there are")
            if value:
                return value
        elif written is not None:
            self.wrong(name, "text")
            return None
        if required:
            self.wrong(name, "text")
        return None

    def name(self, name: str) -> str | None:
        """Text that names something: as written, but trimmed. Required."""
        value = self.values.get(name)
        if isinstance(value, str):
            value = wording.trimmed(value)
            if value:
                return value
        self.wrong(name, "text")
        return None

    def choice(self, name: str, choices: tuple[str, ...]) -> str | None:
        """One of a few words. Required."""
        value = self.values.get(name)
        if value in choices and isinstance(value, str):
            return value
        self.wrong(name, " or ".join(choices))
        return None

    def whole(self, name: str, least: int = 0) -> int | None:
        """A whole number of at least `least` that fits into 32 bits."""
        value = self.values.get(name)
        if value is None:
            return None
        if type(value) is int and least <= value <= INT32:
            return value
        self.wrong(name, f"a whole number from {least} to {INT32}")
        return None

    def truth(self, name: str) -> bool | None:
        """True, false, or None: three values."""
        value = self.values.get(name)
        if value is None or isinstance(value, bool):
            return value
        self.wrong(name, "true or false")
        return None

    def time(self, name: str) -> int | None:
        """An instant in microseconds since 1970-01-01 UTC. Required.

        Other zones are converted; a time without a zone is taken as UTC, and a date
        alone as its first instant.
        """
        value = self.values.get(name)
        instant = _instant(value)
        if instant is None:
            self.wrong(name, "a UTC time such as 2026-01-31T09:00:00Z")
        return instant

    def address(self, name: str) -> str | None:
        """A web address; an empty one is missing."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, str):
            value = value.strip()
            if addresses.is_web(value):
                return value
        self.wrong(name, "an http or https address")
        return None

    def mapping(self, name: str, *, required: bool = False) -> Fields | None:
        """The fields of a field, which is a mapping itself."""
        value = self.values.get(name)
        if isinstance(value, dict):
            return Fields(value, self.notes, (*self.place, name))
        if value is not None or required:
            self.wrong(name, "a mapping")
        return None

    def mappings(self, name: str) -> Iterator[Fields]:
        """The mappings of a list, those that are none noted and left out."""
        for position, value in enumerate(self._list(name)):
            if isinstance(value, dict):
                yield Fields(value, self.notes, (*self.place, name, position))
            else:
                self.wrong(name, "a mapping", position)

    def names(self, name: str) -> list[str]:
        """The distinct texts of a list, trimmed, in order; empty items are none."""
        found: dict[str, None] = {}
        for position, value in enumerate(self._list(name)):
            if isinstance(value, str):
                found[wording.trimmed(value)] = None
            elif value is not None:
                self.wrong(name, "text", position)
        found.pop("", None)
        return list(found)

    def _list(self, name: str) -> list[Any]:
        value = self.values.get(name)
        if isinstance(value, list):
            return value
        if value is not None:
            self.wrong(name, "a list")
        return []


def _instant(value: object) -> int | None:
    """Microseconds since 1970-01-01 UTC of what YAML or ISO 8601 calls a time."""
    if isinstance(value, str):
        value = value.strip()
        try:
            value = dt.datetime.fromisoformat(value)
        except ValueError:
            return None
    if isinstance(value, dt.datetime):
        if value.tzinfo is None:
            value = value.replace(tzinfo=dt.UTC)
    elif isinstance(value, dt.date):
        value = dt.datetime(value.year, value.month, value.day, tzinfo=dt.UTC)
    else:
        return None
    if not EARLIEST_YEAR <= value.year <= LATEST_YEAR:
        return None
    return (value - _epoch) // _microsecond
