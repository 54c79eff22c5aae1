"""Titles of the members of coverages, and whether two of them say the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.related.members import Coverages

_LETTERS: Final = re.compile(r"[\W_]")


def of(corpus: Corpus, found: Coverages, rows: np.ndarray) -> list[str]:
    """The titles of these members: their files' where they are filed."""
    member, entry = found.member[rows], found.entry[rows]
    own = corpus.texts["title"].iloc[member[member >= 0]].tolist()
    listed = corpus.related["title"].iloc[entry[member < 0]].tolist()
    titles = np.empty(len(rows), dtype=object)
    titles[member >= 0], titles[member < 0] = own, listed
    return [title if isinstance(title, str) else "" for title in titles]


def agree(one: list[str], other: list[str]) -> list[bool]:
    """Where two titles have the same letters and digits, and any."""
    kept = [
        [_LETTERS.sub("", title.casefold()) for title in side] for side in (one, other)
    ]
    return [bool(a) and a == b for a, b in zip(*kept, strict=True)]
