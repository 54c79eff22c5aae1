"""A made-up corpus of any size, the same for the same seed to the last byte."""

from __future__ import annotations

from collections import deque
from datetime import timedelta
from typing import TYPE_CHECKING

from loaders.sample import links, rendering, verdicts, vocabulary
from loaders.sample.dice import Dice
from loaders.sample.outlets import Press
from loaders.sample.plan import occasions
from loaders.sample.stories import Newsroom

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from loaders.sample.stories import Story
    from loaders.sample.vocabulary import Topic

_by_month_above = 2_000
"""Larger corpora get a sub-folder for each month: huge folders are slow to list."""
_stories_per_duplicate = 130
_lookahead = timedelta(days=40)
"""Stories are written once nothing that they may list can still be added."""


def write(n: int, folder: Path, seed: int) -> None:
    """A corpus of n distinct stories under `folder`, in the format of content/README.md.

    Stories lie in `_news/`, by month where there are more than 2,000; topics and
    carriers in `_data/`. From 130 stories on, a few files repeat the address of
    another, as real corpora do, so there are slightly more files than stories. Files
    that are in the folder already are left alone or overwritten, never removed.

    Args:
        n: Distinct filed stories; 0 writes the `_data` alone.
        folder: Where to write; made if need be.
        seed: The same n and seed give the same bytes, on every machine.

    Raises:
        ValueError: n is negative.
    """
    if n < 0:
        raise ValueError(f"a sample has at least 0 stories, not {n}")
    dice = Dice(seed)
    words = vocabulary.read()
    press = Press(words, n, dice)
    news = folder / "_news"
    news.mkdir(parents=True, exist_ok=True)
    _write_data(folder / "_data", words.topics, press)
    months: set[str] = set()
    for place, story in enumerate(_stories(n, words, press, dice), start=1):
        stems = [story.place.stem]
        text = rendering.story_file(story, dice)
        if place % _stories_per_duplicate == 0:
            next_day = f"{story.at + timedelta(days=1):%Y-%m-%d}"
            stems.append(f"{next_day}{story.place.stem[10:]}-again")
        for stem in stems:
            target = news
            if n > _by_month_above:
                target = news / stem[:7]
                if stem[:7] not in months:
                    months.add(stem[:7])
                    target.mkdir(exist_ok=True)
            (target / f"{stem}.md").write_text(text, encoding="utf-8", newline="\n")


def _stories(
    n: int, words: vocabulary.Vocabulary, press: Press, dice: Dice
) -> Iterator[Story]:
    """The n filed stories with their lists complete, roughly by time."""
    newsroom = Newsroom(words, press, dice)
    loose = links.LooseLinks(dice)
    waiting: deque[list[Story]] = deque()
    for occasion in occasions(words, n, dice):
        while waiting and waiting[0][0].at + _lookahead < occasion.starts_at:
            yield from _completed(waiting.popleft(), loose)
        told = newsroom.tell(occasion)
        leader = verdicts.choose_leader(told, dice)
        verdicts.decide(told, leader, dice)
        links.within(told, leader, dice)
        loose.remember(told)
        waiting.append(told)
    for told in waiting:
        yield from _completed(told, loose)


def _completed(told: Sequence[Story], loose: links.LooseLinks) -> Iterator[Story]:
    loose.add(told)
    for story in told:
        if story.is_filed:
            yield story


def _write_data(folder: Path, topics: Sequence[Topic], press: Press) -> None:
    """Topics and carriers, each in the format that content/README.md describes."""
    (folder / "topics").mkdir(parents=True, exist_ok=True)
    umbrella = next(topic.name for topic in topics if topic.umbrella)
    for place, topic in enumerate(topics):
        parent = "" if topic.umbrella else f"parent: {umbrella}\n"
        words = "".join(f"  - {word}\n" for word in topic.keywords)
        text = (
            f"taxonomy: topic\n_id: {topic.id}\nname: {topic.name}\n{parent}"
            f"keywords:\n{words}"
        )
        path = folder / "topics" / f"{place:02}-{topic.id}.yaml"
        path.write_text(text, encoding="utf-8", newline="\n")
    carriers = "".join(
        f"- name: {one['name']}\n  domain: {one['domain']}\n" for one in press.carriers
    )
    (folder / "carriers.yaml").write_text(carriers, encoding="utf-8", newline="\n")
