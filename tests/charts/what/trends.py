"""Corpora whose topics rise and fall."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from measures.what.momentum import BASELINE_DAYS, RECENT_DAYS
from tests.corpora import corpus_of, story

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from loaders.corpus import Corpus
    from tests.stories import Story

START: Final = date(2021, 1, 1)
END: Final = START + timedelta(days=RECENT_DAYS + BASELINE_DAYS - 1)


def trends(recent: Mapping[str, int], more: Sequence[Story] = ()) -> Corpus:
    """Topics with 5 stories a week before, and `recent` ones at the end; and more."""
    weeks = BASELINE_DAYS // RECENT_DAYS
    made = [
        told(f"{topic}-{week}-{i}", topic, START + timedelta(RECENT_DAYS * week))
        for topic in recent
        for week in range(weeks)
        for i in range(5)
    ]
    made += [
        told(f"{topic}-now-{i}", topic, END)
        for topic, count in recent.items()
        for i in range(count)
    ]
    return corpus_of(*made, *more)


def told(name: str, topic: str, day: date) -> Story:
    """A story about a topic, at noon of a day."""
    return story(name, topics=[topic], published_at=f"{day}T12:00:00Z")
