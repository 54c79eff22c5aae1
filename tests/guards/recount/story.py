"""Recounts of what is said of one story, and who ran a related one before it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from measures.filters import Filters
from tests.guards.recount.coverages import SHARED, Coverage, coverages
from tests.guards.recount.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _coverage(view: View, facts: Mapping[str, Any]) -> Coverage | None:
    """That of the story, whatever else is chosen; None where it has no time."""
    assert facts["window"] == view.chosen.window
    whole = View(view.corpus, Filters(window=view.chosen.window))
    found = coverages(whole, leads="all")
    return next((each for each in found if each.lead == facts["story"]), None)


def _alone(view: View, facts: Mapping[str, Any]) -> None:
    each = _coverage(view, facts)
    assert each is None or len(each.times()) < 2


def _some(view: View, facts: Mapping[str, Any]) -> None:
    each = _coverage(view, facts)
    assert each is not None
    assert facts["other_count"] == len(each.times()) - 1


def _none(view: View, facts: Mapping[str, Any]) -> None:
    _some(view, facts)
    each = _coverage(view, facts)
    assert each is not None
    assert min(member.at for member in each.members) == each.members[0].at


def _named(view: View, facts: Mapping[str, Any]) -> None:
    """The first time of each who shares the first report, a minute before at least."""
    each = _coverage(view, facts)
    assert each is not None
    own, first = each.members[0].at, each.first()
    assert first is not None
    lags: dict[str, float] = {}
    for member in sorted(each.members[1:], key=lambda member: member.at):
        if not member.is_copy and member.provider and member.at <= first + SHARED:
            lags.setdefault(member.provider, (own - member.at) / timedelta(hours=1))
    early = {name: lag for name, lag in lags.items() if lag >= 1 / 60}
    assert len(facts["names"]) == min(len(early), 2)
    assert [early[name] for name in facts["names"]] == pytest.approx(facts["all_hours"])
    assert facts["more_count"] == max(len(early) - 2, 0)
    assert facts["hours"] == pytest.approx(max(early.values()))


RECOUNTS: Final[dict[str, Callable[[View, Mapping[str, Any]], None]]] = {
    "before.alone": _alone,
    "before.some": _some,
    "before.none": _none,
    "before.named": _named,
    "before.named_each": _named,
}
PLAIN: Final[set[str]] = set()
