"""One corpus for all readers: loaded once, kept up to date, swapped in one step.

A reader asks `current` at the start of a page and keeps what it got to the end; a change
on disk makes a new corpus for the next one. Loading happens in threads of the store's
own, so that a reader who leaves does not end it for the others.
"""

from __future__ import annotations

import os
import threading
import time
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from loaders.afar import remote
from loaders.live.pace import INTERVAL
from loaders.live.shelf import Shelf
from loaders.live.standing import Standing

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from loaders.gathering.crew import Progress

MOST_CORPORA: Final = 4
"""Corpora kept at once; the one not asked for longest gives way to a further one."""
IDLE: Final = 120.0
"""Seconds after which a folder that nobody asks for is no longer looked at."""

_shelves: OrderedDict[str, Shelf] = OrderedDict()
_lock = threading.Lock()
_wake = threading.Event()
_watcher: list[threading.Thread] = []


def current(
    path: str | os.PathLike[str],
    *,
    progress: Progress | None = None,
    use_index: bool = True,
    is_early_enough: bool = False,
) -> Corpus:
    """The corpus of a folder as it is now, loaded if nobody has asked for it before.

    Args:
        path: As for `loaders.load`.
        progress: While it is being loaded, told in the caller's own thread how many of
            how many files are read, a few times a second.
        use_index: As for `loaders.load`. Who asks first for a folder decides.
        is_early_enough: Where all files take long to read, take a corpus of a few of
            them meanwhile: one that `is_early`.

    Raises:
        ContentError: There is no corpus. It is looked for anew at each call.
    """
    shelf = _shelf(path, use_index=use_index)
    _watch()  # who found nothing to look at would rest
    return shelf.current(progress, is_early_enough=is_early_enough)


def reading(path: str | os.PathLike[str]) -> tuple[int, int] | None:
    """How many of how many files of a folder are read; None while none are being read."""
    return _shelf(path).told


def standing(path: str | os.PathLike[str]) -> Standing:
    """How what is shown of a folder stands to its files; nothing is loaded for it."""
    with _lock:
        shelf = _shelves.get(_key(path))
    return Standing("loading") if shelf is None else shelf.standing()


def refresh(path: str | os.PathLike[str]) -> bool:
    """Look at a folder now, and whether its corpus is another one than before."""
    return _shelf(path).refresh()


def clear() -> None:
    """Forget every corpus, as if nothing had been asked for yet."""
    with _lock:
        _shelves.clear()


def _key(path: str | os.PathLike[str]) -> str:
    if remote.is_address(path):
        return str(path)
    return os.path.abspath(os.path.expanduser(path))  # noqa: PTH100, PTH111 - of no file yet


def _shelf(path: str | os.PathLike[str], *, use_index: bool = True) -> Shelf:
    key = _key(path)
    with _lock:
        shelf = _shelves.setdefault(key, Shelf(key, use_index=use_index))
        _shelves.move_to_end(key)
        while len(_shelves) > MOST_CORPORA:
            _shelves.popitem(last=False)
    shelf.asked_at = time.monotonic()
    return shelf


def _watch() -> None:
    """Start to look for changes, unless that goes on already."""
    with _lock:
        if not (_watcher and _watcher[-1].is_alive()):
            thread = threading.Thread(target=_look, name="corpus watcher", daemon=True)
            _watcher.append(thread)
            thread.start()
    _wake.set()


def _look() -> None:
    while True:
        _wake.clear()  # first: who asks from here on is seen, or wakes it
        now = time.monotonic()
        with _lock:
            asked = [s for s in _shelves.values() if now - s.asked_at < IDLE]
        if not asked:
            _wake.wait()
        for shelf in asked:
            shelf.tend()
        time.sleep(INTERVAL)
