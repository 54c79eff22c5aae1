"""The front matter of a file: the YAML between its first two `---` lines."""

from __future__ import annotations

import re
from typing import NamedTuple

_opening = re.compile(r"\ufeff?(?:\s*\n)?---[ \t]*\r?\n")
_closing = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)


class FrontMatter(NamedTuple):
    """YAML text, and the line of the file that it begins on, from 1."""

    text: str
    line: int


class UnclosedError(ValueError):
    """The front matter begins, and no second `---` line ends it."""


def split(text: str) -> FrontMatter | None:
    """The front matter of a file's text; None where it has none.

    A byte-order mark and empty lines may stand before the first `---`. `...` ends it as
    well, as in YAML.

    Raises:
        UnclosedError: There is no closing line.
    """
    opening = _opening.match(text)
    if opening is None:
        return None
    closing = _closing.search(text, opening.end())
    if closing is None:
        raise UnclosedError
    line = 1 + opening[0].count("\n")
    return FrontMatter(text[opening.end() : closing.start()], line)
