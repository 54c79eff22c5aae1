"""The stories of a view as plain rows, for counting by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pandas as pd

from measures import dates
from measures.clauses import provider_column

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from loaders.corpus import Corpus
    from measures.filters import Filters


@dataclass(frozen=True)
class Row:
    """One story."""

    position: int
    day: date | None
    hour: int
    provider: str
    """Under the identity of the view; empty where there is none."""
    topics: tuple[str, ...]
    state: str
    reason: str


@dataclass(frozen=True)
class View:
    """A corpus under filters."""

    corpus: Corpus
    chosen: Filters

    def rows(self, *without: str, **replaced: object) -> list[Row]:
        """The stories under the filters, some fields left out of them or replaced."""
        chosen = self.chosen.without(*without).with_(**replaced)
        held = chosen.mask(self.corpus)
        return [
            row for row in all_rows(self.corpus, self.chosen.by) if held[row.position]
        ]


_ROWS: dict[tuple[str, str], list[Row]] = {}


def all_rows(corpus: Corpus, by: str) -> list[Row]:
    """Every filed story; made once for each corpus and identity."""
    key = corpus.version, by
    if key not in _ROWS:
        _ROWS[key] = _made(corpus, by)
    return _ROWS[key]


def _made(corpus: Corpus, by: str) -> list[Row]:
    stories = corpus.stories
    topics: dict[int, list[str]] = {}
    for story, topic in zip(*corpus.topic_pairs, strict=True):
        topics.setdefault(int(story), []).append(str(corpus.topic_names[int(topic)]))
    providers = stories[provider_column(by)].astype("object").fillna("").tolist()
    reasons = stories["backlog_reason"].astype("object").fillna("").tolist()
    states = stories["state"].tolist()
    moments: list[datetime | None] = [
        None if pd.isna(at) else at.to_pydatetime() for at in stories["published_at"]
    ]
    rows = []
    for at in range(len(corpus)):
        moment = moments[at]
        rows.append(
            Row(
                at,
                None if moment is None else moment.date(),
                -1 if moment is None else moment.hour,
                providers[at],
                tuple(topics.get(at, ())),
                states[at],
                reasons[at],
            )
        )
    return rows


def within(rows: Sequence[Row], ends: tuple[date, date]) -> int:
    """How many of the stories ran on these days, ends included."""
    return sum(row.day is not None and ends[0] <= row.day <= ends[1] for row in rows)


def bin_of(day: date, noun: str) -> date:
    """The first day of the day's bin."""
    if noun == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if noun == "month" else day


def by_bin(rows: Sequence[Row], noun: str) -> Counter[date]:
    """Stories of each day, week or month; those without a time are in none."""
    return Counter(bin_of(row.day, noun) for row in rows if row.day is not None)


def by_provider(rows: Sequence[Row]) -> Counter[str]:
    """Stories of each provider; those without one are in none."""
    return Counter(row.provider for row in rows if row.provider)


def by_topic(rows: Sequence[Row]) -> Counter[str]:
    """Stories of each topic."""
    return Counter(topic for row in rows for topic in row.topics)


def last_day(corpus: Corpus) -> date:
    """The last day on which any story ran."""
    assert corpus.span is not None
    return dates.to_date(corpus.span[1])
