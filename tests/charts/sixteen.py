"""Sixteen published stories to count by hand: who is first, who follows.

======  ===============  ============================  ===============
day     story of         in its list                   who was first
======  ===============  ============================  ===============
0 - 9   One at 10:00     Two at 12:00                  One
10 - 13 Two at 10:00     One at 8:00                   One, by 2 hours
14      Two at 10:00     Three at 9:00, One at 9:02    both, by 1 hour
60      Four at 10:00    nothing                       nobody else
======  ===============  ============================  ===============

Their names are a to p. Fifteen coverages have two providers; p is younger than any
window, since nothing comes after it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tests.corpora import Story, corpus_of, entry, story
from tests.measures.clock import at

if TYPE_CHECKING:
    from loaders.corpus import Corpus

MINUTE = 1 / 60


def run(name: str, day: int, provider: str, **others: float) -> Story:
    """A story at 10:00 of a day, with these others at their hours in its list."""
    related = [
        entry(f"{name}{who}", provider=who, published_at=at(hours, days=day))
        for who, hours in others.items()
    ]
    return story(
        name, provider=provider, published_at=at(10, days=day), related=related
    )


@cache
def sixteen() -> Corpus:
    """The corpus of the sixteen stories."""
    return corpus_of(
        *(run("abcdefghij"[day], day, "One", Two=12) for day in range(10)),
        *(run("klmn"[day], 10 + day, "Two", One=8) for day in range(4)),
        run("o", 14, "Two", Three=9, One=9 + 2 * MINUTE),
        run("p", 60, "Four"),
    )


@cache
def unrelated() -> Corpus:
    """A corpus whose stories list nothing."""
    return corpus_of(*(run(name, 0, "One") for name in "abc"))
