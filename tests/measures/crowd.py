"""Sixty stories that a few providers run together, time and again: for rates of coverages.

Every figure of related coverage has marks here, and still has some under most filters.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from tests.corpora import Story, corpus_of, entry, story
from tests.measures.clock import at

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from tests.stories import Fields

DAYS: Final = st.dates(date(2020, 12, 25), date(2021, 5, 10))
WORDS: Final = st.sampled_from(["", "", "", "one", "-seven", "nothing"])
"""Days and searches that find some of the sixty, all of them or none."""

PROVIDERS: Final = ("One", "Two", "Three", "Four", "Five", "Six")
DIGITS: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
]
BURST: Final = date(2021, 4, 14)
"""Sixteen stories, where one every second day is usual."""


@cache
def crowd() -> Corpus:
    """Sixty stories at noon of every second day, each with up to five others' reports.

    Those are up to three hours before and after, some of them together. Carriers have
    copies of two stories in three, Six is in few of the coverages, and fifteen stories
    more make a burst.
    """
    return corpus_of(
        *(_leader(i) for i in range(60)),
        *(
            story(
                f"more{n:02}",
                title=f"More of {DIGITS[n % 10]}",
                provider=PROVIDERS[n % 5],
                published_at=at(12 + n / 4, days=100),
                topics=["Rush", "Chips"],
            )
            for n in range(15)
        ),
    )


def _headline(i: int) -> str:
    return f"Robots {DIGITS[i % 10]} of {DIGITS[i // 10]}"


def _leader(i: int) -> Story:
    return story(
        f"s{i:02}",
        title=_headline(i),
        provider=PROVIDERS[i % 3],
        published_at=at(12, days=2 * i),
        topics=(("Chips",), ("Law",), ("Chips", "Law"), ())[i % 4],
        published=[True, True, True, False][i % 4],
        quality=None if i % 9 == 0 else 20 + i % 7,
        related=[
            *(
                entry(
                    f"{who}{i}",
                    provider=who,
                    published_at=at(12 + (i * place) % 7 - 3, days=2 * i),
                )
                for place, who in enumerate(PROVIDERS, start=1)
                if (i + place) % (5 if who != "Six" else 3)
            ),
            *_carried(i),
        ],
    )


def _carried(i: int) -> list[Fields]:
    """A copy by one of two carriers, of two stories out of three."""
    if i % 3 == 2:
        return []
    carrier, domain = [("MSN", "msn.com"), ("Yahoo", "yahoo.com")][i % 5 == 0]
    return [
        entry(
            f"copy{i}",
            title=_headline(i),
            provider=f"{PROVIDERS[i % 3]} on {carrier}",
            domain=domain,
            published_at=at(12 + i % 6 - 1, days=2 * i),
        )
    ]
