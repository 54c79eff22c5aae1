"""Titles of the members of coverages, and which of them are one headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from loaders import wording

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.related.members import Coverages


def of(corpus: Corpus, found: Coverages, rows: np.ndarray) -> list[str]:
    """The titles of these members: their files' where they are filed."""
    member, entry = found.member[rows], found.entry[rows]
    own = corpus.texts["title"].iloc[member[member >= 0]].tolist()
    listed = corpus.related["title"].iloc[entry[member < 0]].tolist()
    titles = np.empty(len(rows), dtype=object)
    titles[member >= 0], titles[member < 0] = own, listed
    return [title if isinstance(title, str) else "" for title in titles]


def headlines(corpus: Corpus, found: Coverages, rows: np.ndarray) -> list[str]:
    """The titles of these members made alike: two are one headline where they are equal.

    Empty where a member has no title.
    """
    return [wording.alike(title) for title in of(corpus, found, rows)]
