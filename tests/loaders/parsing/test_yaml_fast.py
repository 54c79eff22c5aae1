"""The faster parser makes of every file exactly what PyYAML makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.parsing import reading, yaml_fast
from loaders.parsing.frontmatter import FrontMatter

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """\
category: news
title: "Heat &amp; pumps"
excerpt: Two lines
publishedDateTime: 2021-01-02T03:04:05Z
originalUrl: "https://a.example/1?a=1&b=2"
webUrl: https://a.example/1
type: article
quality: 39
heat: 59
published: false
provider:
  name: The Paper
  domain: a.example
topics:
  - Chips
  - AI
images:
  - url: "https://pictures.example/1.jpg"
related:
  - title: "Other"
    publishedDateTime: 2021-01-02T09:00:00+02:00
    webUrl: "https://b.example/2"
    type: article
    provider: {name: B, domain: b.example}
    quality: 7
secured: "x;y"
"""


def agree(text: str) -> None:
    """Both parsers give the same record and the same problems, or refuse alike."""
    front = FrontMatter(text, 2)
    assert reading._story(front) == reading._story_by_reference(front), text


@pytest.mark.parametrize(
    "value",
    [
        "yes", "No", "on", "OFF", "y", "true", "True", "tRue", "~", "null", "NULL", "",
        "1", "+1", "-1", "010", "0o10", "0x1F", "0b11", "1_000", "1:30", "1e3", "12e03",
        "1.0", "1.", ".5", ".inf", "-.INF", ".nan", "08", "00", "-010", "1,000", "685_0.1",
        "2021-01-02", "2021-1-2", "2021-01-02T03:04:05Z", "2021-01-02 03:04:05",
        "2021-01-02T03:04:05.123456789Z", "2021-13-45", "2021-01-02T03:04:05 +2", "=",
        "<<", "&a x", "*a", "!x y", "!!str 1", "!!binary aGk=", "!!python/name:os.system",
        "[a, b]", "{a: b}", "[", "'", "|\n  x", ">-\n  x\n\n  y", '"\\u00e9"', '"\\ud800"',
        '"\\x00"', "@x", "%x", "`x", "a: b", "a #b", "a#b", "? x", "- x", "\tx", "x\ty",
        "Tips &amp; tricks", "Tips & tricks", "wow !important", "5 * 3", "9" * 400, "\x85x",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "field",
    [
        "category: news", 'title: "Heat &amp; pumps"', "excerpt: Two lines", "type: article",
        "publishedDateTime: 2021-01-02T03:04:05Z", "quality: 39", "heat: 59",
        "published: false", "  name: The Paper", "  domain: a.example", "  - AI",
        "webUrl: https://a.example/1", 'secured: "x;y"', "    quality: 7", '  - title: "Other"',
        "    provider: {name: B, domain: b.example}",
    ],
)  # fmt: skip
def test_strange_values_of_every_field(field: str, value: str) -> None:
    """What YAML 1.1 and 1.2 take differently is left to PyYAML, plain or quoted."""
    key = field.rpartition(": ")[0] or "  -"
    separator = ": " if key != "  -" else " "
    assert field in WHOLE
    for written in (value, f'"{value}"', f"'{value}'"):
        agree(WHOLE.replace(field, f"{key}{separator}{written}"))


@pytest.mark.parametrize(
    "line",
    ["yes: 1", "1: 2", "01: 2", "null: 1", "~: 1", "2021-01-02: 1", "<<: {title: x}", "=: 1",
     "? [a]\n: 1", "? a\n: 1", "title: twice", "x: &a [1]\ny: *a", "x: {a: 1, a: 2}",
     "x: &a [*a]", "featuredContent: yes", "--- y", "... ", "# only", "\tx: 1", "x:\n- 1",
     "x: [" + "[" * 200 + "]" * 201, "\n".join(" " * n + "k:" for n in range(1, 140)),
     "1: a\n'1': b", "yes: 1\ntrue: 2", "0o7: x", "x: 0o7", "1e3: x"],
)  # fmt: skip
def test_strange_lines(line: str) -> None:
    """Keys, merges, repeats and nesting are taken alike."""
    agree(WHOLE + line + "\n")
    agree(line + "\n" + WHOLE)


@pytest.mark.parametrize(
    "text", ["", "# x", "- a", "a", "7", "~", "[]", "{}", "layout: page"]
)
def test_texts_that_are_no_story(text: str) -> None:
    """Nor is there a difference in what is no story."""
    agree(text)


tokens = st.sampled_from([
    ":", ": ", "- ", "\n", "\n  ", "  ", " ", "\t", "[", "]", "{", "}", ",", '"', "'", "&a",
    "*a", "!x", "|", ">", "#", " #", "?", "%", "@", "0", "00", "0o7", "-", "yes", "no",
    "null", "~", "1_0", "1:30", "<<", "=", "title", "related:", "---", "...", "\\", "\r\n",
    "é", "消", "😀", "\x00", "\x85", "\u2028", "\ufeff", "2021-01-02", "published", "-1", ".5",
])  # fmt: skip
edits = st.lists(
    st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 25), tokens),
    min_size=1,
    max_size=4,
)


@settings(max_examples=300)
@example([(0, 0, "\ufeff")])
@example([(0, 10, "!x")])
@example([(0, 0, "&a"), (0, 0, "\ufeff")])
@given(edits)
def test_a_story_edited_at_random(changes: list[tuple[int, int, str]]) -> None:
    """However a file is broken, both say the same of it."""
    text = WHOLE
    for place, length, token in changes:
        text = text[:place] + token + text[place + length :]
    agree(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "{a: " * 50_000,
        "a: " + "[" * 50_000,
        "- " * 50_000,
        "a: " + "[a, " * 50_000,
    ],
)
def test_hostile_nesting_is_refused_at_once(text: str) -> None:
    """The parser that takes minutes over it is not asked."""
    agree(text)
    assert yaml_fast.read(text) is None


def test_real_files_are_read_fast(real_corpus: Path) -> None:
    """On every real file both agree, and nearly all are left to the faster one."""
    asked = 0
    files = sorted(real_corpus.rglob("_news/**/*.md"))
    for path in files:
        text = path.read_text(encoding="utf-8").split("\n---\n")[0][4:] + "\n"
        agree(text)
        asked += yaml_fast.read(text) is None
    assert asked <= len(files) // 50
