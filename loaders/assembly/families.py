"""Provider families: names that mean the same provider, under one spelling."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def family_key(spelling: str) -> str:
    """What two spellings of one family share: its letters and digits, case folded.

    A name of neither keeps itself as its key, so that it is a family of its own.
    """
    # A letter and its accent may be one sign or two.
    whole = spelling if spelling.isascii() else unicodedata.normalize("NFC", spelling)
    folded = whole.casefold()
    return "".join(mark for mark in folded if mark.isalnum()) or spelling


def shown_spellings(counts: Mapping[str, int]) -> dict[str, str]:
    """The spelling under which each spelling's family is shown.

    Args:
        counts: How often each spelling occurs, over filed stories and related entries.

    Returns:
        For every spelling the most frequent one of its family; of equally frequent
        ones the first in alphabetical order.
    """
    best: dict[str, str] = {}
    keys = {spelling: family_key(spelling) for spelling in counts}
    for spelling in sorted(counts, key=lambda name: (-counts[name], name)):
        best.setdefault(keys[spelling], spelling)
    return {spelling: best[key] for spelling, key in keys.items()}
