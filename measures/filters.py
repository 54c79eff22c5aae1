"""What a reader has asked for: one immutable value that filters, explains and links."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from loaders import frames
from measures.clauses import CLAUSES, SETTINGS, Clause
from measures.memory import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from loaders.corpus import Corpus

IDENTITIES = ("family", "name", "domain")
GRAINS = ("day", "week", "month")


@dataclass(frozen=True)
class Filters:
    """The stories that are asked for, and how providers, bins and coverage are read.

    Every field is empty by default and then asks for everything. Tuples mean "any of
    these". All of it can be hashed, so results can be kept under it.
    """

    first: date | None = None
    """The first UTC day, `from` in a link."""
    last: date | None = None
    """The last UTC day, `to` in a link."""
    provider: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    reason: tuple[str, ...] = ()
    """Why a story is unpublished, of `frames.reason_names`."""
    carrier: tuple[str, ...] = ()
    quality: tuple[int, int] | None = None
    """Least and greatest quality score, both included."""
    words: str = ""
    """The search, `q` in a link; see `measures.words`."""
    not_provider: tuple[str, ...] = ()
    not_topic: tuple[str, ...] = ()
    weekday: tuple[str, ...] = ()
    hour: tuple[int, ...] = ()
    """Hours of the day in UTC, 0 to 23."""
    lacks: tuple[str, ...] = ()
    """What the stories are to lack, any of `measures.completeness.FIELDS`."""
    by: str = "family"
    """Identity of a provider, of `IDENTITIES`."""
    grain: str = ""
    """Bin of time, of `GRAINS`; empty: chosen by the range."""
    window: int = frames.DEFAULT_WINDOW_HOURS
    """Hours around a story in which related coverage counts."""

    def clauses(self) -> Iterator[Clause]:
        """The clauses that act, in the order in which they are said."""
        for clause in CLAUSES:
            if any(getattr(self, name) not in ((), None, "") for name in clause.fields):
                yield clause

    def settings(self) -> dict[str, str]:
        """How things are read otherwise than usual: words by field, in a fixed order."""
        return {
            name: says(self)
            for name, says in SETTINGS.items()
            if getattr(self, name) != DEFAULTS[name]
        }

    def mask(self, corpus: Corpus) -> np.ndarray:
        """True for each story that is asked for, by position. Not to be changed."""
        return _mask(corpus, self._narrowing())

    def positions(self, corpus: Corpus) -> np.ndarray:
        """The positions of the stories that are asked for, ascending."""
        return np.flatnonzero(self.mask(corpus))

    def describe(self) -> str:
        """These filters in English: `by IGN, about Druid, since 1 Jan 2021`.

        Nothing asked for gives an empty text. It holds corpus text: escape it.
        """
        return ", ".join(clause.says(self) for clause in self.clauses())

    def without(self, *names: str) -> Filters:
        """The same filters with these fields at their defaults."""
        return replace(self, **{name: DEFAULTS[name] for name in names})

    def with_(self, **values: Any) -> Filters:  # noqa: ANN401 - the fields' own types
        """The same filters with other values in these fields."""
        return replace(self, **values)

    def _narrowing(self) -> Filters:
        """Only what changes which stories are kept, so equal masks are shared."""
        kept = self.without("grain", "window")
        return kept if self.provider or self.not_provider else kept.without("by")


DEFAULTS: dict[str, Any] = {field.name: field.default for field in fields(Filters)}
EVERYTHING = Filters()


@remembered
def _mask(corpus: Corpus, chosen: Filters) -> np.ndarray:
    held = np.ones(len(corpus), dtype=bool)
    for clause in chosen.clauses():
        held &= clause.mask(corpus, chosen)
    held.flags.writeable = False
    return held
