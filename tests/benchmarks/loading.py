"""The rows about loading: cold, by the index, and when one file changes."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from loaders.gathering import stamps
from tests.benchmarks.rows import ABOVE, Row
from tests.serving import ROOT, environment

if TYPE_CHECKING:
    from collections.abc import Sequence


def child(module: str, *arguments: str, cache: Path) -> dict[str, Any]:
    """What a module of this package prints, with the seconds of its whole process."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=environment(cache),
        capture_output=True,
        check=False,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{module} {' '.join(arguments)}: {done.stderr[-2000:]}")
    whole = time.perf_counter() - started
    said = json.loads(done.stdout) if done.stdout.startswith("{") else {}
    return {**said, "process_seconds": whole}


def cold(folder: Path, count: int, cache: Path, repeats: int) -> list[Row]:
    """Cold loads against the usual way and against Hugo, in turns."""
    has_reference = importlib.util.find_spec("frontmatter") is not None
    hugo = shutil.which("hugo")
    ours, theirs, checks, lists = [], [], [], []
    for _ in range(repeats):
        opened = child("tests.benchmarks.opening", "cold", str(folder), cache=cache)
        ours.append(opened["seconds"])
        if has_reference:
            read = child("tests.benchmarks.reference", str(folder), cache=cache)
            theirs.append(read["seconds"])
        checked = child("loaders", "check", "--no-index", str(folder), cache=cache)
        checks.append(checked["process_seconds"])
        if hugo:
            lists.append(_hugo(hugo, folder))
    return [
        Row(
            f"cold load of {count:,} files, net of imports",
            median(theirs) / median(ours) if theirs else None,
            "times as fast as python-frontmatter + pandas",
            6,
            ABOVE,
            "" if theirs else "python-frontmatter is not installed",
            {"seconds": ours, "python_frontmatter_seconds": theirs},
        ),
        Row(
            f"whole process that reads {count:,} files",
            median(lists) / median(checks) if lists else None,
            "times as fast as `hugo list all`",
            1,
            ABOVE,
            "" if lists else "hugo is not installed",
            {"seconds": checks, "hugo_seconds": lists},
        ),
    ]


def _hugo(program: str, folder: Path) -> float:
    """The seconds of `hugo list all` over the stories."""
    with tempfile.TemporaryDirectory() as made:
        site = Path(made)
        stories = json.dumps(str(folder / "_news"))
        # Else it takes `published: true` for a date, and stops at each file.
        dates = "[frontmatter]\n" + "".join(
            f"{name} = ['publishedDateTime']\n"
            for name in ("date", "publishDate", "lastmod", "expiryDate")
        )
        (site / "hugo.toml").write_text(f"contentDir = {stories}\n{dates}", "utf-8")
        started = time.perf_counter()
        done = subprocess.run(
            [program, "list", "all", "--source", made],
            capture_output=True,
            check=False,
            text=True,
        )
        seconds = time.perf_counter() - started
    if done.returncode or not done.stdout.count("\n") > 1:
        raise RuntimeError(f"hugo list all: {done.stderr[-2000:]}")
    return seconds


def again(
    folder: Path, count: int, cache: Path, repeats: int, usual: float | None
) -> list[Row]:
    """A cold load of many files, the second start against it, and one changed file.

    Leaves the corpus indexed in `cache`.

    Args:
        folder: The corpus.
        count: Its stories.
        cache: Where indexes are kept.
        repeats: Of the second start.
        usual: The seconds that python-frontmatter and pandas take for a file.
    """
    first = child("tests.benchmarks.opening", "cold", str(folder), cache=cache)
    child("loaders", "index", str(folder), cache=cache)
    opened = [
        child("tests.benchmarks.opening", "again", str(folder), cache=cache)
        for _ in range(repeats)
    ]
    second = median(one["seconds"] for one in opened)
    changed = child("tests.benchmarks.opening", "changed", str(folder), cache=cache)
    # A file that changed just before is read again at the next start.
    time.sleep(stamps.RECENT_NS / 1e9)
    child("loaders", "index", str(folder), cache=cache)
    looked = median(one["look_seconds"] for one in opened)
    return [
        Row(
            f"cold load of {count:,} files, net of imports",
            usual * count / first["seconds"] if usual else None,
            "times as fast, by the file, as python-frontmatter + pandas above",
            6,
            ABOVE,
            "" if usual else "python-frontmatter is not installed",
            {"seconds": first["seconds"]},
        ),
        Row(
            f"second start with {count:,} stories",
            first["seconds"] / second,
            "times as fast as the cold load",
            50,
            ABOVE,
            details={"cold_seconds": first["seconds"]},
        ),
        Row(
            f"{count:,} stories ready by the index",
            second,
            "s",
            1,
            note=f"all files looked at {looked:.2f} s later",
            details={
                "seconds": [one["seconds"] for one in opened],
                "look_seconds": [one["look_seconds"] for one in opened],
            },
        ),
        Row(
            f"one changed file among {count:,}",
            changed["seconds"] - changed["look_seconds"],
            f"s from noticing it to the new corpus "
            f"(1/{first['seconds'] / changed['seconds']:,.0f} of the cold load)",
            1.5,
            details=changed,
        ),
    ]


def leading(folder: Path, cache: Path) -> Sequence[str]:
    """The providers with most stories, which readers click."""
    names: list[str] = child(
        "tests.benchmarks.opening", "again", str(folder), cache=cache
    )["providers"]
    return names
