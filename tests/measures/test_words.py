"""Searching finds words, phrases and parts of words, and takes no pattern for one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import pytest

from measures import words
from measures.words import MAX_CHARACTERS, MAX_TERMS, Term
from tests.corpora import corpus_of, story
from tests.measures.six import ids

if TYPE_CHECKING:
    from loaders.corpus import Corpus

PARSED: Final = [
    ("", ()),
    ("   \t\n", ()),
    ("-", ()),
    (" - - ", ()),
    ('""', ()),
    ('"', ()),
    ('-""', ()),
    ('"   "', ()),
    ("chips", (Term("chips"),)),
    ("Chips CHIPS chips", (Term("chips"),)),
    ("b a", (Term("b"), Term("a"))),
    ("-chips", (Term("chips", is_excluded=True),)),
    ("chips -chips", (Term("chips"), Term("chips", is_excluded=True))),
    ("- chips", (Term("chips"),)),
    ("--chips", (Term("-chips", is_excluded=True),)),
    ("x-ray", (Term("x-ray"),)),
    ('"-"', (Term("-"),)),
    ('"open  Source"', (Term("open source"),)),
    ('-"open source" x', (Term("open source", is_excluded=True), Term("x"))),
    ('"never closed', (Term("never closed"),)),
    ('a "never closed', (Term("a"), Term("never closed"))),
    ('"a""b"', (Term("a"), Term("b"))),
    (r".* [a-z]+ \d", (Term(".*"), Term("[a-z]+"), Term(r"\d"))),
    ("x" * (MAX_CHARACTERS + 50), (Term("x" * MAX_CHARACTERS),)),
    (
        " ".join(f"t{i}" for i in range(MAX_TERMS + 5)),
        tuple(Term(f"t{i}") for i in range(MAX_TERMS)),
    ),
]


@pytest.mark.parametrize(
    ("query", "expected"), PARSED, ids=lambda value: repr(value)[:40]
)
def test_a_query_has_these_terms(query: str, expected: tuple[Term, ...]) -> None:
    """Quotes join, a minus excludes, and what is no word is no term."""
    assert words.parse(query) == expected


@cache
def corpus() -> Corpus:
    """Seven stories whose texts are all there is to find."""
    return corpus_of(
        story("a", title="Robots learn to walk", excerpt="An Open Source project"),
        story("b", title="Chips", excerpt="open the source of the river"),
        story("c", title="The robot vacuum", excerpt=None),
        story("d", title="It costs $5 (50% off) [sic] .* a|b \\d ^x", excerpt="C++?"),
        story("e", title="Straße im Ärger", excerpt="日本のロボット"),
        story("f", title="İstanbul, ΟΔΟΣ", excerpt="the end"),
        story("g", title="it ends in open", excerpt="source comes next"),
    )


FOUND: Final = [
    ("", "abcdefg"),
    ("-", "abcdefg"),
    ("nothing", ""),
    ("robot", "ac"),
    ("ROBOT", "ac"),
    ("obo", "ac"),
    ("robot walk", "a"),
    ("walk robot", "a"),
    ("robot -vacuum", "a"),
    ("-robot", "bdefg"),
    ("robot -robot", ""),
    ("open source", "abg"),
    ('"open source"', "a"),
    ('"OPEN   source"', "a"),
    ('"open source', "a"),
    ('-"open source" open', "bg"),
    ("project", "a"),
    ('"walk an open"', ""),
    ("$5", "d"),
    ("(50%", "d"),
    ("[sic]", "d"),
    (".*", "d"),
    (".+", ""),
    ("a|b", "d"),
    (r"\d", "d"),
    (r"\w", ""),
    ("^x", "d"),
    ("^robots", ""),
    ("c++", "d"),
    ("STRASSE", ""),
    ("strasse", ""),
    ("straße", "e"),
    ("ärger", "e"),
    ("ÄRGER", "e"),
    ("ロボット", "e"),
    ("İstanbul", "f"),
    ("ΟΔΟΣ", "f"),
    ("\x00", ""),
]


@pytest.mark.parametrize(("query", "expected"), FOUND, ids=ascii)
def test_a_query_finds_these_stories(query: str, expected: str) -> None:
    """Every term must occur in title or excerpt, as it stands, case aside."""
    found = words.mask(corpus(), query)
    assert ids(corpus(), found.nonzero()[0]) == expected
