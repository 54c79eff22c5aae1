"""The place of one corpus in the store: what its readers get, and what they are told."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from loaders import faults
from loaders.errors import ContentError
from loaders.live.renewal import Renewal
from loaders.live.standing import Standing

if TYPE_CHECKING:
    from concurrent.futures import Future

    from loaders.corpus import Corpus
    from loaders.gathering.crew import Progress

TELLING: Final = 0.1
"""Seconds after which a waiting reader is told the progress again."""

_loaders: Final = ThreadPoolExecutor(2, thread_name_prefix="loader")


class Shelf:
    """One folder's corpus; its first load, and the ones that keep it up to date."""

    def __init__(self, path: str, *, use_index: bool = True) -> None:
        self.path = path
        self.asked_at = time.monotonic()
        self._renewal = Renewal(path, use_index=use_index)
        self._loading: Future[Corpus] | None = None
        self._starting = threading.Lock()  # held for a moment

    @property
    def told(self) -> tuple[int, int] | None:
        """How many of how many files are read; None while none are being read."""
        return self._renewal.told

    def current(
        self, progress: Progress | None = None, *, is_early_enough: bool = False
    ) -> Corpus:
        """The corpus as it is now; it is loaded once, however many wait for it.

        Args:
            progress: As for `store.current`.
            is_early_enough: Likewise.

        Raises:
            ContentError: There is none.
        """
        made = self._renewal.made
        if made is not None:
            return made.corpus
        pending = self._begun()
        while (progress or is_early_enough) and not pending.done():
            if is_early_enough and (found := self._renewal.early) is not None:
                return found
            if progress and self.told is not None:
                progress(*self.told)
            time.sleep(TELLING)
        try:
            return pending.result()
        except ContentError as error:
            # One error raised for many readers would gather the traces of all of them.
            raise ContentError(str(error), error.corpus) from None

    def _begun(self) -> Future[Corpus]:
        """The load that goes on, or what came of the last one where it is too soon."""
        with self._starting:
            last = self._loading
            if last is None or (last.done() and self._renewal.pace.may_try()):
                self._loading = last = _loaders.submit(self._renewal.look)
            return last

    def refresh(self) -> bool:
        """Look at the files, and where they changed, make another corpus of them.

        Returns:
            Whether there is another corpus than before, or none any more. False before
            anybody asked for the first: there is nothing to keep up to date.
        """
        before = self._renewal.made
        if before is None:
            return False
        try:
            return self._renewal.look().version != before.corpus.version
        except ContentError:
            return True

    def is_due(self) -> bool:
        """Whether it is time to look at the files again."""
        return self._renewal.is_due()

    def keep(self) -> None:
        """Once no more changes follow, write the index and give back what is left over."""
        self._renewal.keep()

    def tend(self) -> None:
        """Look at the files if it is time to, and keep what is quiet; raises nothing."""
        try:
            if self.is_due():
                self.refresh()
            self.keep()
        except Exception as error:  # noqa: BLE001 - it is told, and tried again
            self._renewal.fail(error)

    def standing(self) -> Standing:
        """What is shown at this moment, and how it stands to the files."""
        renewal, record = self._renewal, self._renewal.record
        made, first = renewal.made, renewal.early
        trouble = record.known(is_told=renewal.told is not None)
        since, why = trouble or (None, "")
        if made is not None:
            return Standing(
                "stale" if trouble else "ok",
                stories=len(made.corpus),
                version=made.corpus.version,
                as_of=record.as_of,
                since=since,
                why=why,
                index=renewal.keeper.why,
            )
        if trouble is not None:
            return Standing("none", since=since, why=why)
        if renewal.refused is not None:
            return Standing("none", why=faults.unplaced(str(renewal.refused)))
        if first is not None:
            return Standing("loading", stories=len(first), version=first.version)
        return Standing("loading")
