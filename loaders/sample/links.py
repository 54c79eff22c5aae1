"""Related coverage: which story lists which others."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from loaders.sample.dice import Dice
    from loaders.sample.stories import Story

_most_entries = 39
_reach = 18
"""Stories further apart than this many in time do not list each other in a big event."""
_loose_span = timedelta(days=18)
_loose_gap_hours = (
    (0, -330), (0.15, -110), (0.35, 0), (0.6, 45), (0.8, 150), (1, 420)
)  # fmt: skip

# How likely the earlier of two stories of one occasion lists the later one.
_leader_lists, _lists_own_outlet, _lists_leader, _lists_other = 0.92, 0.8, 0.75, 0.56
# How likely the later one lists the earlier, where that lists it and where not.
_lists_back, _lists_back_unasked = 0.4, 0.06
_published_factor = 0.4
"""Published stories that lead nothing list far fewer than folded ones do."""


def within(stories: Sequence[Story], leader: Story | None, dice: Dice) -> None:
    """Link the stories of one occasion, given earliest first."""
    for place, earlier in enumerate(stories):
        for later in stories[place + 1 : place + 1 + _reach]:
            listed = dice.chance(_forward_share(earlier, later, leader))
            if listed:
                _list(earlier, later)
            back = _lists_back if listed else _lists_back_unasked
            if later.published and later is not leader:
                back *= _published_factor
            if dice.chance(back):
                _list(later, earlier)


def _forward_share(earlier: Story, later: Story, leader: Story | None) -> float:
    if earlier is leader:
        return _leader_lists
    if earlier.outlet is later.outlet:
        share = _lists_own_outlet
    else:
        share = _lists_leader if later is leader else _lists_other
    return share * _published_factor if earlier.published else share


def _list(story: Story, other: Story) -> None:
    if story.is_filed and len(story.related) < _most_entries:
        story.related.append(other)


class LooseLinks:
    """Links between occasions: other stories of the same topic or the same domain."""

    def __init__(self, dice: Dice) -> None:
        """No story is known yet."""
        self._dice = dice
        self._pools: dict[str, list[Story]] = defaultdict(list)

    def remember(self, stories: Sequence[Story]) -> None:
        """Make these stories available as targets."""
        for story in stories:
            for key in _pool_keys(story):
                insort(self._pools[key], story, key=_time)

    def add(self, stories: Sequence[Story]) -> None:
        """Give some of the stories loose links, repeats and a shuffled list."""
        for story in stories:
            if story.is_filed:
                self._add(story)

    def _add(self, story: Story) -> None:
        dice = self._dice
        count = dice.pick((0, 0, 1, 1, 1, 2)) if story.related else dice.chance(0.12)
        for _ in range(count):
            other = self._loose(story)
            if other and other is not story and other not in story.related:
                story.related.append(other)
        for other in list(story.related):
            if dice.chance(0.035):
                story.related.append(other)
        if story.related and dice.chance(0.008):
            story.related.append(story)
        story.related = dice.shuffled(story.related)[:_most_entries]

    def _loose(self, story: Story) -> Story | None:
        """A story about as much later or earlier as loose links go; None if too far."""
        dice = self._dice
        topic, domain = _pool_keys(story)
        key = domain if dice.chance(0.6) else topic
        pool = self._pools[key]
        if pool[0].at < story.at - 4 * _loose_span:
            pool = [one for one in pool if one.at > story.at - 2 * _loose_span]
            self._pools[key] = pool
        wanted = story.at + timedelta(hours=dice.quantile(_loose_gap_hours))
        place = bisect_left(pool, wanted, key=_time)
        other = pool[min(place, len(pool) - 1)]
        return other if abs(other.at - story.at) <= _loose_span else None


def _time(story: Story) -> datetime:
    return story.at


def _pool_keys(story: Story) -> tuple[str, str]:
    return story.topics[0], story.place.domain
