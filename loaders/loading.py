"""From a path to a corpus."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from loaders import collection, faults, wording
from loaders.afar import remote
from loaders.assembly import bisecting, refusing, remarks
from loaders.corpus import Corpus
from loaders.errors import ContentError, FaultError, UnreachableError, UnreadError
from loaders.gathering import files, sidecar, stamps, updating
from loaders.keeping import index
from loaders.keeping.index import Known, Made
from loaders.parsing.reading import Kind

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from loaders.gathering.crew import Progress
    from loaders.gathering.files import File, Found
    from loaders.keeping.cache import Root


class Scan(NamedTuple):
    """What a folder or address held at one moment."""

    root: Root
    found: Found
    beside: list[File]
    """What `_data` holds."""
    looked_at_ns: int
    """When the looking began, in nanoseconds since 1970."""


def load(
    path: str | os.PathLike[str],
    *,
    progress: Progress | None = None,
    use_index: bool = True,
) -> Corpus:
    """The corpus of a folder or repository of stories.

    Args:
        path: A folder, or an address as `remote` has it. Where it holds `_news` or
            `_archive/_news`, the stories lie there; else it is searched whole, `_data`
            and hidden folders aside.
        progress: Told how many of how many files are read, now and then.
        use_index: Take what did not change from the index, and keep what was read.

    Raises:
        ContentError: There is no such folder, or no story in it.
        UnreachableError: It is an address, and cannot be reached.
        FaultError: It is not for the files that none can be made of them.
    """
    if use_index:
        return indexed(path, progress=progress)[0]
    with _told(path):
        return load_scanned(scan(path), progress=progress, use_index=False).corpus


def indexed(
    path: str | os.PathLike[str],
    *,
    progress: Progress | None = None,
    scheduler: str | None = None,
) -> tuple[Corpus, bool]:
    """The corpus, and whether the index holds it now.

    Args:
        path: As for `load`.
        progress: Likewise.
        scheduler: The address of a Dask scheduler whose workers read the files.

    Raises:
        As `load`.
    """
    with _told(path):
        seen = scan(path)
        made = load_scanned(seen, progress=progress, scheduler=scheduler)
    try:
        return made.corpus, index.write(seen.root, made)
    except UnreachableError:
        raise
    except Exception as error:  # noqa: BLE001 - the corpus is there all the same
        faults.LOG.write("The index cannot be written", error)
        return made.corpus, False


def last(path: str | os.PathLike[str]) -> Made | None:
    """The corpus as the index has it, whatever the files are now; None without one.

    Raises:
        ContentError: There is no such folder.
        UnreachableError: The index lies behind an address that cannot be opened at all.
    """
    is_afar = remote.is_address(path)
    return index.last(remote.address(str(path)) if is_afar else files.folder(path))


@contextmanager
def _told(path: str | os.PathLike[str]) -> Iterator[None]:
    """Have whatever is raised end in one line.

    Raises:
        FaultError: In place of what nobody foresaw.
    """
    try:
        yield
    except ContentError:
        raise
    except Exception as error:
        faults.LOG.write("The corpus cannot be read", error)
        place = remote.address(str(path)) if remote.is_address(path) else path
        message = f"{wording.shown(str(place))}: cannot be read: {faults.said(error)}"
        raise FaultError(message) from error


@collection.paused()
def scan(path: str | os.PathLike[str]) -> Scan:
    """What a folder or address holds, without reading any file.

    Raises:
        ContentError: There is no such folder.
        UnreachableError: The address cannot be reached.
    """
    now = time.time_ns()
    if remote.is_address(path):
        from loaders.afar import listing  # noqa: PLC0415 - folders do without it

        address = remote.address(str(path))
        return Scan(address, *listing.find(address), now)
    root = files.folder(path)
    found, beside = files.find(root), sidecar.find(root)
    found.astray.extend(beside.astray)
    return Scan(root, found, beside.files, now)


@collection.paused()
def load_scanned(
    seen: Scan,
    *,
    progress: Progress | None = None,
    use_index: bool = True,
    before: Made | None = None,
    scheduler: str | None = None,
) -> Made:
    """The corpus of a folder that was scanned a moment ago, and what it is made from.

    Args:
        seen: The scan.
        progress: As for `load`.
        use_index: Take what did not change from the index. It is written by
            `index.write`.
        before: What this gave for the folder earlier, which goes before the index.
        scheduler: As for `indexed`.

    Raises:
        ContentError: There is no story in it.
        UnreachableError: It is an address, and cannot be reached any more.
    """
    now = stamps.table(seen.found.files, seen.looked_at_ns)
    stamp = stamps.digest(now, seen.found.beyond, seen.beside, seen.looked_at_ns)
    if before is not None and stamp and stamp == before.stamp:
        return before
    known = before.known if before is not None else None
    if known is None and use_index:
        found = _indexed(seen.root, stamp)
        if isinstance(found, Corpus):
            return Made(found, stamp, looked_at_ns=seen.looked_at_ns)
        known = found
    tables = updating.tables(seen.found.files, now, known, progress, scheduler)
    beside = sidecar.read(seen.beside)
    if (
        before is not None
        and remarks.version(tables, beside, seen.found) == before.corpus.version
    ):
        corpus = before.corpus  # the very same: nobody has to count it anew
    else:
        corpus, tables = bisecting.corpus(seen.root.name, tables, beside, seen.found)
    unread = updating.unread(tables)
    is_read = not len(unread) and sidecar.is_read(beside)
    if not len(corpus):
        refusal = ContentError if is_read else UnreadError
        others = remarks.unknown_fields(tables, Kind.NO_STORY)
        raise refusal(refusing.said(seen.root, corpus, others), corpus)
    if not is_read:
        now, stamp = stamps.doubtful(now, unread), ""
    return Made(corpus, stamp, Known(now, tables), is_read, seen.looked_at_ns)


def _indexed(root: Root, stamp: str) -> Corpus | Known | None:
    """As `index.read`, which a fault of its own must not keep from reading the files.

    Raises:
        UnreachableError: The index lies behind an address that cannot be opened at all.
    """
    try:
        return index.read(root, stamp)
    except UnreachableError:
        raise
    except Exception as error:  # noqa: BLE001 - the files say the same
        faults.LOG.write("The index cannot be read", error)
        return None
