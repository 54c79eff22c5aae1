"""What is raised that nobody foresaw: told in one line, and logged once for each kind.

A fault of one file is a problem of that file, and the others are read on; a fault of all
of them leaves what is shown as it was, and everybody is told. Where either is decided, an
`except Exception` stands, and this module says what it was.
"""

from __future__ import annotations

import logging
import re
import traceback
from typing import TYPE_CHECKING, Final

from loaders import wording
from loaders.errors import ContentError
from loaders.problems import Problem

if TYPE_CHECKING:
    from types import TracebackType

PARSED: Final = "a file that can be parsed"
KEPT: Final = "values that can be kept"
PLACED: Final = "a story that can be placed and counted"
"""What is expected of a file at each step after it was read."""

LONGEST: Final = 200
"""Characters of what an exception says of itself that are repeated."""

# Where something lies on this machine, or behind an address: only its last name is told.
# Within quotes a folder may have blanks in its name.
_start = r"(?:[a-z][a-z0-9+.-]*:/|(?<![\w.~…<])~?/|\b[A-Za-z]:\\)"
_place = re.compile(
    rf"""(?<=')(?:{_start})(?:[^'\n]*[\\/])?|{_start}(?:[^\s'"<>|]*[\\/])?"""
)

_log = logging.getLogger("broadsheet")


def problem(expected: str, error: BaseException) -> Problem:
    """That a file is not what was expected, and the kind of error that said so."""
    return Problem(None, "", expected, said(error))


def said(error: BaseException) -> str:
    """The kind of an exception and what it says, on one line, without folders in it.

    An error of ours says enough by itself.
    """
    own = error.strerror if isinstance(error, OSError) else None
    text = unplaced(own or str(error))
    if isinstance(error, ContentError):
        return text
    kind = type(error).__name__
    return f"{kind}: {text}" if text else kind


def unplaced(text: str) -> str:
    """A message on one line: of each place on this machine only the last name."""
    line = " ".join(text[: 4 * LONGEST].split())
    line = wording.shown(_place.sub("…/", line))
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def kind(error: BaseException) -> tuple[str, str, int]:
    """The class of an exception, and the file and line that raised it."""
    where: TracebackType | None = error.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    name = type(error).__qualname__
    if where is None:
        return name, "", 0
    return name, where.tb_frame.f_code.co_filename, where.tb_lineno


class Log:
    """Writes each kind of exception into the log once, with its trace."""

    def __init__(self) -> None:
        self._known: set[tuple[str, str, int]] = set()

    def write(self, what: str, error: BaseException) -> None:
        """Log an exception unless one of its kind was.

        Args:
            what: What failed: "_news/a.md cannot be parsed".
            error: What was raised.
        """
        if (found := kind(error)) in self._known:
            return
        self._known.add(found)
        lines = "".join(traceback.format_exception(error)).splitlines()
        trace = "\n".join(map(wording.shown, lines))
        _log.error("%s; this is logged once:\n%s", wording.shown(what), trace)

    def forget(self) -> None:
        """From here on every kind is a new one."""
        self._known.clear()


LOG: Final = Log()
"""Of this process: what befalls single files."""
