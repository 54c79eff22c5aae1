"""What is wrong in a file, and where: the rows of the frame `problems`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from loaders import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.parsing.yaml_reference import Document

MOST: Final = 500
"""Problems of one file that are told; a story of the longest list and with everything
wrong in it has fewer. One file must not hide those of all others."""

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
        name += f"[{step}]" if isinstance(step, int) else f".{wording.name(step)}"
    return name.removeprefix(".")


def located(notes: Sequence[Note], document: Document, before: int) -> list[Problem]:
    """The notes as problems in order of their lines, fields given twice among them.

    Of more than MOST the first ones, and one that says how many there are.

    Args:
        notes: What is wrong in the document.
        document: It knows the lines of its fields.
        before: The lines of the file that stand before the document.
    """
    total = len(notes) + len(document.repeats)
    notes, repeats = notes[:MOST], document.repeats[: max(MOST - len(notes), 0)]
    found = [
        (note.place, note.expected, wording.describe(note.value)) for note in notes
    ]
    found += [(at, "one value", f"{count} values") for at, count in repeats]
    if total > MOST:
        found.append(((), f"at most {MOST} problems in a file", f"{total:,}"))
    problems = [
        Problem(before + (document.line(at) or 1), field_name(at), *said)
        for at, *said in found
    ]
    return sorted(problems, key=lambda problem: problem.line or 0)
