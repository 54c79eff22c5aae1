"""Which topics rise and fall, as the figure says it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from measures.filters import EVERYTHING
from measures.what.momentum import BASELINE_DAYS, RECENT_DAYS
from pages.charts.what import momentum
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
        _story(f"{topic}-{week}-{i}", topic, START + timedelta(RECENT_DAYS * week))
        for topic in recent
        for week in range(weeks)
        for i in range(5)
    ]
    made += [
        _story(f"{topic}-now-{i}", topic, END)
        for topic, count in recent.items()
        for i in range(count)
    ]
    return corpus_of(*made, *more)


def _story(name: str, topic: str, day: date) -> Story:
    return story(name, topics=[topic], published_at=f"{day}T12:00:00Z")


def test_both_ends_are_shown_where_not_all_fit() -> None:
    """Those that fall most are shown as well, and those between are counted as such."""
    names = [f"T{number:02}" for number in range(momentum.MOST_ROWS + 4)]
    corpus = trends({name: number for number, name in enumerate(names)})
    figure = momentum.bars(corpus, EVERYTHING)
    half = momentum.MOST_ROWS // 2
    assert figure.frame["topic"].tolist() == [
        *reversed(names[-half:]),
        *reversed(names[:half]),
    ]
    assert "4 topics between those that rise and fall most." in figure.left_out
    assert "too little data" not in figure.left_out


def test_what_neither_rises_nor_falls_is_said_so() -> None:
    """As many as expected is no fall."""
    corpus = trends({"Chips": 5, "Games": 5, "Law": 5})
    figure = momentum.bars(corpus, EVERYTHING)
    assert figure.frame["momentum_score"].tolist() == [0, 0, 0]
    assert figure.title == "No topic rises or falls"


def test_too_little_counts_topics_without_a_momentum() -> None:
    """Only those that have too little to expect, however many are shown."""
    rare = [_story(f"rare-{number}", "Rare", END) for number in range(2)]
    figure = momentum.bars(trends({"Chips": 9, "Law": 5}, rare), EVERYTHING)
    assert figure.frame["topic"].tolist() == ["Chips", "Law"]
    assert figure.left_out.startswith("1 topic with too little data.")
    assert momentum.bars(corpus_of(*rare), EVERYTHING).empty
