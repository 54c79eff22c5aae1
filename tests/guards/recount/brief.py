"""Recounts of what is said in brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from measures import breadths
from measures.filters import EVERYTHING
from tests.guards.recount.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _widest(view: View, facts: Mapping[str, Any]) -> None:
    counts = breadths.counts(view.corpus, view.chosen.window)
    held = [int(counts[row.position]) for row in view.rows()]
    assert facts["breadth"] == max(held)
    assert facts["window"] == view.chosen.window
    assert held.count(max(held)) == facts.get("story_count", 1)


def _umbrellas(view: View, facts: Mapping[str, Any]) -> None:
    rows = View(view.corpus, EVERYTHING).rows()
    for name in facts["names"]:
        assert sum(name in row.topics for row in rows) > 0.8 * len(rows)


def _waiting(view: View, facts: Mapping[str, Any]) -> None:
    waiting = [row for row in view.rows("reason") if row.state == "unpublished"]
    if view.chosen.reason:
        waiting = [row for row in waiting if row.reason in view.chosen.reason]
    main = [row for row in waiting if row.reason == facts["reason"]]
    assert facts["story_count"] == len(waiting)
    assert facts["part_count"] == len(main)
    assert facts["share"] == pytest.approx(len(main) / len(waiting))


RECOUNTS: Final[dict[str, Callable[[View, Mapping[str, Any]], None]]] = {
    "brief.widest": _widest,
    "brief.widest_equal": _widest,
    "brief.umbrellas": _umbrellas,
    "brief.waiting": _waiting,
    "brief.waiting_part": _waiting,
    "brief.waiting_share": _waiting,
}
PLAIN: Final[set[str]] = set()
