"""Measure what the program is measured by, print it, and write it as JSON.

Every figure is a ratio against something timed in the same run, in turns with it: on a
busy machine both take longer. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from tests.benchmarks import clicking, crowding, loading, rows
from tests.benchmarks.acts import Tab
from tests.benchmarks.corpora import made as made_corpus
from tests.benchmarks.reader import Reader
from tests.benchmarks.server import Server
from tests.serving import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.rows import Row

QUICK: Final = 10_000
FULL: Final = 100_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write; 0 when that was done, whatever the figures are."""
    asked = _parser().parse_args(arguments)
    count = asked.stories or (QUICK if asked.quick else FULL)
    repeats = asked.repeats or (5 if asked.quick else 15)
    asked.work.mkdir(parents=True, exist_ok=True)
    work, cache = asked.work.resolve(), asked.work.resolve() / "cache"
    started, load_before = time.perf_counter(), os.getloadavg()[0]

    _say(f"corpora of {asked.small:,} and {count:,} stories, in {asked.work}")
    small, large = made_corpus(asked.small, work), made_corpus(count, work)
    _say("loading")
    measured = loading.cold(small, asked.small, cache, max(repeats // 3, 1))
    theirs = measured[0].details["python_frontmatter_seconds"]
    usual = median(theirs) / asked.small if theirs else None
    measured += loading.again(large, count, cache, max(repeats // 3, 1), usual)
    loading.child("loaders", "index", str(small), cache=cache)
    names = loading.leading(large, cache), loading.leading(small, cache)
    pages = asyncio.run(_pages((large, small), work, names, repeats, asked.readers))
    measured += pages["rows"]
    series = pages["series"]

    text = rows.lines(measured)
    print("\n".join([*clicking.lines(series), "", *text]))
    machine = {
        "cores": os.cpu_count(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "load_before": load_before,
        "load_after": os.getloadavg()[0],
        "seconds": time.perf_counter() - started,
    }
    print(
        f"\n{machine['cores']} cores, Python {machine['python']}; "
        f"load {load_before:.1f} before and {machine['load_after']:.1f} after; "
        f"{machine['seconds']:.0f} s"
    )
    written = {
        "stories": count,
        "small": asked.small,
        "machine": machine,
        "rows": [row.record() for row in measured],
        "interactions": {kind: one.record() for kind, one in series.items()},
        "crowds": pages["crowds"],
    }
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return 0


async def _pages(
    corpora: tuple[Path, Path],
    work: Path,
    names: tuple[Sequence[str], Sequence[str]],
    repeats: int,
    readers: int,
) -> dict[str, Any]:
    """What is measured at running dashboards: of the larger and the smaller corpus."""
    large, small = corpora
    count, few = (int(path.name.split("-")[1]) for path in (large, small))
    dashboard, page = "dashboard.py", "tests/benchmarks/trivial.py"
    with (
        Server(dashboard, ["--content", str(large)], work / "large") as big,
        Server(dashboard, ["--content", str(small)], work / "small") as little,
        Server(page, [], work / "trivial", is_plain=True) as trivial,
        Server(page, [], work / "bare") as bare,
    ):
        _say("one reader")
        async with (
            Reader(big.url) as one,
            Reader(little.url) as two,
            Reader(trivial.url) as plain,
            Reader(bare.url) as spare,
        ):
            tabs = Tab(one, names[0]), Tab(two, names[1])
            bench = clicking.Bench(*tabs, plain, spare)
            await bench.all(repeats)
        made: list[Row] = clicking.rows(bench.series, count, few)
        _say("memory")
        made += await crowding.memory(big, count, names[0])
        _say("many readers")
        clicks = max(repeats // 3, 2)
        crowded, crowds = await crowding.rows(big, names[0], readers, clicks)
    _say("many readers, two processes")
    both = await crowding.rows_of_two(large, names[0], readers, clicks, work / "two")
    return {
        "rows": made + crowded + both[0],
        "series": bench.series,
        "crowds": crowds | both[1],
    }


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    build = Path(os.path.relpath(ROOT / "build"))
    parser.add_argument(
        "--quick", action="store_true", help=f"{QUICK:,} stories, fewer repeats"
    )
    parser.add_argument("--stories", type=int, help=f"the larger corpus ({FULL:,})")
    parser.add_argument("--small", type=int, default=1600, help="the smaller (1,600)")
    parser.add_argument("--repeats", type=int, help="of each interaction")
    parser.add_argument("--readers", type=int, default=50, help="at once (50)")
    parser.add_argument("--out", type=Path, default=build / "bench.json")
    parser.add_argument("--work", type=Path, default=build / "benchmarks")
    return parser


if __name__ == "__main__":
    sys.exit(main())
