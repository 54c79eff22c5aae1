"""Recounts of what is said of providers beyond their ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.guards.recount.view import View

RECOUNTS: Final[dict[str, Callable[[View, Mapping[str, Any]], None]]] = {}
PLAIN: Final[set[str]] = set()
