"""When the files of a corpus are looked at again."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

from loaders.afar import remote
from loaders.live.bell import Bell

INTERVAL: Final = 1.0
"""Seconds between two rounds of looking."""

SHARE: Final = 0.2
"""Of one core's time that looking at a folder may take, as long as LONGEST allows it:
100,000 files take a second, and then the readers have their turn."""

LONGEST: Final = 60.0
"""Seconds between two looks at a folder, at most, where the system does not tell of
changes."""

LONGEST_TOLD: Final = 300.0
"""The same where it does, in case that it did not."""

LONGEST_FAILING: Final = 30.0
"""Seconds between two looks that fail, at most."""

CALM: Final = 30.0
"""Seconds between two looks behind an address, at least: each look costs requests."""

SHARE_AFAR: Final = 0.05
"""Of the time that looking behind an address may take."""


class Pace:
    """How often one folder or address is looked at.

    Args:
        path: The folder or address.
    """

    def __init__(self, path: str) -> None:
        is_afar = remote.is_address(path)
        self._bell = None if is_afar else Bell(Path(path).expanduser())
        self._began = 0.0
        self._not_before = 0.0
        self._in_any_case = 0.0
        self._failures = 0
        self._again_at = 0.0

    def begin(self) -> None:
        """A look begins: what changes from here on is told, or found by the next one."""
        self._began = time.monotonic()
        is_told = self._bell is not None and self._bell.listen()
        self._in_any_case = self._began + LONGEST_TOLD if is_told else 0.0

    def rest(self) -> None:
        """It has ended: the longer it took, the later again."""
        now = time.monotonic()
        took = now - self._began
        if self._bell is None:
            pause = max(CALM, took / SHARE_AFAR)
        else:  # a round is waited for anyway
            pause = min(took / SHARE, LONGEST) - INTERVAL
        self._not_before = now + pause

    def succeed(self) -> None:
        """The look has told what there is."""
        self._failures = 0

    def fail(self) -> None:
        """The look has failed: it is tried again at once, then ever less often."""
        self._failures += 1
        pause = INTERVAL * 2.0 ** min(self._failures - 2, 10)
        self._again_at = time.monotonic()
        if self._failures > 1:
            self._again_at += min(pause, LONGEST_FAILING)

    def may_try(self) -> bool:
        """Whether who waits for a first corpus may have it tried again."""
        return not self._failures or time.monotonic() >= self._again_at

    def is_due(self, *, is_doubted: bool = False) -> bool:
        """Whether it is time to look.

        Where the system tells of changes, only once it has.

        Args:
            is_doubted: Files are to be read again although nothing is told of them.
        """
        now = time.monotonic()
        if self._failures:
            return now >= max(self._not_before, self._again_at)
        return now >= self._not_before and (
            is_doubted
            or now >= self._in_any_case
            or (self._bell is not None and self._bell.has_rung())
        )
