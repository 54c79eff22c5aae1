"""When: attention over time, and what was unusual in it."""

from __future__ import annotations
