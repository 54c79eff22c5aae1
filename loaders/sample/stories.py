"""The stories of one occasion: who runs it, when, under which headline."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.sample.addresses import Addresses, Place
from loaders.sample.clock import Clock
from loaders.sample.events import Decks, Event

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from loaders.sample.dice import Dice
    from loaders.sample.outlets import Outlet, Press
    from loaders.sample.plan import Occasion
    from loaders.sample.vocabulary import Vocabulary

_quality_spread = ((0, -38), (0.1, -20), (0.5, 0), (0.9, 22), (0.98, 45), (1, 74))
_follow_up_share = 0.1
"""Stories of an occasion by an outlet that had it already."""


@dataclass(eq=False)
class Story:
    """One story of the made-up world; `None` and empty mean that a file has no such field."""

    title: str
    excerpt: str
    at: datetime
    outlet: Outlet
    provider: str
    """The provider's name as this story writes it."""
    place: Place
    topics: Sequence[str]
    quality: int | None
    carrier: str = ""
    is_filed: bool = True
    """Has a file of its own; else it is only seen in related lists."""
    published: bool | None = None
    is_folded: bool = False
    heat_slip: int = 0
    """What its heat is off by, as if its list had grown after the heat was set."""
    related: list[Story] = field(default_factory=list)
    entry_text: str = ""
    """How related lists show it, once it was rendered."""

    @property
    def is_video(self) -> bool:
        """Whether it stands on the video host; a carrier carries articles only."""
        return self.outlet.video


class Newsroom:
    """Turns occasions into stories."""

    def __init__(self, words: Vocabulary, press: Press, dice: Dice) -> None:
        """A newsroom that has not told anything yet."""
        self.words, self.press, self.dice = words, press, dice
        self._addresses = Addresses(dice, press.video_host)
        self._clock = Clock(words.plan["last"], dice)
        self._decks = Decks(dice)
        self._taken: set[str] = set()

    def tell(self, occasion: Occasion) -> list[Story]:
        """The stories of the occasion, earliest first: `occasion.size` filed, some seen."""
        event = Event(occasion, self.words, self._decks, self.dice)
        outlets: set[str] = set()
        told: list[Story] = []
        while len(told) < occasion.size:
            outlet = self.press.pick(occasion.topic.name, outlets, self.dice)
            if told and self.dice.chance(_follow_up_share):
                outlet = self.dice.pick(told).outlet
            outlets.add(outlet.name)
            story = self._story(event, outlet, self._clock.coverage(occasion, outlet))
            if self.dice.chance(outlet.carried):
                copy = self._carried(event, story)
                keeps_origin = self.dice.chance(0.55) and occasion.size > len(told) + 1
                told += [story, copy] if keeps_origin else [copy]
            else:
                told.append(story)
        for _ in range(self._seen_count(occasion.size)):
            outlet = self.press.pick(occasion.topic.name, outlets, self.dice)
            outlets.add(outlet.name)
            story = self._story(event, outlet, self._clock.coverage(occasion, outlet))
            story.is_filed = False
            told.append(story)
        return sorted(told, key=lambda story: story.at)

    def _seen_count(self, size: int) -> int:
        if size == 1:
            return self.dice.pick((0, 0, 0, 0, 0, 0, 0, 1, 2, 3))
        return self.dice.between(0, max(1, min(size // 3, 5)))

    def _story(self, event: Event, outlet: Outlet, at: datetime) -> Story:
        title = event.headline(outlet, self._taken)
        name = outlet.name
        if outlet.spellings and self.dice.chance(0.2):
            name = self.dice.pick(outlet.spellings)
        quality = outlet.quality + int(self.dice.quantile(_quality_spread))
        return Story(
            title=title,
            excerpt=event.excerpt(outlet),
            at=at,
            outlet=outlet,
            provider=name,
            place=self._addresses.of(outlet, title, at),
            topics=self._topics(event),
            quality=min(max(quality, 11), 189),
        )

    def _topics(self, event: Event) -> list[str]:
        names = [event.topic.name] if self.dice.chance(0.97) else []
        names += [name for name in event.plot.also if self.dice.chance(0.5)]
        if self.dice.chance(0.04):
            names.append(self.dice.pick(self.words.subjects).name)
        if not names or self.dice.chance(0.975):
            names += [topic.name for topic in self.words.topics if topic.umbrella]
        return list(dict.fromkeys(names))

    def _carried(self, event: Event, origin: Story) -> Story:
        """The story as a carrier republishes it, most often under the same headline."""
        carrier = self.press.carrier(self.dice)
        at = self._clock.carried(origin.at)
        title = origin.title
        if self.dice.chance(0.3):
            title = event.headline(origin.outlet, self._taken)
        name = f"{origin.outlet.name} on {carrier['name']}"
        if self.dice.chance(0.1):
            name = carrier["name"]
        quality = (origin.quality or 0) + self.dice.between(-12, 6)
        return Story(
            title=title,
            excerpt=origin.excerpt,
            at=at,
            outlet=origin.outlet,
            provider=name,
            place=self._addresses.carried(carrier["domain"], title, at),
            topics=origin.topics,
            quality=min(max(quality, 11), 189),
            carrier=carrier["name"],
        )
