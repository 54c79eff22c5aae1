"""The words of what is said of linked stories."""

from __future__ import annotations

from typing import Final

LINKED: Final[dict[str, str]] = {}
