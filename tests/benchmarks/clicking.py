"""What one reader's interactions cost, beside a trivial page and a smaller corpus."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count as counting
from statistics import median
from typing import TYPE_CHECKING, Any

from tests.benchmarks import acts
from tests.benchmarks.rows import Row

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.benchmarks.acts import Tab
    from tests.benchmarks.reader import Answer, Reader


@dataclass
class Series:
    """One interaction, repeated: with the larger corpus, and at once after it beside."""

    seconds: list[float] = field(default_factory=list)
    small_seconds: list[float] = field(default_factory=list)
    trivial_seconds: list[float] = field(default_factory=list)
    """A trivial page with the settings that Streamlit comes with."""
    bare_seconds: list[float] = field(default_factory=list)
    """The same page with the settings of the dashboard."""
    sizes: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def times_trivial(self) -> float:
        """How many times as long as a click on the trivial page."""
        return median(self.seconds) / median(self.trivial_seconds)

    @property
    def times_bare(self) -> float:
        """How many times as long where that page has the settings of the dashboard."""
        return median(self.seconds) / median(self.bare_seconds)

    @property
    def growth(self) -> float:
        """How many times as long as with the smaller corpus."""
        return median(self.seconds) / median(self.small_seconds)

    def record(self) -> dict[str, Any]:
        """The series for the JSON file."""
        return {
            "times": len(self.seconds),
            "seconds": median(self.seconds),
            "least_seconds": min(self.seconds),
            "small_seconds": median(self.small_seconds),
            "trivial_seconds": median(self.trivial_seconds),
            "bare_seconds": median(self.bare_seconds),
            "times_trivial": self.times_trivial,
            "times_bare": self.times_bare,
            "growth": self.growth,
            "most_bytes": max(self.sizes),
            "errors": self.errors,
        }


class Bench:
    """Four tabs that are clicked in turns, so that a busy machine delays all alike."""

    def __init__(self, large: Tab, small: Tab, trivial: Reader, bare: Reader) -> None:
        self.large, self.small, self.trivial, self.bare = large, small, trivial, bare
        self.series: dict[str, Series] = {}
        self._clicks = counting()

    async def all(self, repeats: int) -> None:
        """Do everything that readers do, on every page."""
        await self.trivial.visit()
        await self.bare.visit()
        await self._both(acts.load("overview"), 0)
        for page in acts.PAGES:
            await self.repeat(f"{page}: first load", acts.load(page), 1)
            await self.repeat(f"{page}: load", acts.load(page), repeats)
            if page != "story":
                await self.repeat(f"{page}: new filter", acts.filters, repeats)
                await self.repeat(f"{page}: filter again", acts.filters, repeats)
                await self._both(acts.everything, 0)
        await self._both(acts.load("overview"), 0)
        await self.repeat("overview: click on a mark", acts.mark, repeats)
        await self._both(acts.everything, 0)
        await self._both(acts.load("stories"), 0)
        await self.repeat("stories: words", acts.words, repeats)
        await self._both(acts.everything, 0)
        await self.repeat("stories: next page", acts.turn, repeats)
        for number in range(repeats):
            await self._both(acts.load("stories"), 0)
            await self.once("stories: open a story", acts.opens, number)
            await self.once("story: next story", acts.step, number)

    async def repeat(
        self, kind: str, act: Callable[[Tab, int], Awaitable[Answer]], times: int
    ) -> None:
        """Do one thing several times, each time differently."""
        for number in range(times):
            await self.once(kind, act, number)

    async def once(
        self, kind: str, act: Callable[[Tab, int], Awaitable[Answer]], number: int
    ) -> None:
        """Do one thing in all four tabs."""
        held = self.series.setdefault(kind, Series())
        large, small = await self._both(act, number)
        pressed = ["one"] if next(self._clicks) % 2 else []
        beside = await self.trivial.set(provider=pressed)
        spare = await self.bare.set(provider=pressed)
        held.seconds.append(large.seconds)
        held.small_seconds.append(small.seconds)
        held.trivial_seconds.append(beside.seconds)
        held.bare_seconds.append(spare.seconds)
        held.sizes.append(large.size)
        held.errors += [*large.errors, *small.errors]

    async def _both(
        self, act: Callable[[Tab, int], Awaitable[Answer]], number: int
    ) -> tuple[Answer, Answer]:
        return await act(self.large, number), await act(self.small, number)


def rows(series: dict[str, Series], count: int, small: int) -> list[Row]:
    """The rows of the table: clicks beside a trivial page, bytes, growth."""
    new = {k: s for k, s in series.items() if k.endswith("new filter")}
    slowest = max(new, key=lambda kind: new[kind].times_trivial)
    largest = max(series, key=lambda kind: max(series[kind].sizes))
    steepest = max(new, key=lambda kind: new[kind].growth)
    beside = "times a trivial page"

    def bare(kind: str) -> str:
        return f"with this dashboard's settings: {series[kind].times_bare:.1f}"

    limit = 3 if count <= 100_000 else 6
    return [
        Row(
            f"a filter never chosen before, overview, {count:,} stories",
            series["overview: new filter"].times_trivial,
            beside,
            limit,
            note=bare("overview: new filter"),
        ),
        Row(
            f"a filter chosen before, overview, {count:,} stories",
            series["overview: filter again"].times_trivial,
            beside,
            limit,
            note=bare("overview: filter again"),
        ),
        Row(
            "the same on the slowest page",
            new[slowest].times_trivial,
            beside,
            limit,
            note=f"{slowest}; {bare(slowest)}",
        ),
        Row(
            "bytes of the largest interaction",
            max(series[largest].sizes) / 1000,
            "kB",
            150,
            note=largest,
        ),
        Row(
            f"growth of a filter click from {small:,} to {count:,} stories",
            series["overview: new filter"].growth,
            "times, overview",
            2,
            note=f"{steepest}: {new[steepest].growth:.2g} times",
        ),
        Row(
            "errors of one reader",
            float(sum(len(one.errors) for one in series.values())),
            "errors",
            0,
            details={k: s.errors for k, s in series.items() if s.errors},
        ),
    ]


def lines(series: dict[str, Series]) -> list[str]:
    """Every kind of interaction in a line."""
    width = max(map(len, series))
    return [
        f"{kind:{width}}  {median(one.seconds) * 1000:6.0f} ms  "
        f"{one.times_trivial:5.1f} x trivial  {one.times_bare:5.1f} x bare  {one.growth:5.2f} x small  "
        f"{max(one.sizes) / 1000:6.1f} kB"
        for kind, one in series.items()
    ]
