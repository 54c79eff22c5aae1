"""Examples of what is said of bursts, of the rhythm of the week and of days."""

from __future__ import annotations

from typing import Any, Final

EXAMPLES: Final[dict[str, dict[str, Any]]] = {}
