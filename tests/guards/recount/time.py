"""Recounts of what is said of when stories ran."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from measures.when.attention import reference
from tests.guards.recount.view import View, by_bin, within

if TYPE_CHECKING:
    from collections.abc import Mapping


def _none(view: View, _: Mapping[str, Any]) -> None:
    assert not any(row.day for row in view.rows())


def _all(view: View, facts: Mapping[str, Any]) -> None:
    rows = view.rows()
    assert facts["story_count"] == within(rows, facts["when"])
    assert facts["story_count"] == sum(row.day is not None for row in rows)


def _even(view: View, facts: Mapping[str, Any]) -> None:
    counts = by_bin(view.rows(), facts["noun"])
    assert facts["story_count"] == sum(counts.values())
    assert facts["most"] == max(counts.values())


def _peak(view: View, facts: Mapping[str, Any]) -> None:
    rows = view.rows()
    counts = by_bin(rows, facts["noun"])
    assert facts["story_count"] == within(rows, facts["when"])
    assert facts["story_count"] == max(counts.values())
    assert list(counts.values()).count(facts["story_count"]) == 1


def _of_all(view: View, facts: Mapping[str, Any]) -> None:
    _peak(view, facts)
    everything = View(view.corpus, reference(view.chosen)).rows()
    share = facts["story_count"] / within(everything, facts["when"])
    assert math.isclose(facts["share"], share)


def _equal(view: View, facts: Mapping[str, Any]) -> None:
    counts = list(by_bin(view.rows(), facts["noun"]).values())
    assert facts["story_count"] == max(counts)
    number = facts["bin_count"] if "bin_count" in facts else len(facts["times"])
    assert number == counts.count(max(counts))
    for when in facts.get("times", ()):
        assert within(view.rows(), when) == facts["story_count"]


def _times_usual(view: View, facts: Mapping[str, Any]) -> None:
    assert facts["story_count"] == within(view.rows(), facts["when"])
    assert math.isclose(facts["ratio"], facts["story_count"] / facts["usual"])
    assert facts["usual"] >= 1


RECOUNTS: Final = {
    "time.none": _none,
    "time.all": _all,
    "time.even": _even,
    "time.peak": _peak,
    "time.peak_of_all": _of_all,
    "time.equal": _equal,
    "time.equals": _equal,
    "time.times_usual": _times_usual,
}

PLAIN: Final[set[str]] = set()
