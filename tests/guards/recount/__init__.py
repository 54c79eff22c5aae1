"""What sentences say, counted again from the stories they speak of, in plain Python.

Each module holds the recounts of one family of sentences: a function for each kind that
takes the `View` and the facts, and asserts that they are so. `RECOUNTS` gathers them; a
kind without numbers needs none (`PLAIN`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.guards.recount import (
    brief,
    bursts,
    comparing,
    health,
    linked,
    providers,
    ranking,
    time,
    topics,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.guards.recount.view import View

FAMILIES: Final = (
    brief,
    time,
    ranking,
    bursts,
    providers,
    topics,
    linked,
    comparing,
    health,
)

RECOUNTS: Final[Mapping[str, Callable[[View, Mapping[str, Any]], None]]] = {
    kind: recount for family in FAMILIES for kind, recount in family.RECOUNTS.items()
}

PLAIN: Final = frozenset(kind for family in FAMILIES for kind in family.PLAIN)
"""Kinds that say nothing of any number."""
