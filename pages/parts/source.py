"""Which corpus this dashboard shows."""

from __future__ import annotations

import argparse
import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.corpus import Corpus

SHIPPED = Path(__file__).resolve().parents[2] / "content"


@lru_cache(maxsize=1)
def _argument(argv: tuple[str, ...]) -> str | None:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--content")
    return parser.parse_known_args(argv)[0].content or None


def folder() -> Path | str:
    """The corpus' folder: `--content`, else BROADSHEET_CONTENT, else what ships.

    What holds `://` is an address, and stays as it is.
    """
    chosen = _argument(tuple(sys.argv[1:])) or os.environ.get("BROADSHEET_CONTENT")
    if chosen and "://" in chosen:
        return chosen
    return Path(chosen).expanduser() if chosen else SHIPPED


def name(corpus: Corpus) -> str:
    """What the masthead calls the corpus: its folder, or that it is the one shipped."""
    return "The sample corpus" if folder() == SHIPPED else corpus.name
