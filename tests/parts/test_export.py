"""A CSV holds exactly the rows behind a figure, and no formula."""

from __future__ import annotations

import csv
import io
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import pytest

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
    ("a=b", "a=b"),
    ("'quoted", "'quoted"),
    ("", ""),
    (" ", " "),
    (-1, -1),
    (None, None),
]


@pytest.mark.parametrize(("value", "expected"), FORMULAS, ids=repr)
def test_a_formula_is_defused(value: object, expected: object) -> None:
    """An apostrophe makes a text of it; numbers and other texts stay."""
    assert export.defused(value) == expected


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
    """Naive numbers and texts of either kind; the table itself is not changed."""
    table = pd.DataFrame(
        {
            "n": [1.5, None],
            "text": pd.array(["=1", None], dtype="str"),
            "object": pd.Series(["-1", 2], dtype=object),
            "at": pd.to_datetime(["2021-01-02T03:04:05Z", "NaT"]),
        }
    )
    before = table.copy()
    assert export.text(table) == (
        "n,text,object,at\r\n1.5,'=1,'-1,2021-01-02T03:04:05Z\r\n,,2,\r\n"
    )
    pd.testing.assert_frame_equal(table, before)
