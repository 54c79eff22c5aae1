"""Recounts of who has most, and of what place the chosen ones have."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from tests.guards.recount.view import View, by_provider, by_topic

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Mapping


def counted(view: View, noun: str) -> Counter[str]:
    """The stories of each, without the choice among them."""
    rows = view.rows(noun)
    return by_provider(rows) if noun == "provider" else by_topic(rows)


def total(view: View, noun: str) -> int:
    """Of providers all stories that name one, of topics all there are."""
    rows = view.rows(noun)
    return len([row for row in rows if row.provider or noun == "topic"])


def _only(view: View, facts: Mapping[str, Any]) -> None:
    counts = counted(view, facts["noun"])
    assert counts[facts["name"]] == facts["story_count"]


def _leads(noun: str) -> Callable[[View, Mapping[str, Any]], None]:
    def recount(view: View, facts: Mapping[str, Any]) -> None:
        counts = counted(view, noun)
        own, whole = counts.pop(facts["name"]), total(view, noun)
        assert (facts["story_count"], facts["total_count"]) == (own, whole)
        assert math.isclose(facts.get("share", own / whole), own / whole)
        second = max(
            (counts[name] for name in counts if _is_compared(view, name)), default=0
        )
        assert (own - second) / math.sqrt(own + second) >= 2

    return recount


def _is_compared(view: View, name: str) -> bool:
    """Umbrella topics, on more than four fifths of the corpus, are set aside."""
    whole = View(view.corpus, type(view.chosen)()).rows()
    return by_topic(whole)[name] <= 0.8 * len(whole)


def _level(noun: str) -> Callable[[View, Mapping[str, Any]], None]:
    def recount(view: View, facts: Mapping[str, Any]) -> None:
        counts = counted(view, noun)
        assert [counts[name] for name in facts["names"]] == list(facts["counts"])
        assert facts["total_count"] == total(view, noun)
        first = facts["counts"][0]
        for count in facts["counts"][1:]:
            assert (first - count) / math.sqrt(first + count) < 2
        others = [counts[name] for name in set(counts) - set(facts["names"])]
        if noun == "provider":
            assert all((first - count) ** 2 >= 4 * (first + count) for count in others)

    return recount


def _chosen(noun: str) -> Callable[[View, Mapping[str, Any]], None]:
    def recount(view: View, facts: Mapping[str, Any]) -> None:
        held = view.rows()
        assert facts["story_count"] == len(held)
        assert facts["total_count"] == total(view, noun)
        if "place" in facts:
            counts = counted(view, noun)
            own = counts[facts["name"]]
            ranked = [n for n in counts if n == facts["name"] or _is_compared(view, n)]
            above = [name for name in ranked if counts[name] > own]
            assert facts["place"] == len(above) + 1
            level = [name for name in ranked if counts[name] == own]
            assert bool(facts["joint"]) == (len(level) > 1)
            assert facts["ranked_count"] == len(ranked)

    return recount


RECOUNTS: Final = {
    "ranking.only": _only,
    **{
        f"{noun}.{kind}": recount(noun)
        for noun in ("provider", "topic")
        for kind, recount in (
            ("leads", _leads),
            ("leads_one_in", _leads),
            ("leads_share", _leads),
            ("level", _level),
            ("chosen", _chosen),
            ("placed", _chosen),
        )
    },
}

PLAIN: Final[set[str]] = {"ranking.none", "ranking.plain"}
