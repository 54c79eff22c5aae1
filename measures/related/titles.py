"""Titles of the members of coverages, and which of them are one headline."""

from __future__ import annotations

import html
import unicodedata
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.related.members import Coverages

KEPT: Final = frozenset("LMN")
"""Unicode categories: letters, marks (vowel signs of many scripts) and numbers."""


def of(corpus: Corpus, found: Coverages, rows: np.ndarray) -> list[str]:
    """The titles of these members: their files' where they are filed."""
    member, entry = found.member[rows], found.entry[rows]
    own = corpus.texts["title"].iloc[member[member >= 0]].tolist()
    listed = corpus.related["title"].iloc[entry[member < 0]].tolist()
    titles = np.empty(len(rows), dtype=object)
    titles[member >= 0], titles[member < 0] = own, listed
    return [title if isinstance(title, str) else "" for title in titles]


def alike(titles: list[str]) -> list[str]:
    """The titles with nothing but letters, marks and digits, in one case and one form.

    Two that are equal then are one headline; what has none of these is empty.
    """
    return [
        "".join(
            letter
            for letter in unicodedata.normalize("NFKC", html.unescape(title)).casefold()
            if unicodedata.category(letter)[0] in KEPT
        )
        for title in titles
    ]
