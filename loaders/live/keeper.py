"""The index of one corpus as it is shown: read at the start, written when it is quiet."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from loaders import faults
from loaders.keeping import index

if TYPE_CHECKING:
    from loaders.keeping.cache import Root
    from loaders.keeping.index import Made

QUIET: Final = 5.0
"""Seconds without a change after which the index is written: not once a keystroke."""

AGAIN: Final = 300.0
"""Seconds after which writing is tried again where it failed for no known reason."""

UNKEPT: Final = "it cannot be written where indexes are kept"


class Keeper:
    """What keeps a corpus for the next start.

    Whatever it raises costs that start its time, and no figure: so it raises nothing.

    Args:
        is_wanted: Whether there shall be an index.
    """

    def __init__(self, *, is_wanted: bool) -> None:
        self.is_wanted = is_wanted
        self.why = ""
        """Why the index does not hold the corpus; empty where it does, or is to."""
        self._changed_at = time.monotonic()

    def change(self) -> None:
        """There is something new to keep."""
        self._changed_at = time.monotonic()

    def is_due(self) -> bool:
        """Whether the last change is long enough ago."""
        return time.monotonic() - self._changed_at >= QUIET

    def last(self, root: Root) -> Made | None:
        """The corpus as it was kept; None without an index to be trusted."""
        try:
            return index.last(root)
        except Exception as error:  # noqa: BLE001 - the files say the same
            faults.LOG.write("The index cannot be read", error)
            return None

    def keep(self, root: Root, made: Made) -> bool:
        """Whether the index holds a corpus now: tried once for each change."""
        self._changed_at = float("inf")
        if not self.is_wanted:
            return False
        try:
            is_kept = index.write(root, made)
        except Exception as error:  # noqa: BLE001 - it is told, and tried again
            faults.LOG.write("The index cannot be written", error)
            self.why = faults.said(error)
            self._changed_at = time.monotonic() + AGAIN
            return False
        self.why = "" if is_kept else UNKEPT
        return is_kept
