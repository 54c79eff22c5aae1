"""An occasion in words: headlines and excerpts that visibly tell of the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.sample import grammar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from loaders.sample.dice import Dice
    from loaders.sample.outlets import Outlet
    from loaders.sample.plan import Occasion
    from loaders.sample.vocabulary import Plot, Topic, Vocabulary

_feed_cut = 150
"""Characters of an excerpt that some feeds pass on."""
_attempts = 6
"""Draws for a headline that nobody used yet; large corpora do run out of new ones."""


class Event:
    """One occasion with its names and numbers settled."""

    def __init__(
        self, occasion: Occasion, words: Vocabulary, decks: Decks, dice: Dice
    ) -> None:
        """Settle who, where and how much, for all outlets alike."""
        self.topic, self.dice, self.words = occasion.topic, dice, words.words
        plot = occasion.plot or words.gathering
        self.slots = _slots(occasion.topic, plot, words.words, dice)
        if occasion.forum:
            self.slots["forum"] = occasion.forum
            self.slots["city"] = self.words["forums"][occasion.forum]
        for name, choices in plot.slots.items():
            self.slots[name] = grammar.plain(choices, self.slots, dice)
        self.slots["short"] = grammar.plain(plot.short, self.slots, dice)
        self.slots["who"] = self.slots[plot.who]
        self.plot, self._decks, self._used = plot, decks, set[str]()
        self._told = 0

    def headline(self, outlet: Outlet, taken: set[str]) -> str:
        """A headline in the outlet's manner, not one of `taken` if that can be."""
        for _ in range(_attempts):
            title = self._headline(outlet)
            if title not in taken:
                break
        taken.add(title)
        return title

    def excerpt(self, outlet: Outlet) -> str:
        """One or two sentences, now and then cut off as a feed does."""
        if outlet.language != "en":
            texts = self.words["foreign_excerpts"][outlet.language]
            return grammar.fill(self.dice.pick(texts), self.slots, self.dice)
        texts = self.plot.excerpts
        if self.dice.chance(0.25):
            texts = self.words["angle_excerpts"]
        text = self._fill(texts)
        if self.dice.chance(0.4):
            text += " " + self._fill(self.words["closers"])
        if len(text) > _feed_cut and self.dice.chance(0.15):
            text = text[: _feed_cut - 10].rpartition(" ")[0] + " ..."
        return text

    def _headline(self, outlet: Outlet) -> str:
        if outlet.language != "en":
            templates = self.words["foreign"][outlet.language]
            word = self.topic.words[outlet.language]
            template = self._decks.next(templates, set())
            return grammar.fill(template, {**self.slots, "word": word}, self.dice)
        if outlet.video and self.dice.chance(0.8):
            title = self._fill(self.words["video_angles"])
        else:
            # News first; what it means, and who is to blame, once the news is out.
            self._told += 1
            fresh = self._told <= len(self.plot.titles)
            is_news = self.dice.chance(0.86 if fresh else 0.35)
            title = self._fill(self.plot.titles if is_news else self.words["angles"])
        return grammar.title_case(title) if outlet.headlines == "title" else title

    def _fill(self, templates: Sequence[str]) -> str:
        template = self._decks.next(templates, self._used)
        self._used.add(template)
        return grammar.fill(template, self.slots, self.dice)


class Decks:
    """Templates in random order: none comes again before all of its list have come."""

    def __init__(self, dice: Dice) -> None:
        """Nothing is dealt yet."""
        self._dice = dice
        self._left: dict[int, list[str]] = {}

    def next(self, templates: Sequence[str], used: set[str]) -> str:
        """The next template of the list, one that is not in `used` if that can be."""
        left = self._left.setdefault(id(templates), [])
        for place, template in enumerate(left):
            if template not in used:
                return left.pop(place)
        # Only used ones are left: they wait behind a new round.
        fresh = [one for one in self._dice.shuffled(templates) if one not in left]
        fresh.sort(key=used.__contains__)
        left[:] = fresh + left
        return left.pop(0)


def _slots(
    topic: Topic, plot: Plot, words: Mapping[str, Sequence[str]], dice: Dice
) -> dict[str, str]:
    """The slots that every plot may use."""
    city, city2 = dice.shuffled(words["towns"])[:2]
    companies = dice.shuffled(list(topic.companies))
    if "company" in plot.slots:
        companies.remove(plot.slots["company"])
        companies.insert(0, plot.slots["company"])
    company, rival = companies[:2]
    return {
        "city": city,
        "city2": city2,
        "company": company,
        "rival": rival,
        "product": topic.companies[company],
        "thing": dice.pick(topic.things),
        "agency": dice.pick(words["agencies"]),
        "institute": dice.pick(words["institutes"]),
        "person": f"{dice.pick(words['given'])} {dice.pick(words['families'])}",
    }
