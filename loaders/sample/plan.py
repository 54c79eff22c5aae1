"""What happens when: every occasion that the stories of a corpus will be about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.sample.dice import Dice
    from loaders.sample.vocabulary import Plot, Topic, Vocabulary

_shipped_count = 400
_least_burst = 5
"""A burst day needs five stories (content/README.md); below that it is no burst."""

_hours_utc = ((0, 0), (0.07, 5), (0.3, 8), (0.55, 12), (0.8, 16), (0.94, 20), (1, 24))
_burst_hours_utc = ((0, 4.5), (1, 8.5))
_day_luck = ((0, 0.4), (1, 1.6))


@dataclass(frozen=True)
class Occasion:
    """Something that happens and that `size` filed stories tell of."""

    starts_at: datetime
    size: int
    topic: Topic
    plot: Plot | None
    """None: news from a gathering."""
    forum: str = ""
    is_burst: bool = False


def occasions(words: Vocabulary, n: int, dice: Dice) -> list[Occasion]:
    """The occasions of a corpus of n stories, earliest first; their sizes add up to n.

    Bursts grow with the corpus, so that they rise above its everyday at every size. Of
    more than 400 stories more are of one matter, as in real corpora.
    """
    plan = words.plan
    first, last = plan["first"], plan["last"]
    sizes = plan["group_sizes" if n <= _shipped_count else "group_sizes_of_many"]
    calendar = _Calendar(words, first, last, sizes, dice)
    made: list[Occasion] = []
    left = n
    per_day = n / calendar.day_count
    scale = max(min(n / _shipped_count, 1.0), per_day * 0.12)
    for burst in plan["bursts"]:
        size = round(burst["size"] * scale)
        if _least_burst <= size <= left:
            made += calendar.burst(burst, size)
            left -= size
    for fixture in plan["fixtures"] if n >= _shipped_count / 2 else []:
        topic, plot = words.plot(fixture["plot"])
        starts_at = calendar.moment(fixture["day"], _hours_utc)
        made.append(Occasion(starts_at, fixture["size"], topic, plot))
        left -= fixture["size"]
    while left:
        size = min(calendar.group_size(), left)
        made.append(calendar.everyday(size))
        left -= size
    return sorted(made, key=lambda occasion: occasion.starts_at)


class _Calendar:
    """Draws days, hours and subjects from the plan."""

    def __init__(
        self,
        words: Vocabulary,
        first: date,
        last: date,
        sizes: dict[int, float],
        dice: Dice,
    ) -> None:
        self.words, self.first, self.dice = words, first, dice
        self.day_count = (last - first).days + 1
        self._volumes = list(accumulate(self._volume(i) for i in range(self.day_count)))
        self._sizes, self._size_shares = list(sizes), list(accumulate(sizes.values()))

    def group_size(self) -> int:
        return self._sizes[self.dice.weighted(self._size_shares)]

    def moment(self, day: date, hours: Sequence[tuple[float, float]]) -> datetime:
        midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
        return midnight + timedelta(minutes=int(self.dice.quantile(hours) * 60))

    def everyday(self, size: int) -> Occasion:
        day = self.first + timedelta(days=self.dice.weighted(self._volumes))
        topic = self._topic(day)
        plots = [plot for plot in topic.plots if not plot.big]
        starts_at = self.moment(day, _hours_utc)
        return Occasion(starts_at, size, topic, self.dice.pick(plots))

    def burst(self, burst: dict[str, Any], size: int) -> list[Occasion]:
        day: date = burst["day"]
        if "plot" in burst:
            topic, plot = self.words.plot(burst["plot"])
            starts_at = self.moment(day, _burst_hours_utc)
            return [Occasion(starts_at, size, topic, plot, is_burst=True)]
        made = []
        while size:
            part = min(self.dice.pick((1, 1, 1, 2, 2, 3)), size)
            size -= part
            shown_on = day + timedelta(days=self.dice.pick((0, 0, 0, 0, 1)))
            starts_at = self.moment(shown_on, _burst_hours_utc)
            topic = self._topic(day)
            made.append(
                Occasion(starts_at, part, topic, None, burst["forum"], is_burst=True)
            )
        return made

    def _topic(self, day: date) -> Topic:
        along = (day - self.first).days / self.day_count
        subjects = self.words.subjects
        shares = accumulate(_between(topic.interest, along) for topic in subjects)
        return subjects[self.dice.weighted(list(shares))]

    def _volume(self, index: int) -> float:
        day = self.first + timedelta(days=index)
        plan = self.words.plan
        volume = _between(plan["volume"], index / self.day_count)
        if f"{day:%m-%d}" in plan["holidays"]:
            volume *= 0.15
        luck = self.dice.quantile(_day_luck)
        return float(volume * plan["weekdays"][day.weekday()] * luck)


def _between(steps: Sequence[float], along: float) -> float:
    """The height at `along` (0 to 1) of the line through evenly spaced steps."""
    place = along * (len(steps) - 1)
    index = min(int(place), len(steps) - 2)
    return steps[index] + (steps[index + 1] - steps[index]) * (place - index)
