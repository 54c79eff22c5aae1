"""Recounts of what is said of providers beyond their ranking."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import pytest

from measures.filters import EVERYTHING
from tests.guards.recount.linked import coverages
from tests.guards.recount.view import View, bin_of, by_provider

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _voice(view: View, facts: Mapping[str, Any]) -> None:
    """Bins of five stories with a provider, and who ran more than any other in them."""
    chosen = view.chosen
    wide = (
        view
        if len(chosen.provider) > 1
        else View(view.corpus, chosen.without("provider"))
    )
    bins, noun = facts["bin_count"]
    runs: dict[object, Counter[str]] = {}
    for row in wide.rows():
        if row.day and row.provider:
            runs.setdefault(bin_of(row.day, noun), Counter())[row.provider] += 1
    full = [counts for counts in runs.values() if sum(counts.values()) >= 5]
    assert bins == len(full)
    tops = [counts.most_common(2) for counts in full]
    sole = Counter(top[0][0] for top in tops if len(top) < 2 or top[0][1] > top[1][1])
    assert facts["led_count"] == sole[facts["name"]] == max(sole.values())
    assert 2 * facts["led_count"] > bins


def _only(view: View, facts: Mapping[str, Any]) -> None:
    wide = View(view.corpus, view.chosen.without("provider", "not_provider"))
    assert set(by_provider(wide.rows())) == {facts["name"]}


def _concentration(view: View, facts: Mapping[str, Any]) -> None:
    wide = View(view.corpus, view.chosen.without("provider", "not_provider"))
    counts = by_provider(wide.rows())
    total = sum(counts.values())
    assert total >= 20
    assert facts["provider_count"] == len(counts)
    index = sum((count / total) ** 2 for count in counts.values())
    assert facts["effective"] == pytest.approx(1 / index)


def _profile(view: View, facts: Mapping[str, Any]) -> None:
    own = view.rows("topic")
    assert facts["story_count"] == len(own)
    if "topic" not in facts:
        return
    held = {row.position for row in own}
    around = View(
        view.corpus,
        EVERYTHING.with_(
            by=view.chosen.by, first=view.chosen.first, last=view.chosen.last
        ),
    ).rows()
    rest = [row for row in around if row.position not in held]
    for rows, name in ((own, "share"), (rest, "rest_share")):
        count = sum(facts["topic"] in row.topics for row in rows)
        assert facts[name] == pytest.approx(count / len(rows))


def _company(view: View, facts: Mapping[str, Any]) -> None:
    held = [
        set(each.times())
        for each in coverages(View(view.corpus, view.chosen.without("provider")))
    ]
    own = [names for names in held if facts["name"] in names]
    assert facts["own_count"] == len(own)
    assert facts["both_count"] == sum(facts["other"] in names for names in own)


RECOUNTS: Final[dict[str, Callable[[View, Mapping[str, Any]], None]]] = {
    "voice.leads": _voice,
    "concentration.only": _only,
    "concentration.equal": _concentration,
    "profile.plain": _profile,
    "profile.topic": _profile,
    "company.most": _company,
}
PLAIN: Final[set[str]] = {
    "voice.plain",
    "concentration.plain",
    "profile.alone",
    "company.plain",
}
