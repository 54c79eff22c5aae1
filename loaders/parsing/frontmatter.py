"""The front matter of a file: the YAML between its first two `---` lines."""

from __future__ import annotations

import re
from typing import NamedTuple

_opening = re.compile(r"\ufeff?(?:\s*\n)?---[ \t]*\r?\n")
_closing = re.compile(r"\n(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)")


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
    start = opening.end()
    # The line break before it is that of the line before, or of the first `---`.
    closing = _closing.search(text, start - 1)
    if closing is None:
        raise UnclosedError
    return FrontMatter(text[start : closing.start() + 1], 1 + opening[0].count("\n"))
