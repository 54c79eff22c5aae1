"""The rows about many readers at once: their waiting, the errors, the memory."""

from __future__ import annotations

import asyncio
import random
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np

from tests import hosting
from tests.benchmarks import acts
from tests.benchmarks.acts import Tab
from tests.benchmarks.reader import Reader
from tests.benchmarks.rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.benchmarks.server import Server

THINKING_S: Final = 1.0
"""Between two clicks of a reader: from half of it to one and a half."""
VISITED: Final = ("overview", "providers", "topics", "timeline", "stories")
UNIT: Final = "times the p95 of one reader on the same pages"
MOST_TIMES: Final = 25
_crowds: Final = count()
"""Each crowd clicks otherwise than all before, or it would be shown what is kept."""
IDLE: Final = 20
"""Readers that are added to see what each one takes."""


class Place(Protocol):
    """Where readers go: one server, or several behind a proxy."""

    url: str

    def memory(self) -> float:
        """Megabytes of memory that are in use there."""


@dataclass
class Crowd:
    """How long readers waited, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    wall_seconds: float = 0.0

    @property
    def p95(self) -> float:
        """The seconds within which 95 of 100 clicks were answered."""
        return float(np.percentile(self.seconds, 95))

    def record(self) -> dict[str, Any]:
        """The crowd for the JSON file."""
        return {
            "clicks": len(self.seconds),
            "p50_seconds": float(np.percentile(self.seconds, 50)),
            "p95_seconds": self.p95,
            "most_seconds": max(self.seconds),
            "clicks_per_second": len(self.seconds) / self.wall_seconds,
            "errors": self.errors,
        }


async def crowd(
    server: Place,
    names: Sequence[str],
    pages: Sequence[str],
    clicks: int,
    thinking: float,
) -> Crowd:
    """Let readers click at once, one on each of these pages, two providers by chance.

    Args:
        server: The dashboard.
        names: The providers that there are to click.
        pages: Where the readers are.
        clicks: How often each of them clicks.
        thinking: Seconds between two clicks of one reader, on average.
    """
    found, which = Crowd(), next(_crowds)
    async with AsyncExitStack() as stack:
        tabs = [
            Tab(await stack.enter_async_context(Reader(server.url)), names)
            for _ in pages
        ]
        for page, tab in zip(pages, tabs, strict=True):
            await acts.load(page)(tab, 0)
        started = time.perf_counter()
        await asyncio.gather(
            *(
                _click(tab, _dice(which, number), clicks, thinking, found)
                for number, tab in enumerate(tabs)
            )
        )
        found.wall_seconds = time.perf_counter() - started
    return found


def _dice(crowd_number: int, reader: int) -> random.Random:
    """What a reader clicks: other names than anybody in a crowd before."""
    return random.Random(f"{crowd_number} {reader}")  # noqa: S311 - no secret


async def one_by_one(
    server: Place, names: Sequence[str], clicks: int, thinking: float
) -> Crowd:
    """The same by one reader at a time, on each of the pages that a crowd is on."""
    parts = [await crowd(server, names, [page], clicks, thinking) for page in VISITED]
    return Crowd(
        [one for part in parts for one in part.seconds],
        [one for part in parts for one in part.errors],
        sum(part.wall_seconds for part in parts),
    )


async def _click(
    tab: Tab, dice: random.Random, clicks: int, thinking: float, found: Crowd
) -> None:
    for _ in range(clicks):
        await asyncio.sleep(thinking * dice.uniform(0.5, 1.5))
        try:
            two = dice.sample(range(len(tab.names)), 2)
            answer = await acts.filters(tab, *two)
        except (OSError, TimeoutError) as error:
            found.errors.append(repr(error))
            return
        found.seconds.append(answer.seconds)
        found.errors += answer.errors


async def memory(server: Server, stories: int, names: Sequence[str]) -> list[Row]:
    """What the dashboard takes by itself, and what each further reader adds."""
    alone = server.memory()
    async with AsyncExitStack() as stack:
        for number in range(IDLE):
            reader = await stack.enter_async_context(Reader(server.url))
            tab = Tab(reader, names)
            await acts.load("overview")(tab, 0)
            await acts.filters(tab, number % 4)
        crowded = server.memory()
    return [
        Row(
            f"memory at {stories:,} stories, all pages visited",
            alone,
            "MB",
            600,
        ),
        Row(
            "memory of each further reader",
            (crowded - alone) / IDLE,
            "MB",
            2,
            details={"before_mb": alone, "after_mb": crowded, "readers": IDLE},
        ),
    ]


async def rows(
    server: Place, names: Sequence[str], readers: int, clicks: int, by: str = ""
) -> tuple[list[Row], dict[str, Any]]:
    """Readers who click about once a second, and who all click in the same instant.

    Args:
        server: The dashboard.
        names: The providers that there are to click.
        readers: How many at most.
        clicks: How often each of them clicks.
        by: What the dashboard is served by, where that is more than one process.
    """
    one = await one_by_one(server, names, clicks * 2, 0.1)
    found: dict[str, Any] = {f"1 reader{by}": one.record()}
    made = []
    for number in sorted({min(10, readers), readers}):
        pages = [VISITED[place % len(VISITED)] for place in range(number)]
        for thinking, how in ((THINKING_S, "once a second"), (0.0, "without a pause")):
            many = await crowd(server, names, pages, clicks, thinking)
            found[f"{number} readers, {how}{by}"] = many.record()
            made.append(
                Row(
                    f"{number} readers clicking {how}{by}",
                    many.p95 / one.p95,
                    UNIT,
                    MOST_TIMES,
                    note=f"{len(many.errors)} errors",
                    details={"memory_mb": server.memory()},
                )
            )
    return made, found


async def rows_of_two(
    folder: Path, names: Sequence[str], readers: int, clicks: int, work: Path
) -> tuple[list[Row], dict[str, Any]]:
    """The same by two processes behind haproxy, where it is installed.

    Args:
        folder: The corpus.
        names: The providers that there are to click.
        readers: How many at most, all together.
        clicks: How often each of them clicks.
        work: A folder for the log; indexes lie beside it.
    """
    by = ", two processes"
    if not hosting.is_possible():
        what = f"{readers} readers clicking once a second{by}"
        return [Row(what, None, UNIT, MOST_TIMES, note=hosting.MISSING)], {}
    with hosting.Hosted(folder, work, work.parent / "cache") as place:
        # One after the other they go to the two, which have opened nothing yet.
        await crowd(place, names, [*VISITED, *VISITED], clicks, 0.0)
        return await rows(place, names, readers, clicks, by)
