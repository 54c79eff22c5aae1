"""When stories appear: how late after what happened, and in whose daytime."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.sample.dice import Dice
    from loaders.sample.outlets import Outlet
    from loaders.sample.plan import Occasion

_lag_hours = (
    (0, 0), (0.15, 1), (0.35, 7), (0.55, 22), (0.75, 54), (0.88, 120), (1, 330)
)  # fmt: skip
_burst_lag_hours = ((0, 0), (0.25, 2), (0.58, 8), (0.72, 14), (0.9, 44), (1, 130))
_carried_lag_hours = ((0, 0.1), (0.5, 2), (0.85, 9), (1, 40))
_night_ends_hour = 6


class Clock:
    """Draws times that never lie behind the end of the made-up world."""

    def __init__(self, last: date, dice: Dice) -> None:
        """A clock for a world that ends with the day `last`."""
        self._end = datetime(last.year, last.month, last.day, 23, 59, tzinfo=UTC)
        self._dice = dice

    def coverage(self, occasion: Occasion, outlet: Outlet) -> datetime:
        """When the outlet tells of the occasion: in its waking hours, mostly."""
        dice = self._dice
        table = _burst_lag_hours if occasion.is_burst else _lag_hours
        hours = dice.quantile(table) * (0.55 + 0.45 * outlet.pace)
        at = occasion.starts_at + timedelta(minutes=int(hours * 60))
        local = at + timedelta(hours=outlet.zone)
        if local.hour < _night_ends_hour and dice.chance(0.85):
            sleep = _night_ends_hour - local.hour + 2.5 * dice.draw()
            at += timedelta(minutes=int(sleep * 60))
        # Articles are stamped to the minute mostly, and often to five of them.
        if outlet.video or dice.chance(0.15):
            at += timedelta(seconds=dice.between(1, 59))
        elif dice.chance(0.5):
            at -= timedelta(minutes=at.minute % 5)
        return self._within_world(occasion.starts_at, at)

    def carried(self, origin: datetime) -> datetime:
        """When a carrier republishes a story."""
        hours = self._dice.quantile(_carried_lag_hours)
        return self._within_world(origin, origin + timedelta(minutes=int(hours * 60)))

    def _within_world(self, start: datetime, at: datetime) -> datetime:
        """`at`, or somewhere between `start` and the end of the world."""
        if at <= self._end:
            return at
        minutes = (self._end - start).total_seconds() / 60 * self._dice.draw()
        return start + timedelta(minutes=int(minutes))
