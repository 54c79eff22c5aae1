"""Which corpus this dashboard shows."""

from __future__ import annotations

import argparse
import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.live import store

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from loaders.gathering.crew import Progress
    from loaders.live.standing import Standing

SHIPPED = Path(__file__).resolve().parents[2] / "content"


@lru_cache(maxsize=1)
def _arguments(argv: tuple[str, ...]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--content")
    parser.add_argument("--no-index", action="store_true")
    return parser.parse_known_args(argv)[0]


def folder() -> Path | str:
    """The corpus' folder: `--content`, else BROADSHEET_CONTENT, else what ships.

    What holds `://` is an address, and stays as it is.
    """
    chosen = _arguments(tuple(sys.argv[1:])).content or os.environ.get(
        "BROADSHEET_CONTENT"
    )
    if chosen and "://" in chosen:
        return chosen
    return Path(chosen).expanduser() if chosen else SHIPPED


def use_index() -> bool:
    """Whether what was read is kept for the next start: not with `--no-index`."""
    return not _arguments(tuple(sys.argv[1:])).no_index


def current(
    progress: Progress | None = None, *, is_early_enough: bool = False
) -> Corpus:
    """The corpus as it is now; arguments as for `loaders.live.store.current`.

    Raises:
        ContentError: There is none.
    """
    return store.current(
        folder(),
        progress=progress,
        use_index=use_index(),
        is_early_enough=is_early_enough,
    )


def reading() -> tuple[int, int] | None:
    """How many of how many files are read; None while none are being read."""
    return store.reading(folder())


def standing() -> Standing:
    """How what is shown stands to its files; nothing is loaded for it."""
    return store.standing(folder())


def name(corpus: Corpus) -> str:
    """What the masthead calls the corpus: its folder, or that it is the one shipped."""
    return "The sample corpus" if folder() == SHIPPED else corpus.name
