"""Six stories to count by hand, with something missing in half of them.

=====  ==========  ==========  ================  =======  =====  ===========
story  provider    topics      published (UTC)   quality  type   state
=====  ==========  ==========  ================  =======  =====  ===========
a      One         AI, Chips   Mon 4 Jan, 09:00       10  art.   published
b      Two         Chips       Mon 4 Jan, 23:59       20  video  published
c      One on MSN  AI          Tue 5 Jan, 00:00       30  art.   folded
d      Three       none        Sun 10 Jan, 12:30       -  art.   unknown
e      Two         AI          no time                40  art.   published
f      none        Robots      Mon 1 Feb, 09:30       50  art.   other
=====  ==========  ==========  ================  =======  =====  ===========

All in 2021. The list of a holds b and a story of "Four" that is only seen, that of c
holds a.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from tests.corpora import Story, corpus_of, entry, story

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np

    from loaders.corpus import Corpus

SIX: Final[tuple[Story, ...]] = (
    story(
        "a",
        title="Chips are back",
        excerpt="The shortage is over",
        provider="One",
        topics=["AI", "Chips"],
        published_at="2021-01-04T09:00:00Z",
        quality=10,
        related=["b", entry("x", provider="Four", published_at="2021-01-05T09:00:00Z")],
        images=["https://pictures.example/a"],
    ),
    story(
        "b",
        provider="Two",
        topics=["Chips"],
        published_at="2021-01-04T23:59:59Z",
        quality=20,
        kind="video",
    ),
    story(
        "c",
        provider="One on MSN",
        domain="msn.com",
        topics=["AI"],
        published_at="2021-01-05T00:00:00Z",
        quality=30,
        heat=-1,
        published=False,
        related=["a"],
    ),
    story(
        "d",
        provider="Three",
        published_at="2021-01-10T12:30:00Z",
        quality=None,
        published=None,
    ),
    story("e", provider="Two", topics=["AI"], published_at=None, quality=40),
    story(
        "f",
        provider=None,
        topics=["Robots"],
        published_at="2021-02-01T09:30:00Z",
        quality=50,
        published=False,
        fields={"secured": "eA==;eQ=="},
    ),
)


@cache
def six() -> Corpus:
    """The corpus of the six stories."""
    return corpus_of(*SIX)


@cache
def timeless() -> Corpus:
    """A corpus of one story that has no time, no provider and no topic."""
    return corpus_of(story("a", provider=None, published_at=None))


def ids(corpus: Corpus, positions: Iterable[int] | np.ndarray) -> str:
    """The ids of these stories, one after the other: "abc"."""
    return "".join(corpus.texts["story_id"].iloc[list(positions)])
