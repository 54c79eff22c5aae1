"""Recounts of what is said of topics beyond their ranking."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.guards.recount.view import View, last_day, within

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

DAY: Final = timedelta(days=1)


def _peak(view: View, facts: Mapping[str, Any]) -> None:
    rows = view.rows()
    own = [row for row in rows if facts["name"] in row.topics]
    count, whole = within(own, facts["when"]), within(rows, facts["when"])
    assert count >= 5
    assert whole >= 10
    assert facts["share"] == pytest.approx(count / whole)


def _windows(view: View) -> tuple[tuple[date, date], tuple[date, date]]:
    """The last seven days of the range, and the 28 before them."""
    end = last_day(view.corpus)
    end = min(view.chosen.last or end, end)
    return (end - 6 * DAY, end), (end - 34 * DAY, end - 7 * DAY)


def _moving(view: View, facts: Mapping[str, Any]) -> None:
    rows = view.rows("topic", "first", "last")
    own = [row for row in rows if facts["name"] in row.topics]
    recent, before = _windows(view)
    assert facts["story_count"] == within(own, recent)
    assert facts["days"] == (recent[1] - recent[0]).days + 1
    assert facts["expected"] == pytest.approx(within(own, before) / 4)
    score = (facts["story_count"] - facts["expected"]) / facts["expected"] ** 0.5
    assert abs(score) >= 2


def _quadrants(view: View, facts: Mapping[str, Any]) -> None:
    rows = view.rows("topic", "first", "last")
    recent, before = _windows(view)
    for name in facts["names"]:
        own = [row for row in rows if name in row.topics]
        expected = within(own, before) / 4
        score = (within(own, recent) - expected) / expected**0.5
        assert abs(score) >= 2
        assert (score > 0) == facts["kind"].endswith("rising")


def _cell(view: View, facts: Mapping[str, Any]) -> None:
    rows = [row for row in view.rows("provider", "topic") if row.provider]
    of_provider = [row for row in rows if row.provider == facts["name"]]
    both = sum(facts["topic"] in row.topics for row in of_provider)
    assert facts["story_count"] == both
    of_topic = sum(facts["topic"] in row.topics for row in rows)
    assert facts["expected"] == pytest.approx(of_topic * len(of_provider) / len(rows))


def _pair(view: View, facts: Mapping[str, Any]) -> None:
    rows = view.rows("topic")
    one, other = (
        {row.position for row in rows if facts[name] in row.topics}
        for name in ("name", "other")
    )
    assert facts["story_count"] == len(one & other)
    lift = len(one & other) * len(rows) / (len(one) * len(other))
    assert facts["lift"] == pytest.approx(lift)
    assert lift > 1


RECOUNTS: Final[dict[str, Callable[[View, Mapping[str, Any]], None]]] = {
    "course.topic_peak": _peak,
    "momentum.rising": _moving,
    "momentum.falling": _moving,
    "quadrants.named": _quadrants,
    "cells.more": _cell,
    "cells.less": _cell,
    "pairs.pair": _pair,
}
PLAIN: Final[set[str]] = {
    "course.topics",
    "momentum.plain",
    "quadrants.plain",
    "cells.plain",
    "pairs.plain",
}
