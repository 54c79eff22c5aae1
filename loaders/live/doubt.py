"""When files are read again although they show no change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.gathering.stamps import RECENT_NS

if TYPE_CHECKING:
    from loaders.loading import Scan


class Doubt:
    """Whether what was read of some files still holds, as long as they look the same."""

    def __init__(self) -> None:
        """Nothing was read yet."""
        self._stamp: int | None = None
        self._again_at_ns: int | None = None

    def is_over(self) -> bool:
        """Whether no file is to be read again before it shows a change."""
        return self._again_at_ns is None

    def is_known(self, seen: Scan) -> bool:
        """Whether these very files were read before."""
        return _stamp(seen) == self._stamp

    def is_due(self, looked_at_ns: int) -> bool:
        """Whether files that were read before are to be read again by who looks then."""
        return self._again_at_ns is not None and looked_at_ns >= self._again_at_ns

    def note(
        self, seen: Scan | None, *, is_read: bool = True, is_sure: bool = False
    ) -> bool:
        """Keep what was read, and whether that is more than was known.

        A file that cannot be read is tried at each look. One that changed just before is
        read once more, as soon as a further change would show.

        Args:
            seen: What there was; None where there was nothing.
            is_read: Whether all of it could be read.
            is_sure: Whether none of it changed just before.
        """
        stamp = None if seen is None else _stamp(seen)
        before = self._stamp, self._again_at_ns
        if not is_read:
            self._again_at_ns = 0
        elif is_sure or seen is None or stamp == self._stamp:
            self._again_at_ns = None
        else:
            self._again_at_ns = seen.looked_at_ns + RECENT_NS
        self._stamp = stamp
        return before != (self._stamp, self._again_at_ns)


def _stamp(seen: Scan) -> int:
    """A number that differs after a change; the scan itself would take more room."""
    return hash((tuple(seen.found.files), seen.found.beyond, tuple(seen.beside)))
