"""Ninety stories that have everything in them, and the same over many years."""

from __future__ import annotations

import dataclasses
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

import pandas as pd
from hypothesis import strategies as st

from tests.corpora import corpus_of, entry, story

if TYPE_CHECKING:
    from loaders.corpus import Corpus

DAYS: Final = st.dates(date(2020, 10, 20), date(2021, 3, 10))
WORDS: Final = st.sampled_from(["", "", "", "robots", "-law", "nothing"])
"""Days and searches that find some of the ninety, all of them or none."""

PROVIDERS: Final = (
    *("One", "Two", "Two on MSN", "Three", "O N E", "Four & Co", None),
    *("P1", "P2", "P3", "P4", "P5", "P6", "P7"),
)
TOPICS: Final = (("AI",), ("AI", "Chips"), ("AI", "Robots & co"), (), ("AI", "Law"))


@cache
def ninety() -> Corpus:
    """Ninety stories over four months, each of them with something missing or odd.

    "AI" is an umbrella there, nine providers are more than have colours of their own,
    and every eleventh story has no time.
    """
    return corpus_of(
        *(
            story(
                f"s{i:02}",
                title=f"Robots & chips {i}" if i % 3 else f"Law {i}",
                provider=PROVIDERS[(i * i + i // 5) % len(PROVIDERS)],
                domain="msn.com" if i % 7 == 2 else None,
                topics=TOPICS[i % 5] or (("AI",) if i % 2 else None),
                published_at=None
                if i % 11 == 10
                else f"2020-{11 + i % 2}-{1 + i % 30:02}T{i % 24:02}:59:59Z"
                if i % 3
                else f"2021-0{1 + i % 2}-{1 + i % 28:02}T00:00:00Z",
                quality=None
                if i % 13 == 0
                else (60 if i % 4 == 1 else 20) + i * 37 % 61,
                heat=-1 if i % 8 == 3 else "derived",
                published=[False, True, None, False][i % 4],
                kind="video" if i % 9 == 0 else "article",
                related=[entry(f"x{j}", provider=f"Seen {j}") for j in range(i % 4)],
            )
            for i in range(90)
        )
    )


@cache
def long() -> Corpus:
    """The ninety stories over and over, a fortnight later each time: for 11 years."""
    whole, times = ninety(), 300
    later = [
        whole.stories.assign(
            published_at=whole.stories["published_at"] + pd.Timedelta(days=14 * time),
            published_day=(
                whole.stories["published_day"]
                + 14 * time * whole.stories["published_at"].notna()
            ).astype("int32"),
        )
        for time in range(times)
    ]
    texts = [
        whole.texts.assign(story_id=whole.texts["story_id"] + f"-{time}")
        for time in range(times)
    ]
    topics = [
        whole.story_topics.assign(
            story=(whole.story_topics["story"] + len(whole) * time).astype("int32")
        )
        for time in range(times)
    ]
    return dataclasses.replace(
        whole,
        version=f"{whole.version}, long",
        stories=pd.concat(later, ignore_index=True),
        texts=pd.concat(texts, ignore_index=True),
        story_topics=pd.concat(topics, ignore_index=True),
    )
