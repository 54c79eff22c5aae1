"""Recounts of what is said of bursts, of the rhythm of the week and of days."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pytest

from measures import breadths
from measures.clauses import WEEKDAYS
from measures.filters import EVERYTHING
from measures.related import breadth, coverage
from tests.guards.recount.view import View, by_bin, last_day, within

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Mapping, Sequence

    from tests.guards.recount.view import Row

BEFORE: Final = timedelta(days=28)
DAY: Final = timedelta(days=1)


def bursts_of(view: View) -> list[tuple[date, date]]:
    """First and last day of each burst of the view, as docs/measures.md defines them."""
    counts = by_bin(view.rows("first", "last"), "day")
    whole = [row.day for row in View(view.corpus, EVERYTHING).rows() if row.day]
    if not whole:
        return []
    day = max(view.chosen.first or min(whole), min(whole) + BEFORE)
    end = min(view.chosen.last or date.max, last_day(view.corpus))
    ends: list[tuple[date, date]] = []
    while day <= end:
        if _is_burst(counts, day):
            if ends and day - ends[-1][1] <= 2 * DAY:
                ends[-1] = ends[-1][0], day
            else:
                ends.append((day, day))
        day += DAY
    return ends


def _is_burst(counts: Counter[date], day: date) -> bool:
    before = [counts[day - back * DAY] for back in range(1, 29)]
    middle = median(before)
    spread = 1.4826 * median(abs(count - middle) for count in before)
    least = max(sum(before) / 28, 1) ** 0.5
    return counts[day] >= 5 and (counts[day] - middle) / max(spread, least) >= 3.5


def _expected(rows: Sequence[Row], when: tuple[date, date]) -> float:
    """What would have been usual on these days: as on the 28 before."""
    before = within(rows, (when[0] - BEFORE, when[0] - DAY))
    return before / 28 * ((when[1] - when[0]).days + 1)


def _no_burst(view: View, _: Mapping[str, Any]) -> None:
    assert bursts_of(view) == []


def _burst(view: View, facts: Mapping[str, Any]) -> None:
    """Of the view; or, where its range is a burst itself, of all dates."""
    of = View(view.corpus, facts["of"])
    rows = of.rows("first", "last")
    assert facts["story_count"] == within(rows, facts["when"])
    assert facts["expected"] == pytest.approx(_expected(rows, facts["when"]))
    found = bursts_of(of)
    assert facts["when"] in found
    assert facts["burst_count"] == len(found)
    sizes = [within(rows, when) - _expected(rows, when) for when in found]
    assert facts["story_count"] - facts["expected"] == pytest.approx(max(sizes))
    if of.chosen != view.chosen:
        assert (view.chosen.first, view.chosen.last) in found


def _days(of: View) -> tuple[date, date]:
    assert of.chosen.first is not None
    assert of.chosen.last is not None
    return of.chosen.first, of.chosen.last


def _excess(rows: Sequence[Row], when: tuple[date, date]) -> float:
    return within(rows, when) - _expected(rows, when)


def _part_of(of: View, noun: str, name: str) -> float:
    """The excess of one provider, or of a topic: a story in equal parts in each of its own."""
    when = _days(of)
    rows = of.rows("first", "last")
    if noun == "provider":
        return _excess([row for row in rows if row.provider == _named(name)], when)
    if name == "no topic":
        return _excess([row for row in rows if not row.topics], when)
    parts = [(row, 1 / len(row.topics)) for row in rows if name in row.topics]
    return float(sum(part * _excess([row], when) for row, part in parts))


def _named(name: str) -> str:
    return "" if name == "no provider" else name


def _whole(of: View) -> float:
    return _excess(of.rows("first", "last"), _days(of))


def _no_excess(view: View, facts: Mapping[str, Any]) -> None:
    if facts["of"] is not None:
        assert _whole(View(view.corpus, facts["of"])) <= 1e-9


def _umbrella(view: View, facts: Mapping[str, Any]) -> None:
    rows = View(view.corpus, EVERYTHING).rows()
    assert sum(facts["name"] in row.topics for row in rows) > 0.8 * len(rows)


def _part(view: View, facts: Mapping[str, Any]) -> None:
    of = View(view.corpus, facts["of"])
    assert facts["whole"] == pytest.approx(_whole(of))
    names = facts.get("names") or (facts["name"],)
    sizes = facts.get("excesses") or (facts["excess"],)
    for name, size in zip(names, sizes, strict=True):
        assert size == pytest.approx(_part_of(of, facts["noun"], name))


def _apart(view: View, facts: Mapping[str, Any]) -> None:
    of = View(view.corpus, facts["of"])
    assert facts["story_count"] == len(of.rows())
    assert _taken(of) == {}


def _coverage(view: View, facts: Mapping[str, Any]) -> None:
    of = View(view.corpus, facts["of"])
    assert facts["whole"] == pytest.approx(_whole(of))
    lead = facts["lead"]
    members = [
        row for row in of.rows("first", "last") if _taken(of).get(row.position) == lead
    ]
    assert facts["excess"] == pytest.approx(_excess(members, _days(of)))


def _taken(of: View) -> dict[int, int]:
    """Of each story in a shared coverage of the days, or of those before: its lead."""
    first, last = _days(of)
    days = {row.position: row.day for row in of.rows("first", "last") if row.day}
    now = {at for at, day in days.items() if first <= day <= last}
    before = {at for at, day in days.items() if first - BEFORE <= day < first}
    found = coverage.of(of.corpus, of.chosen)
    taken: dict[int, int] = {}
    for lead in breadth.widest_first(
        of.corpus, of.chosen.window, np.array(sorted(now))
    ):
        place = np.searchsorted(found.leads, lead)
        members = found.member[found.starts[place] : found.starts[place + 1]].tolist()
        free = [at for at in members if at >= 0 and at not in taken]
        if lead not in taken and len(now & set(free)) > 1:
            taken |= {at: int(lead) for at in free if at in now | before}
    return taken


def _hour_of_week(view: View, facts: Mapping[str, Any]) -> None:
    rows = [row for row in view.rows("weekday", "hour") if row.day]
    held = [
        row
        for row in rows
        if row.day and WEEKDAYS[row.day.weekday()] == facts["weekday"]
        if row.hour == facts["hour"]
    ]
    assert facts["story_count"] == len(held)
    slots = {(row.day.weekday(), row.hour) for row in rows if row.day}
    for weekday, hour in slots - {(WEEKDAYS.index(facts["weekday"]), facts["hour"])}:
        others = [
            r for r in rows if r.day and (r.day.weekday(), r.hour) == (weekday, hour)
        ]
        assert len(others) < facts["story_count"]


def _nothing(view: View, _: Mapping[str, Any]) -> None:
    assert not any(row.day for row in view.rows("weekday", "hour"))


def _calendar(view: View, facts: Mapping[str, Any]) -> None:
    """Of the last 53 weeks of the range that the corpus reaches; of a day, of all days."""
    chosen = view.chosen
    is_day = chosen.first is not None and chosen.first == chosen.last
    wide = View(view.corpus, chosen.without("first", "last")) if is_day else view
    counts = by_bin(wide.rows(), "day")
    whole = [row.day for row in View(view.corpus, EVERYTHING).rows() if row.day]
    end = min(wide.chosen.last or max(whole), max(whole))
    begin = max(wide.chosen.first or min(whole), min(whole))
    days = min((end - begin).days + 1, 53 * 7)
    held = [counts[end - back * DAY] for back in range(days)]
    assert facts["day_count"] == days
    assert facts["story_count"] == sum(held)
    assert facts["quiet_count"] == held.count(0)
    assert facts["busy_count"] == days - held.count(0)


def _hours(view: View, facts: Mapping[str, Any]) -> None:
    rows = [row for row in view.rows("hour") if row.day]
    by_hour = [sum(row.hour == hour for row in rows) for hour in range(24)]
    assert facts.get("story_count", 0) == sum(by_hour)
    assert facts.get("most", max(by_hour)) == max(by_hour)
    if "hour" in facts:
        assert by_hour[facts["hour"]] == max(by_hour)
    if facts["day"] is not None:
        assert {row.day for row in rows} <= {facts["day"]}


def _unlinked(view: View, facts: Mapping[str, Any]) -> None:
    of = View(view.corpus, facts["of"])
    assert _taken(of) == {}
    counts = breadths.counts(view.corpus, of.chosen.window)
    assert all(counts[row.position] <= 1 for row in of.rows())


RECOUNTS: Final[dict[str, Callable[[View, Mapping[str, Any]], None]]] = {
    "burst.none": _no_burst,
    "burst.one": _burst,
    "burst.several": _burst,
    "burst.one_new": _burst,
    "burst.several_new": _burst,
    "anatomy.none": _no_excess,
    "anatomy.umbrella": _umbrella,
    "anatomy.part": _part,
    "anatomy.parts": _part,
    "outlets.unlinked": _unlinked,
    "outlets.apart": _apart,
    "outlets.one": _coverage,
    "outlets.many": _coverage,
    "rhythm.none": _nothing,
    "rhythm.single": _hour_of_week,
    "rhythm.busiest": _hour_of_week,
    **{f"calendar.{kind}": _calendar for kind in ("single", "few", "quiet", "full")},
    **{
        f"hours.{kind}": _hours for kind in ("none", "single", "even", "busiest", "all")
    },
}
PLAIN: Final[set[str]] = {"anatomy.plain", "rhythm.plain", "calendar.none"}
