"""A CSV holds exactly the rows behind a figure, and no formula."""

from __future__ import annotations

import codecs
import csv
import io
from functools import cache, partial
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, strategies

from loaders import frames
from measures import stories
from measures.filters import EVERYTHING, Filters
from pages.parts import export
from tests.corpora import corpus_of, story
from tests.measures.six import six

if TYPE_CHECKING:
    from loaders.corpus import Corpus

USUAL: Final = frames.DEFAULT_WINDOW_HOURS
COLUMNS: Final = [
    "story_id",
    "published_at",
    "title",
    "provider_name",
    "provider_family",
    "provider_domain",
    "carrier",
    "topics",
    "type",
    "state",
    "quality_score",
    "heat_score",
    "breadth_count",
    "related_count",
    "key_url",
    "excerpt",
    "path",
]


def lines(text: str) -> list[dict[str, str]]:
    """The rows of a CSV, each by its column names."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_no_rows_are_a_line_of_names() -> None:
    """A spreadsheet then still says what there would be."""
    text = export.csv(six(), np.array([], dtype=np.int64), USUAL)
    assert text == ",".join(COLUMNS) + "\r\n"


def test_rows_are_those_given_in_their_order() -> None:
    """One line a story, whatever the filters."""
    for chosen in (EVERYTHING, Filters(topic=("AI",)), Filters(words="nothing")):
        listed = stories.ordered(six(), chosen)
        found = lines(export.csv(six(), listed, USUAL))
        ids = [six().texts["story_id"].iloc[position] for position in listed]
        assert [row["story_id"] for row in found] == ids


def test_a_row_holds_what_is_known() -> None:
    """Times in ISO 8601 UTC, whole numbers without a point, nothing where none is."""
    (first, missing) = lines(export.csv(six(), np.array([0, 4]), USUAL))
    assert first == {
        "story_id": "a",
        "published_at": "2021-01-04T09:00:00Z",
        "title": "Chips are back",
        "provider_name": "One",
        "provider_family": "One",
        "provider_domain": "one.example",
        "carrier": "",
        "topics": "AI; Chips",
        "type": "article",
        "state": "published",
        "quality_score": "10",
        "heat_score": "50",
        "breadth_count": "3",
        "related_count": "2",
        "key_url": "https://one.example/a",
        "excerpt": "The shortage is over",
        "path": "_news/a.md",
    }
    assert missing["published_at"] == ""
    assert missing["excerpt"] == ""
    assert missing["quality_score"] == "40"


FORMULAS: Final = [
    ("=1+1", "'=1+1"),
    ("+972 Magazine", "'+972 Magazine"),
    ("-5 °C and falling", "'-5 °C and falling"),
    ("\n=1+1", "'\n=1+1"),
    ("\uff1d1\uff0b1", "'\uff1d1\uff0b1"),
    ("\uff0b1", "'\uff0b1"),
    ("\uff0d1", "'\uff0d1"),
    ("\uff20sum(1)", "'\uff20sum(1)"),
    ("\ufe661", "'\ufe661"),
    ("\u00a0\u3000=1+1", "'\u00a0\u3000=1+1"),
    ("\u200d\u200b=1+1", "'\u200d\u200b=1+1"),
    ("\ufeff=1+1", "'\ufeff=1+1"),
    ("\x00\x0b=1+1", "'\x00\x0b=1+1"),
    (";=1+1", "';=1+1"),
    (", | @sum(1)", "', | @sum(1)"),
    ("'=1+1", "''=1+1"),
    ("''+1", "'''+1"),
    ("+1", "'+1"),
    ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("  =1+1", "'  =1+1"),
    ("\t=1+1", "'\t=1+1"),
    ("\r=1+1", "'\r=1+1"),
    (
        '=HYPERLINK("https://evil.example","x")',
        '\'=HYPERLINK("https://evil.example","x")',
    ),
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ("1+1", "1+1"),
    ("– a dash", "– a dash"),
    ("; a list", "; a list"),
    ("\u200d", "\u200d"),
    ("'tis the season", "'tis the season"),
    ("a=b", "a=b"),
    ("'quoted", "'quoted"),
    ("", ""),
    (" ", " "),
    (-1, -1),
    (-1.5, -1.5),
    (None, None),
]


@pytest.mark.parametrize(("value", "expected"), FORMULAS, ids=repr)
def test_a_formula_is_defused(value: object, expected: object) -> None:
    """An apostrophe makes a text of it; numbers and other texts stay."""
    assert export.defused(value) == expected


@pytest.mark.parametrize(("value", "written"), FORMULAS, ids=repr)
def test_what_was_written_can_be_read_back(value: object, written: object) -> None:
    """An apostrophe before what begins like a formula is taken off, and no other."""
    assert read_back(written) == value


@given(strategies.text(alphabet="'=+-@ ;,\t\ufeff\u200d\uff1da1"))
def test_any_text_can_be_read_back(value: str) -> None:
    """However many apostrophes it has: what is defused is so in one way."""
    written = export.defused(value)
    assert read_back(written) == value
    assert not export.is_formula(str(written)) or str(written).startswith("'")


def read_back(written: object) -> object:
    """What was written into a cell, as the rule of `defused` says."""
    if not isinstance(written, str) or not written.startswith("'"):
        return written
    return written[1:] if export.is_formula(written[1:]) else written


@cache
def hostile() -> Corpus:
    """A story whose every text would be a formula, or break out of its cell."""
    return corpus_of(
        story(
            "a",
            title='=HYPERLINK("https://evil.example")',
            excerpt='say "hi",\nthen; leave',
            provider="@One",
            domain="-one.example",
            topics=["+AI", "=Chips"],
        )
    )


def test_hostile_texts_stay_in_their_cells() -> None:
    """Quotes, commas and breaks are kept, and no cell begins a formula."""
    (row,) = lines(export.csv(hostile(), np.array([0]), USUAL))
    assert list(row) == COLUMNS
    assert row["title"] == '\'=HYPERLINK("https://evil.example")'
    assert row["excerpt"] == 'say "hi", then; leave'
    assert row["provider_name"] == "'@One"
    assert row["topics"] == "'+AI; =Chips"
    for value in row.values():
        assert not value.lstrip().startswith(("=", "+", "-", "@"))


def test_any_table_can_be_written() -> None:
    """Numbers, truths, and texts of every kind; the table itself is not changed."""
    table = pd.DataFrame(
        {
            "n": [-1.5, None],
            "count": pd.array([-1, None], dtype="Int64"),
            "is_it": [True, False],
            "text": pd.array(["=1", None], dtype="str"),
            "object": pd.Series(["-1", -2], dtype=object),
            "category": pd.Categorical(["@a", None]),
            "at": pd.to_datetime(["2021-01-02T03:04:05Z", "NaT"]),
        }
    )
    before = table.copy()
    assert export.text(table) == (
        "n,count,is_it,text,object,category,at\r\n"
        "-1.5,-1,True,'=1,'-1,'@a,2021-01-02T03:04:05Z\r\n"
        ",,False,,-2,,\r\n"
    )
    pd.testing.assert_frame_equal(table, before)


def test_a_table_without_rows_is_written() -> None:
    """A line of names, whatever the types of the columns."""
    table = pd.DataFrame({"a": pd.Categorical([]), "n": pd.array([], dtype="Int64")})
    assert export.text(table) == "a,n\r\n"


WORLD: Final = "Łódź – Αθήνα – 東京 – naïve"
SAID: Final = 'He said "no, never"; then, left'


@cache
def foreign() -> Corpus:
    """A title in three scripts; and one with quotes and a comma, over a broken line."""
    return corpus_of(story("a", title=WORLD), story("b", title=SAID, excerpt="c\nd"))


def test_a_file_opens_in_excel() -> None:
    """With a byte-order mark, once, and each letter as it is in the corpus."""
    content = export.saved(partial(export.asked, foreign(), EVERYTHING))
    assert content.startswith(codecs.BOM_UTF8 + b"story_id,")
    assert content.count(codecs.BOM_UTF8) == 1
    found = {row["story_id"]: row for row in lines(content.decode("utf-8-sig"))}
    assert {name: row["title"] for name, row in found.items()} == {
        "a": WORLD,
        "b": SAID,
    }
    assert found["b"]["excerpt"] == foreign().texts["excerpt"][1]
