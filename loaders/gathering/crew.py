"""Many files read by all cores: this process, and others that only read.

The others are programs of their own, started by their module. Forking a process that
has threads, as a server has, can leave locks closed for ever; and `multiprocessing` would
run the server's main module again in each of them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from loaders.gathering import portion
from loaders.gathering.rows import Rows, joined
from loaders.gathering.scouts import Scouts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from loaders.gathering.files import File

    Progress = Callable[[int, int], None]
    """Told how many of how many files are read."""

CHUNK: Final = 16
"""Files that a process is told to read at once: some five milliseconds of work."""
AHEAD: Final = 3
"""Chunks that another process is told of before the first is answered: else it would
wait for this one, which reads as well, each time that it has done one."""
CHUNK_AFAR: Final = 256
"""The same where they are fetched over a network, all of them at once."""
FEW: Final = 300
"""Files up to which one process is done before another has started."""


def read(
    files: Sequence[File],
    *,
    progress: Progress | None = None,
    processes: int | None = None,
) -> Rows:
    """The rows of all files, in their order.

    Args:
        files: What to read.
        progress: Told in this thread how many of how many are read, now and then.
        processes: How many may work, this one included; as many as there are cores
            unless given. What another process leaves undone, this one does.
    """
    work = _Work(files)
    scouts = Scouts([] if work.is_afar else work.chunks)
    if processes is None:
        processes = 1 if len(files) <= FEW else _cores()
    crew = [
        threading.Thread(target=_serve, args=(work,), daemon=True)
        for _ in range(processes - 1)
    ]
    if progress is not None:
        progress(0, len(files))
    try:
        for thread in crew:
            thread.start()
        while not work.is_done():
            number = work.take()
            if number is None:
                work.wait()
            else:
                work.give(number, portion.rows(_named(work.chunks[number])))
                scouts.follow(number)
            if progress is not None:
                progress(work.read_count, len(files))
    finally:
        work.stop()
        scouts.recall()
    return work.rows()


class _Work:
    """The chunks of files: which wait, and what came of the others."""

    def __init__(self, files: Sequence[File]) -> None:
        self.is_afar = bool(files) and portion.is_afar(files[0].place)
        size = CHUNK_AFAR if self.is_afar else CHUNK
        self.chunks = [files[i : i + size] for i in range(0, len(files), size)]
        self.read_count = 0
        self._waiting = list(reversed(range(len(self.chunks))))
        self._found: dict[int, Rows] = {}
        self._changed = threading.Condition()

    def take(self) -> int | None:
        """A chunk that nobody has taken; None where there is none at the moment."""
        with self._changed:
            return self._waiting.pop() if self._waiting else None

    def give(self, number: int, rows: Rows | None) -> None:
        """What came of a chunk; None puts it back for somebody else."""
        with self._changed:
            if rows is None:
                self._waiting.append(number)
            else:
                self._found[number] = rows
                self.read_count += len(self.chunks[number])
            self._changed.notify()

    def wait(self) -> None:
        """Wait for somebody to give something, but not for ever."""
        with self._changed:
            if not self._waiting and not self.is_done():
                self._changed.wait(0.1)

    def is_done(self) -> bool:
        """Whether there are rows of every chunk."""
        return len(self._found) == len(self.chunks)

    def stop(self) -> None:
        """Let nobody take any more."""
        with self._changed:
            self._waiting.clear()

    def rows(self) -> Rows:
        """The rows of all chunks, in the order of the files."""
        return joined(part for _, part in sorted(self._found.items()))


def _serve(work: _Work) -> None:
    """Let another process read chunks, as long as there are any and it lives."""
    path = os.pathsep.join(
        [str(Path(__file__).parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])]
    )
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "loaders.gathering.worker"],
            env={**os.environ, "PYTHONPATH": path, "PYTHONSAFEPATH": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
    except OSError:
        return
    asked: deque[int] = deque()
    try:
        with process:
            while True:
                while len(asked) < AHEAD and (number := work.take()) is not None:
                    asked.append(number)
                    _ask(process, work.chunks[number])
                if not asked:
                    return
                rows = _answer(process)
                if rows is None:
                    process.kill()
                    return
                work.give(asked.popleft(), rows)
    finally:  # else who waits for them would wait for ever
        for number in asked:
            work.give(number, None)


def _ask(process: subprocess.Popen[bytes], files: Sequence[File]) -> None:
    """Tell another process to read these; if it has died, it will not answer."""
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.write(json.dumps(_named(files)).encode() + b"\n")
            process.stdin.flush()


def _answer(process: subprocess.Popen[bytes]) -> Rows | None:
    """The rows of the chunk that it was told of first; None where it has died."""
    try:
        return Rows(**json.loads(process.stdout.readline())) if process.stdout else None
    except (OSError, ValueError, TypeError):
        return None  # it ended, or said something else


def _named(files: Sequence[File]) -> list[tuple[str, str, int]]:
    """Of each file what is needed to read it."""
    return [(file.path, file.place, file.size) for file in files]


def _cores() -> int:
    return (
        len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else (os.cpu_count() or 1)
    )
