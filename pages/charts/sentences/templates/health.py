"""The words of what is said of what can be trusted."""

from __future__ import annotations

from typing import Final

HEALTH: Final[dict[str, str]] = {}
