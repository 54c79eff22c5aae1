"""The words of what is said of topics beyond their ranking."""

from __future__ import annotations

from typing import Final

TOPICS: Final[dict[str, str]] = {}
