"""Recounts of what is said of what can be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.guards.recount.view import View

RECOUNTS: Final[dict[str, Callable[[View, Mapping[str, Any]], None]]] = {}
PLAIN: Final[set[str]] = set()
