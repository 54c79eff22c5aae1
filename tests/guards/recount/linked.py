"""Recounts of what is said of linked stories."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from datetime import timedelta
from itertools import combinations
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, Final

import pytest

from measures.clauses import provider_column
from tests.guards.recount.chances import chance, is_held
from tests.guards.recount.coverages import (
    SHARED,
    Coverage,
    copies,
    coverages,
    instants,
    origin_of,
)
from tests.guards.recount.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime


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
    assert min(said) >= 5
    for name in set(counts) - set(names):
        assert (said[0] - counts[name]) / math.sqrt(said[0] + counts[name]) >= 2


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


def _ranked(view: View) -> dict[str, tuple[float, int]]:
    """First reports, in parts where shared, and coverages of who is in ten at least."""
    wide = View(view.corpus, view.chosen.without("provider"))
    score: dict[str, float] = defaultdict(float)
    taken: Counter[str] = Counter()
    for each in coverages(wide):
        if not each.is_compared:
            continue
        firsts = each.firsts()
        for name in each.times():
            taken[name] += 1
            score[name] += (name in firsts) / len(firsts)
    return {name: (score[name], taken[name]) for name in taken if taken[name] >= 10}


def _above(view: View, facts: Mapping[str, Any]) -> None:
    if "name" in facts:
        _rate(view, facts)
    ranked = _ranked(view)
    pooled = sum(s for s, _ in ranked.values()) / sum(n for _, n in ranked.values())
    assert facts["pooled"] == pytest.approx(pooled)
    p = {
        name: chance(int(score + 1e-9), taken, pooled)
        for name, (score, taken) in ranked.items()
    }
    names = facts.get("names") or (facts["name"],)
    shares = facts.get("shares") or (facts["share"],)
    for name, share in zip(names, shares, strict=True):
        score, taken = ranked[name]
        assert share == pytest.approx(score / taken)
        assert share > pooled
        assert is_held(p[name], list(p.values()))


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


def _with_first(view: View, facts: Mapping[str, Any]) -> None:
    _lag(view, facts)
    assert facts["median_hours"] <= SHARED.total_seconds() / 3600


def _before_first(view: View, facts: Mapping[str, Any]) -> None:
    _lag(view, facts)
    assert facts["median_hours"] < 0


def _quickest(view: View, facts: Mapping[str, Any]) -> None:
    """Its upper quartile is below the medians of all others that are ranked."""
    _lag(view, facts)
    assert facts["median_hours"] > SHARED.total_seconds() / 3600
    _is_clear(view, facts["name"])


def _is_clear(view: View, name: str) -> None:
    lags: dict[str, list[float]] = defaultdict(list)
    for each in coverages(View(view.corpus, view.chosen.without("provider"))):
        first = each.first()
        if each.is_compared and first is not None:
            for who, at in each.times().items():
                lags[who].append((at - first).total_seconds() / 3600)
    ranked = {who: hours for who, hours in lags.items() if len(hours) >= 10}
    upper = quantiles(ranked.pop(name), n=4, method="inclusive")[2]
    assert upper < min(median(hours) for hours in ranked.values())


def _with_first_or_quickest(view: View, facts: Mapping[str, Any]) -> None:
    """Of a chosen provider its own lag alone; else it is clear of all others too."""
    _with_first(view, facts)
    if not view.chosen.provider:
        _is_clear(view, facts["name"])


def _precedence(view: View, facts: Mapping[str, Any]) -> None:
    one, other = facts["name"], facts["other"]
    times = [each.times() for each in coverages(view) if each.is_compared]
    both = [each for each in times if one in each and other in each]
    assert facts["both_count"] == len(both)
    before = [each for each in both if each[other] - each[one] > SHARED]
    assert facts["before_count"] == len(before)
    p = _sign_tests(times, _largest(view, times, 15))
    own = p[min(one, other), max(one, other)]
    assert own == pytest.approx(min(p.values()))
    assert is_held(own, list(p.values()))


def _largest(view: View, held: Iterable[Iterable[str]], most: int) -> list[str]:
    """Those in most coverages; of equals those that the corpus names earlier."""
    taken = Counter(name for names in held for name in names)
    order = list(view.corpus.names(provider_column(view.chosen.by)))
    ranked = sorted(taken, key=lambda name: (-taken[name], order.index(name)))
    return ranked[:most]


def _sign_tests(
    times: list[dict[str, datetime]], names: list[str]
) -> dict[tuple[str, str], float]:
    """How even it is between each two of these that meet five times."""
    found = {}
    for one, other in combinations(sorted(names), 2):
        gaps = [
            each[other] - each[one] for each in times if one in each and other in each
        ]
        if len(gaps) < 5:
            continue
        won = sum(gap > SHARED for gap in gaps)
        lost = sum(gap < -SHARED for gap in gaps)
        most = max(won, lost)
        found[one, other] = min(2 * chance(most, won + lost, 0.5), 1) if most else 1.0
    return found


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
    latest = max(at for at in instants(view.corpus.stories["published_at"]) if at)
    old = timedelta(hours=view.chosen.window)
    hours = [
        _half_hours(each)
        for each in _wide(view)
        if len(each.times()) > 2 and latest - (each.first() or latest) >= old
    ]
    assert facts["story_count"] == len(hours) >= 10
    assert facts["half_hours"] == pytest.approx(median(hours))


def _originality(view: View, facts: Mapping[str, Any]) -> None:
    """No other report either way, not folded; of those that lists name, see the measure."""
    stories = view.corpus.stories
    times = instants(stories["published_at"])
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
        p = _together(held, _largest(view, held, 14))
        assert is_held(p[facts["name"], facts["other"]], list(p.values()))
    else:
        counts = _pairs(held)
        assert both == max(counts.values())
        assert list(counts.values()).count(both) == 1


def _together(held: list[set[str]], names: list[str]) -> dict[tuple[str, str], float]:
    """How likely each two of these meet as often as they do."""
    taken = Counter(name for each in held for name in each)
    pairs = _pairs([each & set(names) for each in held])
    return {
        (one, other): chance(pairs[one, other], taken[one], taken[other] / len(held))
        for one, other in combinations(sorted(names), 2)
    }


def _pairs(held: Iterable[set[str]]) -> Counter[tuple[str, str]]:
    return Counter(pair for names in held for pair in combinations(sorted(names), 2))


def _absent(view: View, facts: Mapping[str, Any]) -> None:
    wide = [each for each in coverages(view) if len(each.times()) >= 5]
    assert facts["total_count"] == len(wide)
    assert facts["wide_count"] == sum(facts["name"] in each.times() for each in wide)
    whole = [set(each.times()) for each in coverages(view)]
    names = _largest(view, whole, 10)
    taken = Counter(name for each in whole for name in each)
    inside = Counter(name for each in wide for name in each.times())
    usual = sum(inside[n] for n in names) / sum(taken[n] for n in names)
    p = {}
    for name in names:
        expected = min(taken[name] * usual, len(wide))
        out = 1 - (expected + 0.5) / (len(wide) + 1)
        p[name] = chance(len(wide) - inside[name], len(wide), out)
        if name == facts["name"]:
            assert facts["expected"] == pytest.approx(expected)
            assert inside[name] < expected
    assert is_held(p[facts["name"]], list(p.values()))


def _carriers(view: View, facts: Mapping[str, Any]) -> None:
    """Each copy once, with the earliest origin of its headline in any of its coverages."""
    origins: dict[tuple[str, str], datetime] = {}
    for each in coverages(view, "family"):
        for copy in copies(each):
            if copy.carrier == facts["name"]:
                key, origin = (copy.key, copy.provider), origin_of(each, copy)
                if origin is not None:
                    origins[key] = min(origin, origins.get(key, origin))
    times = {
        (copy.key, copy.provider): copy.at
        for each in coverages(view, "family")
        for copy in copies(each)
    }
    lags = [
        (times[key] - origin).total_seconds() / 3600 for key, origin in origins.items()
    ]
    assert facts["pair_count"] == len(lags) >= 10
    assert facts["median_hours"] == pytest.approx(median(lags))
    assert (facts["way"] == "before") == (facts["median_hours"] < 0)


RECOUNTS: Final[dict[str, Callable[[View, Mapping[str, Any]], None]]] = {
    "earlier.none": _earlier,
    "earlier.some": _earlier,
    "earlier.share": _earlier,
    "earlier.leader": _earlier_by,
    "earlier.level": _earlier_by,
    "leads.unranked": _unranked,
    "leads.above": _above,
    "leads.several_above": _above,
    "leads.chosen": _rate,
    "lags.quickest": _quickest,
    "lags.with_first": _with_first_or_quickest,
    "lags.chosen": _lag,
    "lags.chosen_before": _before_first,
    "precedence.pair": _precedence,
    "spread.widest": _widest,
    "spread.widest_half": _widest,
    "spread.equal": _widest,
    "spread.at_most": _widest,
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
