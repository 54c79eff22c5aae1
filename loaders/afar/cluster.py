"""The files of a corpus read by the workers of a Dask cluster.

Scheduler and workers are started in a copy of this program; each worker shows that it
runs the same code, and that it sees the same files, before what it read is believed.
"""

from __future__ import annotations

import os
import time
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from loaders.afar import remote
from loaders.errors import UnreachableError
from loaders.gathering import portion
from loaders.gathering.tables import SCHEMAS, Tables, joined, tables_of
from loaders.keeping import snapshot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.gathering.crew import Progress
    from loaders.gathering.files import File

    Asked = tuple[str, str, int, int]
    """Path, place, size and time of a file."""

CHUNK: Final = 512
"""Files that a worker is told to read at once: some tenths of a second of work."""
AHEAD: Final = 3
"""Chunks that wait or run for each thread of the cluster, so that none is idle."""
PATIENCE: Final = 30.0
"""Seconds to wait for a scheduler, and for a worker where there is none."""

OTHER_CODE: Final = (
    "runs other code than this machine, or other versions of its parsers"
)
OTHER_FILES: Final = "does not see the files that this machine sees"


def read(
    files: Sequence[File], scheduler: str, *, progress: Progress | None = None
) -> Tables:
    """What is kept of all files, in their order.

    Args:
        files: What to read. Workers see them at the same place as this machine does.
        scheduler: Its address, such as `tcp://10.0.0.1:8786`.
        progress: Told in this thread how many of how many are read, now and then.

    What workers that died leave undone, this process does.

    Raises:
        UnreachableError: Dask is not installed, there is no scheduler or no worker, or
            the workers are of another version or see other files.
    """
    try:
        distributed = import_module("distributed")
    except ImportError:
        message = "is reached through Dask, which is not installed: make cluster"
        raise UnreachableError(f"{scheduler}: {message}") from None
    try:
        client = distributed.Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        found = remote.said(error)
        message = f"{scheduler}: expected a Dask scheduler, found none: {found}"
        raise UnreachableError(message) from error
    with client, client.as_current():
        return _Reading(distributed, client, scheduler, files).tables(progress)


class _Reading:
    """Chunks of files on their way through a cluster."""

    def __init__(
        self,
        distributed: Any,  # noqa: ANN401 - a module
        client: Any,  # noqa: ANN401 - Dask has no types
        scheduler: str,
        files: Sequence[File],
    ) -> None:
        self._distributed, self._client = distributed, client
        self._scheduler, self._files_count = scheduler, len(files)
        self._chunks = [
            [(f.path, f.place, f.size, f.mtime_ns) for f in files[i : i + CHUNK]]
            for i in range(0, len(files), CHUNK)
        ]
        self._running: dict[Any, int] = {}
        self._found: dict[int, Tables] = {}
        self._seen_worker_at = time.monotonic()

    def tables(self, progress: Progress | None) -> Tables:
        """What came of all chunks, in their order."""
        waiting = list(reversed(range(len(self._chunks))))
        read_count = 0
        while len(self._found) < len(self._chunks):
            if progress is not None:
                progress(read_count, self._files_count)
            wanted = AHEAD * max(1, self._threads())
            while waiting and len(self._running) < wanted:
                self._begin(waiting.pop())
            for future in self._done():
                number = self._running.pop(future)
                self._found[number] = self._result(future, self._chunks[number])
                read_count += len(self._chunks[number])
                future.release()
        if progress is not None:
            progress(read_count, self._files_count)
        return joined([tables for _, tables in sorted(self._found.items())])

    def _begin(self, number: int) -> None:
        chunk = self._chunks[number]
        future = self._client.submit(answer, portion.code(), chunk, pure=False)
        self._running[future] = number

    def _threads(self) -> int:
        """The threads of all workers; given up where there are none for long."""
        count = sum(self._client.nthreads().values())
        now = time.monotonic()
        if count:
            self._seen_worker_at = now
        elif now - self._seen_worker_at > PATIENCE:
            raise UnreachableError(f"{self._scheduler}: expected workers, found none")
        return count

    def _done(self) -> set[Any]:
        """The chunks that are done by now, after a moment at most."""
        try:
            waited = self._distributed.wait(
                list(self._running), timeout=1, return_when="FIRST_COMPLETED"
            )
        except TimeoutError:
            return set()
        except self._distributed.CancelledError:
            raise UnreachableError(f"{self._scheduler}: the scheduler ended") from None
        return set(waited.done)

    def _result(self, future: Any, chunk: list[Asked]) -> Tables:  # noqa: ANN401 - see above
        error = future.exception()
        if isinstance(error, self._distributed.KilledWorker):
            return _here(chunk)
        if isinstance(error, UnreachableError):
            raise UnreachableError(str(error)) from None
        if error is not None:
            found = f"{type(error).__name__}: {remote.said(error)}"
            raise UnreachableError(f"{self._scheduler}: a worker failed: {found}")
        result = future.result()
        if result == OTHER_FILES and not _is_as_listed(chunk):
            return _here(chunk)  # they changed for everybody
        if isinstance(result, str):
            raise UnreachableError(f"{self._scheduler}: a worker {result}")
        return Tables(
            *(
                snapshot.of_parquet(result[name], schema)
                for name, schema in SCHEMAS.items()
            )
        )


def answer(code: str, files: Sequence[Asked]) -> dict[str, bytes] | str:
    """What a worker reads: each table as a Parquet file, or why it would be no answer.

    Args:
        code: `portion.code()` of the machine that asks.
        files: Of one corpus.
    """
    if code != portion.code():
        return OTHER_CODE
    if not _is_as_listed(files):
        return OTHER_FILES
    tables = _here(files)
    return {name: snapshot.parquet(table) for name, table in tables._asdict().items()}


def _here(files: Sequence[Asked]) -> Tables:
    return tables_of(
        portion.rows([(path, place, size) for path, place, size, _ in files])
    )


def _is_as_listed(files: Sequence[Asked]) -> bool:
    """Whether files in folders show here what they showed to who listed them."""
    for _, place, size, mtime_ns in files:
        if portion.is_afar(place):
            return True
        try:
            facts = os.stat(place)  # noqa: PTH116 - of very many files
        except OSError:
            return False
        if (facts.st_size, facts.st_mtime_ns) != (size, mtime_ns):
            return False
    return True
