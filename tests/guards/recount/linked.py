"""Recounts of what is said of linked stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import pytest

from measures.clauses import provider_column
from measures.filters import EVERYTHING
from tests.guards.recount.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from loaders.corpus import Corpus

SHARED: Final = timedelta(minutes=5)


@dataclass(frozen=True)
class Member:
    """A story of a coverage: who ran it and when."""

    provider: str
    is_copy: bool
    at: datetime


@dataclass(frozen=True)
class Coverage:
    """A story and those that its list names within the window."""

    lead: int
    members: tuple[Member, ...]
    """The story itself first."""

    def times(self) -> dict[str, datetime]:
        """The first time of each provider that is in it."""
        found: dict[str, datetime] = {}
        for member in self.members:
            if member.provider:
                first = found.get(member.provider, member.at)
                found[member.provider] = min(first, member.at)
        return found

    def first(self) -> datetime | None:
        """The first report: the earliest that is no copy."""
        return min((m.at for m in self.members if not m.is_copy), default=None)

    def firsts(self) -> set[str]:
        """Who shares the first report."""
        first = self.first()
        return {
            member.provider
            for member in self.members
            if member.provider
            and not member.is_copy
            and first is not None
            and member.at <= first + SHARED
        }

    @property
    def is_compared(self) -> bool:
        """Two providers at least, and somebody first."""
        return len(self.times()) > 1 and bool(self.firsts())


def _times(column: pd.Series) -> list[datetime | None]:
    return [None if pd.isna(at) else at.to_pydatetime() for at in column]


def _names(column: pd.Series) -> list[str]:
    return column.astype("object").fillna("").tolist()


def coverages(view: View, by: str = "", *, leads: str = "led") -> list[Coverage]:
    """The coverage of each story of the view that has a time.

    Of published stories, unless a state is asked for (`led`); of published ones alone
    (`published`); or of all (`all`).
    """
    corpus, chosen = view.corpus, view.chosen
    column = provider_column(by or chosen.by)
    own, copies = _names(corpus.stories[column]), _names(corpus.stories["carrier"])
    times = _times(corpus.stories["published_at"])
    links = _links(corpus, column)
    found = []
    for row in view.rows():
        at = times[row.position]
        is_asked = leads == "all" or (leads == "led" and bool(chosen.state))
        if at is None or not (is_asked or row.state == "published"):
            continue
        lead = Member(own[row.position], bool(copies[row.position]), at)
        near = [
            member
            for member in links[row.position]
            if abs(member.at - at) <= timedelta(hours=chosen.window)
        ]
        found.append(Coverage(row.position, (lead, *near)))
    return found


def _links(corpus: Corpus, column: str) -> dict[int, list[Member]]:
    """Of each story those that its list names: as their own files tell them."""
    own, copies = _names(corpus.stories[column]), _names(corpus.stories["carrier"])
    times = _times(corpus.stories["published_at"])
    related = corpus.related
    found: dict[int, list[Member]] = defaultdict(list)
    for story, target, name, carrier, at in zip(
        related["story"],
        related["target"],
        _names(related[column]),
        _names(related["carrier"]),
        _times(related["published_at"]),
        strict=True,
    ):
        member = (
            (name, bool(carrier), at)
            if target < 0
            else (own[target], bool(copies[target]), times[target])
        )
        if member[2] is not None:
            found[story].append(Member(member[0], member[1], member[2]))
    return found


def _gaps(view: View) -> tuple[list[Coverage], int]:
    """Published stories that another ran an earlier related story of; and of how many."""
    held = coverages(view, leads="published")
    if view.chosen.state and "published" not in view.chosen.state:
        held = []
    compared = [each for each in held if each.is_compared]
    late = [
        each
        for each in compared
        if each.members[0].provider
        and each.members[0].provider not in each.firsts()
        and each.members[0].at - (each.first() or each.members[0].at) > SHARED
    ]
    return late, len(compared)


def _earlier(view: View, facts: Mapping[str, Any]) -> None:
    late, whole = _gaps(view)
    assert (facts["gap_count"], facts["whole_count"]) == (len(late), whole)
    assert facts.get("share", len(late) / whole) == pytest.approx(len(late) / whole)


def _earlier_by(view: View, facts: Mapping[str, Any]) -> None:
    counts = Counter(name for each in _gaps(view)[0] for name in each.firsts())
    names = facts.get("names") or (facts["name"],)
    said = facts.get("counts") or (facts["story_count"],)
    assert [counts[name] for name in names] == list(said)
    assert max(counts.values()) == said[0]


def _taken(view: View, name: str, *, compared: bool = True) -> list[Coverage]:
    wide = View(view.corpus, view.chosen.without("provider"))
    return [
        each
        for each in coverages(wide)
        if name in each.times() and (each.is_compared or not compared)
    ]


def _rate(view: View, facts: Mapping[str, Any]) -> None:
    taken = _taken(view, facts["name"])
    assert facts["coverage_count"] == len(taken)
    won = [each.firsts() for each in taken if facts["name"] in each.firsts()]
    score = sum(1 / len(firsts) for firsts in won)
    assert facts["share"] == pytest.approx(score / len(taken))
    assert facts["low"] <= facts["share"] <= facts["high"]


def _unranked(view: View, facts: Mapping[str, Any]) -> None:
    count = len(_taken(view, facts["name"]))
    assert facts["coverage_count"] == count < 10


def _lag(view: View, facts: Mapping[str, Any]) -> None:
    taken = _taken(view, facts["name"])
    assert facts["coverage_count"] == len(taken)
    lags = [
        (each.times()[facts["name"]] - first).total_seconds() / 3600
        for each in taken
        if (first := each.first()) is not None
    ]
    assert facts["median_hours"] == pytest.approx(median(lags))


def _precedence(view: View, facts: Mapping[str, Any]) -> None:
    one, other = facts["name"], facts["other"]
    times = [each.times() for each in coverages(view) if each.is_compared]
    both = [each for each in times if one in each and other in each]
    assert facts["both_count"] == len(both)
    before = [each for each in both if each[other] - each[one] > SHARED]
    assert facts["before_count"] == len(before)


def _wide(view: View) -> list[Coverage]:
    return [each for each in coverages(view, "family") if each.is_compared]


def _half_hours(each: Coverage) -> float:
    """Hours from the first report until half of the families came in."""
    first = each.first()
    assert first is not None
    late = sorted(max((at - first).total_seconds(), 0) for at in each.times().values())
    return late[(len(late) + 1) // 2 - 1] / 3600


def _widest(view: View, facts: Mapping[str, Any]) -> None:
    widths = [len(each.times()) for each in _wide(view)]
    assert facts["breadth"] == max(widths)
    assert facts.get("story_count", 1) == widths.count(max(widths))
    if "half_hours" in facts:
        (top,) = [each for each in _wide(view) if each.lead == facts["story"]]
        assert facts["half_hours"] == pytest.approx(_half_hours(top))


def _speed(view: View, facts: Mapping[str, Any]) -> None:
    latest = max(at for at in _times(view.corpus.stories["published_at"]) if at)
    old = timedelta(hours=view.chosen.window)
    hours = [
        _half_hours(each)
        for each in _wide(view)
        if len(each.times()) > 2 and latest - (each.first() or latest) >= old
    ]
    assert facts["story_count"] == len(hours)
    assert facts["half_hours"] == pytest.approx(median(hours))


def _originality(view: View, facts: Mapping[str, Any]) -> None:
    """No other report either way, not folded; of those that lists name, see the measure."""
    stories = view.corpus.stories
    times = _times(stories["published_at"])
    latest = max(at for at in times if at)
    window = timedelta(hours=view.chosen.window)
    listed: dict[int, list[datetime]] = defaultdict(list)
    for story, target in zip(
        view.corpus.related["story"], view.corpus.related["target"], strict=True
    ):
        at, own = times[story], times[target] if target >= 0 else None
        if at and own and abs(at - own) <= window:
            listed[target].append(at)
    whole, exclusive, first = 0, 0, 0
    for each in coverages(view, "family", leads="all"):
        own = each.members[0]
        if latest - own.at < window:
            continue
        is_alone = len(each.times()) <= 1
        is_folded = bool(stories["is_folded"].iloc[each.lead])
        if is_alone and is_folded and not listed[each.lead] and not own.is_copy:
            continue
        whole += 1
        if own.is_copy:
            continue
        if is_alone and listed[each.lead]:
            first += own.at <= min(listed[each.lead]) + SHARED
        elif is_alone:
            exclusive += 1
        else:
            earliest = each.first()
            first += earliest is not None and own.at <= earliest + SHARED
    assert facts["total_count"] == whole
    assert facts["exclusive_count"] == exclusive
    assert facts["first_count"] == first
    for name, count in (("exclusive_share", exclusive), ("first_share", first)):
        assert facts.get(name, count / whole) == pytest.approx(count / whole)


def _meetings(view: View, facts: Mapping[str, Any]) -> None:
    pair = {facts["name"], facts["other"]}
    held = [set(each.times()) for each in coverages(view)]
    both = sum(pair <= names for names in held)
    assert facts["both_count"] == both
    if "expected" in facts:
        one, other = (sum(name in names for names in held) for name in sorted(pair))
        assert facts["expected"] == pytest.approx(one * other / len(held))
        assert both > facts["expected"]
    else:
        counts = _pairs(held)
        assert both == max(counts.values())
        assert list(counts.values()).count(both) == 1


def _pairs(held: Iterable[set[str]]) -> Counter[tuple[str, str]]:
    return Counter(pair for names in held for pair in combinations(sorted(names), 2))


def _absent(view: View, facts: Mapping[str, Any]) -> None:
    wide = [each for each in coverages(view) if len(each.times()) >= 5]
    assert facts["total_count"] == len(wide)
    assert facts["wide_count"] == sum(facts["name"] in each.times() for each in wide)
    assert facts["wide_count"] < facts["expected"]


def _carriers(view: View, facts: Mapping[str, Any]) -> None:
    """The sign and the size of what is counted; pairs are counted by hand elsewhere."""
    copies = _names(View(view.corpus, EVERYTHING).corpus.stories["carrier"])
    listed = _names(view.corpus.related["carrier"])
    assert facts["name"] in {*copies, *listed}
    assert facts["pair_count"] >= 10
    assert (facts["way"] == "before") == (facts["median_hours"] < 0)


RECOUNTS: Final[dict[str, Callable[[View, Mapping[str, Any]], None]]] = {
    "earlier.none": _earlier,
    "earlier.some": _earlier,
    "earlier.share": _earlier,
    "earlier.leader": _earlier_by,
    "earlier.level": _earlier_by,
    "leads.unranked": _unranked,
    "leads.highest": _rate,
    "leads.chosen": _rate,
    "lags.quickest": _lag,
    "lags.chosen": _lag,
    "precedence.pair": _precedence,
    "spread.widest": _widest,
    "spread.widest_half": _widest,
    "spread.equal": _widest,
    "speed.median": _speed,
    "carriers.median": _carriers,
    "originality.counts": _originality,
    "originality.shares": _originality,
    "cocoverage.pair": _meetings,
    "cocoverage.most": _meetings,
    "blindspots.absent": _absent,
}
PLAIN: Final[set[str]] = {
    f"{name}.plain"
    for name in (
        *("earlier", "leads", "lags", "precedence", "spread", "speed", "carriers"),
        *("originality", "cocoverage", "blindspots"),
    )
} | {"earlier.plain_by", "leads.none_ranked"}
