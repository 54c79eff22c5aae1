"""What the system tells of changes in a folder, so that nobody has to look for them."""

from __future__ import annotations

import os
import threading
import warnings
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Final

from loaders import faults

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import BaseObserver

    Identity = tuple[int, int]

TELLING: Final = frozenset(
    {"btrfs", "ext2", "ext3", "ext4", "f2fs", "overlay", "tmpfs", "xfs", "zfs"}
)
"""File systems that nobody but this machine writes to, so that it knows of each change.
What other machines change in a shared folder, it hears nothing of."""

MOUNTS: Final = Path("/proc/self/mountinfo")


class Bell:
    """Rings when something in a folder may have changed.

    Where the system does not tell of every change, `listen` says so, and the files have
    to be looked at.

    Args:
        folder: A folder, which may be a link that leads elsewhere later.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rung = threading.Event()
        self._watched: Identity | None = None
        self._observer: BaseObserver | None = None
        self._silence: weakref.finalize[[], Bell] | None = None

    def listen(self) -> bool:
        """Listen from now on; whether every further change will ring.

        What rang before is forgotten, so this comes before the files are looked at.
        """
        self._rung.clear()
        now = self._identity()
        if now is None or now != self._watched or not self._is_alive():
            self._watched = now if self._is_watching() else None
        return self._watched is not None

    def has_rung(self) -> bool:
        """Whether anything may have changed since `listen` was called last."""
        return (
            self._rung.is_set()
            or self._identity() != self._watched
            or not self._is_alive()
        )

    def _is_alive(self) -> bool:
        """Whether whoever listens, if anybody does, still does."""
        return self._observer is None or self._observer.is_alive()

    def _is_watching(self) -> bool:
        """Whether the folder that is there now can be watched; else it is looked at."""
        try:
            return self._watch()
        except Exception as error:  # noqa: BLE001 - looking does as well, if later
            faults.LOG.write("The system cannot be asked for changes", error)
            return False

    def _identity(self) -> Identity | None:
        """What tells one folder from another that takes its place."""
        try:
            facts = self._folder.stat()
        except OSError:
            return None
        return facts.st_dev, facts.st_ino

    def _watch(self) -> bool:
        """Watch the folder that is there now; whether that is possible."""
        if self._silence is not None:
            self._silence()
        self._observer = None
        real = os.path.realpath(self._folder)
        if not is_telling(Path(real)):
            return False
        # Not before the first page is shown.
        from watchdog import events, observers  # noqa: PLC0415

        # It says so of a folder that it met twice, as it was made while others were read.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
        rung = self._rung

        class Ringer(events.FileSystemEventHandler):
            def on_any_event(self, event: FileSystemEvent) -> None:
                told = [os.fsdecode(one) for one in (event.src_path, event.dest_path)]
                if any(one and not _is_hidden(one, real) for one in told):
                    rung.set()

        observer = observers.Observer()
        self._silence = weakref.finalize(self, observer.stop)
        self._silence.atexit = False  # its threads end with the process
        # Nothing of files that are opened and closed: the loader does that itself.
        kinds: list[type[FileSystemEvent]] = [
            *(events.FileCreatedEvent, events.FileModifiedEvent),
            *(events.FileMovedEvent, events.FileDeletedEvent),
            *(events.DirCreatedEvent, events.DirMovedEvent, events.DirDeletedEvent),
        ]
        try:
            observer.schedule(Ringer(), real, recursive=True, event_filter=kinds)
            observer.start()
        except OSError:  # it is gone, or has more folders than may be watched
            self._silence()
            return False
        self._observer = observer
        return True


def is_telling(folder: Path) -> bool:
    """Whether the system tells of every change in a folder and in what is mounted there.

    Args:
        folder: The folder, every link in its path resolved.
    """
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False  # this is no Linux
    kinds: dict[Path, str] = {}
    for line in lines:
        mount, _, source = line.partition(" - ")
        place = Path(mount.split()[4].replace(r"\040", " "))
        kinds[place] = source.split()[0]  # what was mounted last hides the others
    around = [place for place in kinds if folder.is_relative_to(place)]
    if not around:
        return False
    holding = max(around, key=lambda place: len(place.parts))
    within = [place for place in kinds if place.is_relative_to(folder)]
    return all(kinds[place] in TELLING for place in (holding, *within))


def _is_hidden(path: str, folder: str) -> bool:
    """Whether a path in a folder, or a folder that it lies in, begins with a dot."""
    return f"{os.sep}." in path.removeprefix(folder)
