"""Times as hours or days after one midnight, so that lags are read at a glance."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

MIDNIGHT: Final = datetime(2021, 1, 4, tzinfo=UTC)
"""A Monday: day 18631."""

DAY: Final = 18_631


def at(hours: float = 0, *, days: int = 0) -> str:
    """This long after MIDNIGHT, as a story's file writes it."""
    moment = MIDNIGHT + timedelta(days=days, hours=hours)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
