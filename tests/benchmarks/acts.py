"""What readers do: each act is one interaction, at its n-th time."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pages.parts.chapters import OF_PAGES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from tests.benchmarks.reader import Answer, Reader

PAGES: Final = {
    "overview": "",
    **{
        name: name
        for name in (
            *("providers", "topics", "timeline", "coverage"),
            *("compare", "stories", "story", "health"),
        )
    },
    **{
        f"{page}, {chapter}": f"{page}?part={chapter}"
        for page, chapters in OF_PAGES.items()
        for chapter in list(chapters)[1:]
    },
}
"""Every page by its name, and each further chapter of one, with its address."""
WORDS: Final = ("the", "first", '"in the"', "new -old", "report", "on", "why", "how")


@dataclass(frozen=True)
class Tab:
    """A reader's tab, and the providers that there are to click, most stories first."""

    reader: Reader
    names: Sequence[str]

    def name(self, number: int) -> str:
        """A provider; after the last one comes the first again."""
        return self.names[number % len(self.names)]


def load(page: str) -> Callable[[Tab, int], Awaitable[Answer]]:
    """Open a page."""
    name, _, query = PAGES[page].partition("?")
    return lambda tab, _: tab.reader.visit(name, query)


async def filters(tab: Tab, *numbers: int) -> Answer:
    """Choose providers in place of others."""
    return await tab.reader.set(provider=[tab.name(number) for number in numbers])


async def everything(tab: Tab, _: int) -> Answer:
    """Clear all filters."""
    if "clear_all" in tab.reader.elements:
        return await tab.reader.set(clear_all=True)
    return await tab.reader.rerun()


async def mark(tab: Tab, number: int) -> Answer:
    """Click a bar of the leaderboard, which chooses its provider."""
    options = tab.reader.elements["facet_provider"][1].options
    label = options[number % len(options)].content
    name = re.sub(r"\\(.)|\u2060", r"\1", label).rsplit(" \u2009", 1)[0]
    value = {"selection": {"pick": [{"provider": name}]}}
    return await tab.reader.set(**{tab.reader.named("chart-providers-"): value})


async def words(tab: Tab, number: int) -> Answer:
    """Search for words that nobody searched for yet."""
    letters = "etaoinsrhl"[number // len(WORDS) % 10] * (number // len(WORDS) > 0)
    return await tab.reader.set(words=f"{WORDS[number % len(WORDS)]} {letters}".strip())


async def turn(tab: Tab, number: int) -> Answer:
    """Turn a page of the table of stories."""
    return await tab.reader.set(**{tab.reader.named("stories-page-"): number + 2})


async def opens(tab: Tab, _: int) -> Answer:
    """Open the first story of the table."""
    table = tab.reader.named("stories-", kind="bidi_component")
    first = json.loads(tab.reader.elements[table][1].json)["rows"][0]["id"]
    return await tab.reader.set(**{table: {"event": "open", "value": first}})


async def step(tab: Tab, _: int) -> Answer:
    """Go from a story to the next."""
    return await tab.reader.set(**{"step-Next": True})
