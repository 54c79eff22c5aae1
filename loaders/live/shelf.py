"""The place of one corpus in the store."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final

from loaders import collection, loading
from loaders.afar import remote
from loaders.errors import ContentError, UnreachableError, UnreadError
from loaders.gathering import files
from loaders.keeping import index
from loaders.live import early
from loaders.live.doubt import Doubt
from loaders.live.pace import Pace

if TYPE_CHECKING:
    from concurrent.futures import Future

    from loaders.corpus import Corpus
    from loaders.gathering.crew import Progress
    from loaders.keeping.cache import Root
    from loaders.keeping.index import Made
    from loaders.loading import Scan

TELLING: Final = 0.1
"""Seconds after which a waiting reader is told the progress again."""

QUIET: Final = 5.0
"""Seconds without a change after which the index is written: not once a keystroke."""

_loaders: Final = ThreadPoolExecutor(2, thread_name_prefix="loader")


class Shelf:
    """One folder's corpus; its first load, and the ones that keep it up to date."""

    def __init__(self, path: str, *, use_index: bool = True) -> None:
        self.path = path
        self._use_index = use_index
        self.asked_at = time.monotonic()
        self.told: tuple[int, int] | None = None
        """How many of how many files are read, while they are."""
        self._made: Made | None = None
        self._early: Corpus | None = None
        self._made_at = time.monotonic()
        self._root: Root = Path(path)
        self._is_afar = remote.is_address(path)
        self._pace = Pace(path)
        self._loading: Future[Corpus] | None = None
        self._starting = threading.Lock()  # held for a moment
        self._looking = threading.Lock()  # held while files are looked at and read
        self._has_begun = False
        self._refused: str | None = None
        self._doubt = Doubt()

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
        made = self._made
        if made is not None:
            return made.corpus
        with self._starting:
            if self._loading is None or self._loading.done():
                self._loading = _loaders.submit(self._look)
            pending = self._loading
        while (progress or is_early_enough) and not pending.done():
            if is_early_enough and (found := self._early) is not None:
                return found
            if progress and self.told is not None:
                progress(*self.told)
            time.sleep(TELLING)
        try:
            return pending.result()
        except ContentError as error:
            # One error raised for many readers would gather the traces of all of them.
            raise ContentError(str(error)) from None

    def refresh(self) -> bool:
        """Look at the files, and where they changed, make another corpus of them.

        Returns:
            Whether there is another corpus than before, or none any more. False before
            anybody asked for the first: there is nothing to keep up to date.
        """
        before = self._made
        if before is None:
            return False
        try:
            return self._look().version != before.corpus.version
        except ContentError:
            return True

    def is_due(self) -> bool:
        """Whether it is time to look at the files again."""
        return self._pace.is_due(is_doubted=self._doubt.is_due(time.time_ns()))

    def keep(self) -> None:
        """Once no more changes follow, write the index and give back what is left over."""
        if time.monotonic() - self._made_at < QUIET:
            return
        with self._looking:
            if (made := self._made) is None:
                return
            self._made_at = float("inf")
            is_kept = self._use_index and index.write(self._root, made)
            # The tables stay in memory only where the index cannot hold them, and while
            # files are to be read again.
            if is_kept and self._doubt.is_over():
                self._made = made = made._replace(known=None)
            collection.give_back()

    def _look(self) -> Corpus:
        """The corpus of the files as they are at this moment."""
        with self._looking:
            if (remembered := self._remembered()) is not None:
                return remembered
            before, seen = self._made, None
            try:
                seen = self._scan()
                is_again = self._doubt.is_known(seen)
                if is_again and not self._doubt.is_due(seen.looked_at_ns):
                    return self._known()
                if before is None and not self._is_afar:
                    self._early = early.corpus(seen)
                made = loading.load_scanned(
                    seen,
                    progress=self._tell,
                    use_index=self._use_index,
                    before=before,
                )
            except UnreachableError:
                # What was there is still true, as far as anybody knows.
                if before is None:
                    raise
                return before.corpus
            except ContentError as error:
                self._doubt.note(seen, is_read=not isinstance(error, UnreadError))
                self._made, self._refused = None, str(error)
                raise
            finally:
                self.told = self._early = None
            is_new = self._doubt.note(
                seen, is_read=made.is_read, is_sure=bool(made.stamp)
            )
            self._made, self._refused, self._root = made, None, seen.root
            if is_new:
                self._made_at = time.monotonic()
            if is_again:
                self._pace.rest()  # trying again and again takes its share only
            if before is None or made.corpus is not before.corpus:
                collection.settle()
            return made.corpus

    def _scan(self) -> Scan:
        """What is there at this moment."""
        self._pace.begin()
        try:
            return loading.scan(self.path)
        finally:
            self._pace.rest()

    def _remembered(self) -> Corpus | None:
        """At the start, the corpus as the index has it, until files are looked at.

        Looking at a hundred thousand files takes a second; what changed since the index
        was written shows that much later.
        """
        if self._has_begun or not self._use_index or self._is_afar:
            return None
        self._has_begun = True
        self._root = files.folder(self.path)
        self._made = index.last(self._root)
        if self._made is None:
            return None
        collection.settle()
        return self._made.corpus

    def _known(self) -> Corpus:
        """What came of these very files before."""
        if self._made is None:
            raise ContentError(self._refused)
        return self._made.corpus

    def _tell(self, done: int, total: int) -> None:
        self.told = (done, total)
