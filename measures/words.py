"""The words of a search: what they are, and which stories hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from loaders.corpus import Corpus

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')

MAX_CHARACTERS = 200
MAX_TERMS = 12


@dataclass(frozen=True)
class Term:
    """One word or phrase, lower case, that must occur, or must not."""

    text: str
    is_excluded: bool = False


def parse(query: str) -> tuple[Term, ...]:
    """The terms of a query, in its order, each once.

    `"a phrase"` is one term, `-` before a term excludes it. A lone `-` or `""` is no
    term; a quote that is never closed runs to the end. No query gives no terms.
    """
    terms: dict[Term, None] = {}
    for minus, phrase, word in _TERM.findall(query[:MAX_CHARACTERS]):
        text = " ".join(_lower(phrase or word).split())
        if text and not (text == "-" and not phrase):
            terms[Term(text, bool(minus))] = None
    return tuple(terms)[:MAX_TERMS]


def mask(corpus: Corpus, query: str) -> np.ndarray:
    """True for each story in whose title or excerpt every term of the query occurs.

    Terms match as parts of words too, case aside, and never across the end of the
    title. A query without terms holds for every story.
    """
    held = np.ones(len(corpus), dtype=bool)
    for term in parse(query):
        found = pc.match_substring(corpus.search_text, term.text)
        hit = _to_numpy(found)
        held &= ~hit if term.is_excluded else hit
    return held


def _lower(text: str) -> str:
    """Lower case as `search_text` has it: str.lower makes other letters of some."""
    return str(pc.utf8_lower(pa.scalar(text)).as_py())


def _to_numpy(found: pa.ChunkedArray | pa.Array) -> np.ndarray:
    whole = found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found
    return np.asarray(whole.to_numpy(zero_copy_only=False), dtype=bool)
