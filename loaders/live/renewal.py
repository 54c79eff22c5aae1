"""Looking at the files of one corpus, and making another one where they changed."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from loaders import collection, faults, loading, wording
from loaders.afar import remote
from loaders.errors import ContentError, FaultError, UnreachableError, UnreadError
from loaders.gathering import files
from loaders.live import early
from loaders.live.doubt import Doubt
from loaders.live.keeper import Keeper
from loaders.live.pace import Pace
from loaders.live.standing import Record

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from loaders.keeping.cache import Root
    from loaders.keeping.index import Made
    from loaders.loading import Scan


class Renewal:
    """One corpus as the last look at its files left it.

    Args:
        path: As for `loaders.load`.
        use_index: Likewise.
    """

    def __init__(self, path: str, *, use_index: bool = True) -> None:
        self.path = path
        self.made: Made | None = None
        """What there is to show; None before the first look, and where there is nothing."""
        self.early: Corpus | None = None
        """A corpus of a few files, while all are read for the first time."""
        self.told: tuple[int, int] | None = None
        """How many of how many files are read, while they are."""
        self.refused: ContentError | None = None
        """Why the files make no corpus."""
        self.pace = Pace(path)
        self.record = Record()
        self.keeper = Keeper(is_wanted=use_index)
        self._doubt = Doubt()
        self._root: Root = Path(path)
        self._is_afar = remote.is_address(path)
        self._has_begun = False
        self._looking = threading.Lock()  # held while files are looked at and read

    def is_due(self) -> bool:
        """Whether it is time to look at the files again."""
        return self.pace.is_due(is_doubted=self._doubt.is_due(time.time_ns()))

    def keep(self) -> None:
        """Once no more changes follow, write the index and give back what is left over."""
        if not self.keeper.is_due():
            return
        with self._looking:
            if (made := self.made) is None:
                return
            is_kept = self.keeper.keep(self._root, made)
            # The tables stay in memory only where the index cannot hold them, and while
            # files are to be read again.
            if is_kept and self._doubt.is_over():
                self.made = made = made._replace(known=None)
            collection.give_back()

    def look(self) -> Corpus:
        """The corpus of the files as they are at this moment.

        Where that cannot be found out, the one that was there stays: it is still true, as
        far as anybody knows.

        Raises:
            ContentError: There is none.
        """
        with self._looking:
            self.record.begin()
            try:
                return self._found()
            except UnreachableError as error:
                self.fail(error)
                if self.made is None:
                    raise
                return self.made.corpus
            except ContentError as error:
                self.made, self.refused = None, error
                self._succeed(time.time_ns())
                raise
            except Exception as error:
                self.fail(error)
                if self.made is None:
                    name = wording.shown(self._root.name)
                    message = f"{name}: cannot be read: {faults.said(error)}"
                    raise FaultError(message) from error
                return self.made.corpus
            finally:
                self.told = self.early = None
                self.record.end()

    def fail(self, error: Exception) -> None:
        """It cannot be found out what there is; that is told, and tried again."""
        self.pace.fail()
        self.record.fail(f"{self._root.name} cannot be renewed", error)

    def _succeed(self, looked_at_ns: int) -> None:
        """What is known is what there was at this moment."""
        self.pace.succeed()
        self.record.succeed(looked_at_ns)

    def _found(self) -> Corpus:
        """The corpus that the files make now, or at the start that of the index.

        Raises:
            ContentError: There is none.
            Exception: Whatever else reading raises.
        """
        if (remembered := self._remembered()) is not None:
            return remembered
        before, seen = self.made, None
        try:
            seen = self._scan()
            is_again = self._doubt.is_known(seen)
            if is_again and not self._doubt.is_due(seen.looked_at_ns):
                corpus = self._known()
                self._succeed(seen.looked_at_ns)
                return corpus
            if before is None and not self._is_afar:
                self.early = early.corpus(seen)
            made = loading.load_scanned(
                seen,
                progress=self._tell,
                use_index=self.keeper.is_wanted,
                before=before,
            )
        except UnreachableError:
            raise  # which says nothing of the files
        except ContentError as error:
            self._doubt.note(seen, is_read=not isinstance(error, UnreadError))
            raise
        is_new = self._doubt.note(seen, is_read=made.is_read, is_sure=bool(made.stamp))
        self.made, self.refused, self._root = made, None, seen.root
        self._succeed(seen.looked_at_ns)
        if is_new:
            self.keeper.change()
        if is_again:
            self.pace.rest()  # trying again and again takes its share only
        if before is None or made.corpus is not before.corpus:
            collection.settle()
        return made.corpus

    def _scan(self) -> Scan:
        """What is there at this moment."""
        self.pace.begin()
        try:
            return loading.scan(self.path)
        finally:
            self.pace.rest()

    def _remembered(self) -> Corpus | None:
        """At the start, the corpus as the index has it, until files are looked at.

        Looking at a hundred thousand files takes a second; what changed since the index
        was written shows that much later.
        """
        if self._has_begun or not self.keeper.is_wanted or self._is_afar:
            return None
        self._has_begun = True
        self._root = files.folder(self.path)
        self.made = self.keeper.last(self._root)
        if self.made is None:
            return None
        self.record.succeed(self.made.looked_at_ns)
        collection.settle()
        return self.made.corpus

    def _known(self) -> Corpus:
        """What came of these very files before."""
        if self.made is None:
            refused = self.refused
            raise ContentError(str(refused), refused.corpus if refused else None)
        return self.made.corpus

    def _tell(self, done: int, total: int) -> None:
        self.told = (done, total)
