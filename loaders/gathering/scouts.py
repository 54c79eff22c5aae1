"""Files fetched from the disk before they are read, where that is what takes the time.

Who reads one file after another waits for the disk at each; several that are asked for at
once come sooner. Where the system has them in its memory already, nobody goes ahead: that
would only cost time.
"""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

try:
    import resource
except ImportError:  # not on Windows
    _thread = None
else:
    _thread = getattr(resource, "RUSAGE_THREAD", None)  # on Linux alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.gathering.files import File

THREADS: Final = 3
LEAD: Final = 64
"""Chunks that they are ahead of the readers, at most: a tenth of a second."""
NEAR: Final = 4
"""Chunks that others read before a scout could."""
PAUSE_S: Final = 0.01
ENOUGH: Final = 32
"""Chunks one after another, all in memory already, after which a scout goes home."""


class Scouts:
    """Threads that go ahead, from when a reader has waited for the disk.

    Args:
        chunks: The files, in the order in which they are read.
    """

    def __init__(self, chunks: Sequence[Sequence[File]]) -> None:
        self._chunks = chunks
        self._lock = threading.Lock()
        self._reached = 0
        self._next = 0
        self._fetched = fetched()
        self._threads: list[threading.Thread] = []

    def follow(self, number: int) -> None:
        """Tell them that a chunk has been read, in the thread that has read it."""
        self._reached = max(self._reached, number)
        before, self._fetched = self._fetched, fetched()
        self._threads = [one for one in self._threads if one.is_alive()]
        if self._fetched > before and not self._threads:
            self._threads = [
                threading.Thread(target=self._go, daemon=True) for _ in range(THREADS)
            ]
            for thread in self._threads:
                thread.start()

    def recall(self) -> None:
        """Let them go no further."""
        self._next = len(self._chunks)

    def _go(self) -> None:
        idle = 0
        while idle < ENOUGH and (number := self._take()) < len(self._chunks):
            while self._reached + LEAD < number:
                if self._next >= len(self._chunks):
                    return
                time.sleep(PAUSE_S)
            before = fetched()
            for file in self._chunks[number]:
                fetch(file.place)
            idle = 0 if fetched() > before else idle + 1

    def _take(self) -> int:
        with self._lock:
            number = max(self._next, self._reached + NEAR)
            self._next = number + 1
            return number


def fetch(place: str) -> None:
    """Have the system read a file into its memory, without waiting for all of it."""
    with suppress(OSError):
        opened = os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            os.posix_fadvise(opened, 0, 0, os.POSIX_FADV_WILLNEED)
        finally:
            os.close(opened)


def fetched() -> int:
    """Blocks that this thread has had from disks so far; 0 where nobody counts them."""
    return 0 if _thread is None else resource.getrusage(_thread).ru_inblock
