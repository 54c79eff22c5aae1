"""The words of what is said of two views, and of changes."""

from __future__ import annotations

from typing import Final

COMPARING: Final[dict[str, str]] = {}
