"""Opening a corpus in a process of its own, as each start of the dashboard does.

Run as a program, `python -m tests.benchmarks.opening HOW DIR`, it prints as JSON the
seconds that one way of opening took once all was imported.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from loaders import load, loading
from loaders.live.shelf import Shelf
from measures import facets
from measures.filters import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable

CHANGES = 3
MOST_NAMES = 200


def cold(folder: str) -> dict[str, Any]:
    """Read every file, as if there were no index."""
    started = time.perf_counter()
    load(folder, use_index=False)
    return {"seconds": time.perf_counter() - started}


def again(folder: str) -> dict[str, Any]:
    """Open it as a dashboard does that has an index, and then look at all files.

    Also its leading providers, most stories first.
    """
    shelf = Shelf(folder)
    started = time.perf_counter()
    corpus = shelf.current()
    seconds = time.perf_counter() - started
    shelf.refresh()
    looked = time.perf_counter() - started - seconds
    counted = facets.counts(corpus, EVERYTHING, "provider")
    names = counted.loc[counted["story_count"] > 0, "value"]
    return {
        "seconds": seconds,
        "look_seconds": looked,
        "providers": list(names.head(MOST_NAMES)),
    }


def changed(folder: str) -> dict[str, Any]:
    """Change one file a few times: the median of noticing it and of all until it shows.

    The file is left as it was.
    """
    shelf = Shelf(folder)
    shelf.current()
    shelf.refresh()
    path = next(Path(folder).rglob("*.md"))
    original = path.read_text(encoding="utf-8")
    looking, showing = [], []
    try:
        for number in range(CHANGES):
            text = original.replace("title: ", f"title: Changed {number} ", 1)
            path.write_text(text, encoding="utf-8")
            started = time.perf_counter()
            loading.scan(folder)
            looking.append(time.perf_counter() - started)
            started = time.perf_counter()
            if not shelf.refresh():
                raise RuntimeError(f"{path.name} was changed, and that was not seen")
            showing.append(time.perf_counter() - started)
    finally:
        path.write_text(original, encoding="utf-8")
    return {"look_seconds": median(looking), "seconds": median(showing)}


HOWS: dict[str, Callable[[str], dict[str, Any]]] = {
    "cold": cold,
    "again": again,
    "changed": changed,
}

if __name__ == "__main__":
    json.dump(HOWS[sys.argv[1]](sys.argv[2]), sys.stdout)
