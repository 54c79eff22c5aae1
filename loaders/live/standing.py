"""Whether what is shown is as new as its files; and if not, since when and why."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from loaders import faults

State = Literal["ok", "loading", "stale", "none"]

STUCK: Final = 120.0
"""Seconds after which a look that tells of no progress counts as one that fails."""

ENDLESS: Final = "looking at the files does not come to an end"


@dataclass(frozen=True)
class Standing:
    """What a reader is shown at this moment, and how that stands to the files."""

    state: State
    """`ok`: as new as the files, as far as anybody knows. `loading`: no figures, or first
    ones of a few files. `stale`: older than the files, and cannot be renewed. `none`:
    there is nothing to show."""
    stories: int | None = None
    """How many are shown; None where none are."""
    version: str | None = None
    as_of: dt.datetime | None = None
    """When the files were as they are shown, in UTC."""
    since: dt.datetime | None = None
    """Since when they cannot be read, in UTC, unless the state is `ok` or `loading`."""
    why: str = ""
    """Likewise, on one line."""
    index: str = ""
    """Why the next start will read all files anew; empty where it will not."""

    def facts(self) -> dict[str, str | int | None]:
        """The same ready for JSON: times in ISO 8601, None for what is not the case."""
        return {
            "state": self.state,
            "stories": self.stories,
            "version": self.version,
            "as_of": _written(self.as_of),
            "stale_since": _written(self.since),
            "why": self.why or None,
            "index": self.index or None,
        }


def _written(moment: dt.datetime | None) -> str | None:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment else None


class Trouble(NamedTuple):
    """Why the last looks at the files failed."""

    since: dt.datetime
    why: str


class Record:
    """What came of the looks at one corpus: when one succeeded, since when none does."""

    def __init__(self) -> None:
        """Nobody has looked yet."""
        self.as_of: dt.datetime | None = None
        self.trouble: Trouble | None = None
        self._began: float | None = None
        self._log = faults.Log()

    def begin(self) -> None:
        """A look begins."""
        self._began = time.monotonic()

    def end(self) -> None:
        """It has ended, as `succeed` or `fail` says."""
        self._began = None

    def succeed(self, looked_at_ns: int) -> None:
        """What is shown is what there was at this moment, in nanoseconds since 1970."""
        self.as_of = dt.datetime.fromtimestamp(looked_at_ns // 10**9, dt.UTC)
        self.trouble = None
        self._log.forget()

    def fail(self, what: str, error: BaseException) -> None:
        """A look has failed. Each kind of error is logged once, until one succeeds.

        Args:
            what: What failed, for the log.
            error: What was raised.
        """
        since = self.trouble.since if self.trouble else dt.datetime.now(dt.UTC)
        self.trouble = Trouble(since, faults.said(error))
        self._log.write(what, error)

    def known(self, *, is_told: bool) -> Trouble | None:
        """Why what is shown cannot be renewed; None where it can.

        Args:
            is_told: The look that goes on tells of its progress.
        """
        began = self._began
        if self.trouble or began is None or is_told:
            return self.trouble
        lasts = time.monotonic() - began
        if lasts < STUCK:
            return None
        since = dt.datetime.now(dt.UTC) - dt.timedelta(seconds=lasts)
        return Trouble(since, ENDLESS)
