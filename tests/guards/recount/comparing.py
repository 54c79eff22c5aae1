"""Recounts of what is said of two views, and of changes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from measures.filters import EVERYTHING
from tests.guards.recount.view import View, within

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.guards.recount.view import Row


def _known(view: View, ends: tuple[date, date]) -> int:
    """How many days of a period lie within those of the corpus."""
    days = [row.day for row in View(view.corpus, EVERYTHING).rows() if row.day]
    first, last = max(ends[0], min(days)), min(ends[1], max(days))
    return max((last - first).days + 1, 0)


def _before(ends: tuple[date, date]) -> tuple[date, date]:
    """As many months of the calendar where these are whole ones, else as many days."""
    first, last = ends
    end = first - timedelta(days=1)
    after = last + timedelta(days=1) if last < date.max else date.max
    if first.day != 1 or (after.day != 1 and last != date.max):
        days = min((last - first).days + 1, (first - date.min).days)
        return first - timedelta(days=days), end
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    begin = first
    for _ in range(months):
        if begin <= date(1, 1, 31):
            return date.min, end
        begin = (begin - timedelta(days=1)).replace(day=1)
    return begin, end


def _change(view: View, facts: Mapping[str, Any]) -> None:
    ends, earlier = facts["ends"], facts["before_ends"]
    assert earlier == _before(ends)
    rows = view.rows("first", "last")
    now, before = within(rows, ends), within(rows, earlier)
    assert facts["story_count"] == now
    assert facts["before_count"] == before
    known = [_known(view, ends), _known(view, earlier)]
    lengths = [(last - first).days + 1 for first, last in (ends, earlier)]
    is_known = all(k >= 0.9 * n for k, n in zip(known, lengths, strict=True))
    assert (facts["difference"] is not None) == is_known
    if is_known:
        assert abs(facts["difference"]) == abs(now - before)
    if "share" in facts or "ratio" in facts:
        assert min(now, before) >= 5
    if "share" in facts:
        assert abs(facts["share"]) == pytest.approx(abs(now - before) / before)
    if "ratio" in facts:
        assert facts["ratio"] == pytest.approx(now / before)
    assert facts["before_days"] == known[1]
    if known[0]:
        assert facts["per_day"] == pytest.approx(now / known[0])
    if known[1]:
        assert facts["before_per_day"] == pytest.approx(before / known[1])


def _no_period(view: View, _: Mapping[str, Any]) -> None:
    chosen = view.chosen
    days = [row.day for row in View(view.corpus, EVERYTHING).rows() if row.day]
    is_range = chosen.first is not None or chosen.last is not None
    assert not (is_range and days and (chosen.first or min(days)) > min(days))


def _side(view: View, facts: Mapping[str, Any]) -> list[Row]:
    """The stories of A or of B."""
    held = facts["of"].mask(view.corpus)
    whole = View(view.corpus, EVERYTHING.with_(by=view.chosen.by))
    return [row for row in whole.rows() if held[row.position]]


def _course(view: View, facts: Mapping[str, Any]) -> None:
    rows = [row for row in _side(view, facts) if row.day]
    assert facts["story_count"] == within(rows, facts["when"])
    assert facts.get("share", 0) in (
        0,
        pytest.approx(facts["story_count"] / len(rows)),
    )


def _whole(view: View, facts: Mapping[str, Any]) -> None:
    rows = [row for row in _side(view, facts) if row.day]
    assert within(rows, facts["when"]) == len(rows)


def _both(view: View, facts: Mapping[str, Any]) -> None:
    for part in (facts["one"], facts["other"]):
        RECOUNTS[part.kind](view, part.facts)


def _difference(view: View, facts: Mapping[str, Any]) -> None:
    """The part's stories on each side; of topics in equal parts of each story."""
    for side, value in zip(facts["sides"], ("left", "right"), strict=True):
        held = side.mask(view.corpus)
        whole = View(view.corpus, EVERYTHING.with_(by=view.chosen.by))
        rows = [row for row in whole.rows() if held[row.position]]
        if facts["noun"] == "provider":
            count = float(sum(row.provider == facts["name"] for row in rows))
        else:
            own = [row for row in rows if facts["name"] in row.topics]
            count = sum(1 / len(row.topics) for row in own)
        expected = count if facts["as_count"] else count / len(rows)
        assert facts[value] == pytest.approx(expected)


RECOUNTS: Final[dict[str, Callable[[View, Mapping[str, Any]], None]]] = {
    "change.none": _no_period,
    **{
        f"change.{kind}": _change
        for kind in ("same", "more", "fewer", "more_share", "fewer_share", "times")
    },
    "change.new": _change,
    "change.per_day": _change,
    "course.peak": _course,
    "course.peak_share": _course,
    "course.whole": _whole,
    "course.both": _both,
    "difference.provider": _difference,
    "difference.topic": _difference,
    "difference.provider_count": _difference,
    "difference.topic_count": _difference,
    "change.delta": _change,
    "change.delta_share": _change,
    "change.delta_per_day": _change,
    "change.against": _change,
    "change.delta_same": _change,
    "change.delta_new": _change,
    "change.against_known": _change,
}
PLAIN: Final[set[str]] = {
    "course.none",
    "course.plain",
    "difference.none",
    "difference.chosen",
    "difference.plain",
}
