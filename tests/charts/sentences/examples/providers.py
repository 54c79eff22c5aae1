"""Examples of what is said of providers beyond their ranking."""

from __future__ import annotations

from typing import Any, Final

EXAMPLES: Final[dict[str, dict[str, Any]]] = {}
