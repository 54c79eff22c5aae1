"""What is wrong in a file, and where: the rows of the frame `problems`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from loaders.wording import describe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.parsing.yaml_reference import Document

Place = tuple["str | int", ...]
"""Where a value stands in a file: `("related", 3, "webUrl")`; "" is the whole file."""


class Note(NamedTuple):
    """One thing wrong, at a place whose line is not looked up yet."""

    place: Place
    expected: str
    value: object
    """What was found."""


class Problem(NamedTuple):
    """One thing wrong in one file; line from 1, None where it is not known."""

    line: int | None
    field: str
    expected: str
    found: str


def field_name(place: Place) -> str:
    """A place in one word, `related[2].provider.name`; empty for the whole file."""
    name = ""
    for step in (step for step in place if step != ""):
        name += f"[{step}]" if isinstance(step, int) else f".{step}"
    return name.removeprefix(".")


def located(notes: Iterable[Note], document: Document, before: int) -> list[Problem]:
    """The notes as problems in order of their lines, fields given twice among them.

    Args:
        notes: What is wrong in the document.
        document: It knows the lines of its fields.
        before: The lines of the file that stand before the document.
    """
    found = [(note.place, note.expected, describe(note.value)) for note in notes]
    found += [(at, "one value", f"{count} values") for at, count in document.repeats]
    problems = [
        Problem(before + (document.line(at) or 1), field_name(at), *said)
        for at, *said in found
    ]
    return sorted(problems, key=lambda problem: problem.line or 0)
