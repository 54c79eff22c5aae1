"""The made-up press: who writes, how much, and about what."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from loaders.sample.grammar import slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from loaders.sample.dice import Dice
    from loaders.sample.vocabulary import Vocabulary

_shipped_count = 400
_growth = 0.675
"""Ten times the stories bring 4.7 times the outlets: 100,000 stories have 2,000."""


@dataclass(frozen=True)
class Outlet:
    """One outlet of the made-up press; `outlets.yaml` says what the fields mean."""

    name: str
    domain: str
    zone: float = 0
    pace: float = 1.0
    quality: int = 60
    amp: bool = False
    carried: float = 0.0
    """The share of its stories that a carrier republishes."""
    video: bool = False
    headlines: str = "sentence"
    language: str = "en"
    spellings: Sequence[str] = ()
    beats: Mapping[str, float] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """A short ASCII name for addresses."""
        return slug(self.name) or self.domain.partition(".")[0]


class Press:
    """All outlets of one corpus."""

    def __init__(self, words: Vocabulary, n: int, dice: Dice) -> None:
        """The outlets that n stories need: 48 for 400, more in larger corpora."""
        facts = words.outlets
        self.carriers: Sequence[Mapping[str, Any]] = facts["carriers"]
        self.video_host: str = facts["video_host"]
        self.outlets = [_outlet(one, self.video_host) for one in facts["outlets"]]
        wanted = int(len(self.outlets) * (n / _shipped_count) ** _growth)
        self.outlets += _invented(words.words, wanted - len(self.outlets), dice)
        self._cumulative = {
            topic.name: list(
                accumulate(
                    one.beats.get(topic.name, 1.0) * (rank + 9) ** -1.5
                    for rank, one in enumerate(self.outlets)
                )
            )
            for topic in words.subjects
        }

    def pick(self, topic: str, taken: set[str], dice: Dice) -> Outlet:
        """An outlet that covers the topic; one of `taken` only when others are rare."""
        cumulative = self._cumulative[topic]
        for _ in range(12):
            outlet = self.outlets[dice.weighted(cumulative)]
            if outlet.name not in taken:
                break
        return outlet

    def carrier(self, dice: Dice) -> Mapping[str, Any]:
        """The carrier that republishes a story."""
        shares = list(accumulate(one["share"] for one in self.carriers))
        return self.carriers[dice.weighted(shares)]


def _outlet(facts: Mapping[str, Any], video_host: str) -> Outlet:
    domain = facts.get("domain") or slug(facts["name"]).replace("-", "") + ".example"
    if facts.get("video"):
        domain = video_host
    return Outlet(**{**facts, "domain": domain})


def _invented(words: Mapping[str, Any], count: int, dice: Dice) -> list[Outlet]:
    """Outlets named after towns that do not exist: `Aldermere Gazette`."""
    names = [
        f"{start}{end} {masthead}"
        for start in words["town_starts"]
        for end in words["town_ends"]
        for masthead in words["mastheads"]
    ]
    return [
        Outlet(
            name=name,
            domain=slug(name).replace("-", "") + ".example",
            zone=dice.pick((-8, -5, -5, 0, 0, 0, 1, 1, 5.5, 9, 10)),
            pace=0.4 + 2 * dice.draw(),
            quality=dice.between(40, 105),
            amp=dice.chance(0.3),
            carried=0.2 if dice.chance(0.3) else 0.0,
            headlines=dice.pick(("title", "sentence")),
        )
        for name in (dice.shuffled(names)[:count] if count > 0 else [])
    ]
