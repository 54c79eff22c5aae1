"""The rows about many readers at once: their waiting, the errors, the memory."""

from __future__ import annotations

import asyncio
import random
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from tests.benchmarks import acts
from tests.benchmarks.acts import Tab
from tests.benchmarks.reader import Reader
from tests.benchmarks.rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.server import Server

THINKING_S: Final = 1.0
"""Between two clicks of a reader: from half of it to one and a half."""
VISITED: Final = ("overview", "providers", "topics", "timeline", "stories")
IDLE: Final = 20
"""Readers that are added to see what each one takes."""


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
    server: Server,
    names: Sequence[str],
    pages: Sequence[str],
    clicks: int,
    thinking: float,
) -> Crowd:
    """Let readers click at once, one on each of these pages, by chance.

    Args:
        server: The dashboard.
        names: The providers that there are to click.
        pages: Where the readers are.
        clicks: How often each of them clicks.
        thinking: Seconds between two clicks of one reader, on average.
    """
    found = Crowd()
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
                _click(
                    tab, _dice(len(pages), thinking, number), clicks, thinking, found
                )
                for number, tab in enumerate(tabs)
            )
        )
        found.wall_seconds = time.perf_counter() - started
    return found


def _dice(*which: float) -> random.Random:
    """What a reader clicks: other names than in any other crowd."""
    return random.Random(repr(which))  # noqa: S311 - no secret


async def one_by_one(
    server: Server, names: Sequence[str], clicks: int, thinking: float
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
            answer = await acts.filters(tab, dice.randrange(len(tab.names)))
        except (OSError, TimeoutError) as error:
            found.errors.append(repr(error))
            return
        found.seconds.append(answer.seconds)
        found.errors += answer.errors


async def memory(server: Server, count: int, names: Sequence[str]) -> list[Row]:
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
            f"memory at {count:,} stories, all pages visited",
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
    server: Server, names: Sequence[str], readers: int, clicks: int
) -> tuple[list[Row], dict[str, Any]]:
    """Readers who click about once a second, and who all click in the same instant."""
    one = await one_by_one(server, names, clicks * 2, 0.1)
    found: dict[str, Any] = {"1 reader": one.record()}
    made = []
    for number in sorted({min(10, readers), readers}):
        pages = [VISITED[place % len(VISITED)] for place in range(number)]
        for thinking, how in ((THINKING_S, "once a second"), (0.0, "without a pause")):
            many = await crowd(server, names, pages, clicks, thinking)
            found[f"{number} readers, {how}"] = many.record()
            made.append(
                Row(
                    f"{number} readers clicking {how}",
                    many.p95 / one.p95,
                    "times the p95 of one reader on the same pages",
                    25,
                    note=f"{len(many.errors)} errors",
                    details={"memory_mb": server.memory()},
                )
            )
    return made, found
