"""The words of what is said of providers beyond their ranking."""

from __future__ import annotations

from typing import Final

PROVIDERS: Final[dict[str, str]] = {}
