"""A value that is of its kind in name only is that field's problem, and named with it."""

from __future__ import annotations

import pytest

from loaders.parsing import reading, yaml_reference
from loaders.parsing.frontmatter import FrontMatter
from loaders.parsing.reading import Kind
from loaders.parsing.yaml_reference import Document

NUMBER = "a whole number from 0 to 2147483647"
TIME = "a UTC time such as 2026-01-31T09:00:00Z"
HUGE = '"' + "9" * 60 + '…"'


@pytest.mark.parametrize(
    ("line", "field", "expected", "found"),
    [
        ("quality: !!int", "quality", NUMBER, "nothing"),
        ('quality: !!int "-"', "quality", NUMBER, '"-"'),
        ("quality: !!int many", "quality", NUMBER, '"many"'),
        ('quality: !!float ""', "quality", NUMBER, "nothing"),
        ("quality: !!bool maybe", "quality", NUMBER, '"maybe"'),
        ("quality: !!int [1]", "quality", NUMBER, "a value tagged !!int"),
        ("quality: !!binary aGk=", "quality", NUMBER, "a value tagged !!binary"),
        ("quality: " + "9" * 5_000, "quality", NUMBER, HUGE),
        ("quality: !!int " + "9" * 5_000, "quality", NUMBER, HUGE),
        ("heat: .nan", "heat", NUMBER, "nan"),
        ("heat: -.inf", "heat", NUMBER, "-inf"),
        ("published: !!bool maybe", "published", "true or false", '"maybe"'),
        ("published: !!bool", "published", "true or false", "nothing"),
        ("publishedDateTime: !!timestamp soon", "publishedDateTime", TIME, '"soon"'),
        ("publishedDateTime: !!timestamp", "publishedDateTime", TIME, "nothing"),
        ("publishedDateTime: 2021-13-45", "publishedDateTime", TIME, '"2021-13-45"'),
        ("title: !!binary é", "title", "text", "a value tagged !!binary"),
        ("title: !!set x", "title", "text", "a value tagged !!set"),
        ("title: !!map x", "title", "text", "a value tagged !!map"),
        ("title: !!str {a: b}", "title", "text", "a value tagged !!str"),
        ("topics: !!omap [a: b]", "topics", "a list", "a value tagged !!omap"),
        ("topics: !!seq x", "topics", "a list", "a value tagged !!seq"),
        (
            f'title: "A &#{"9" * 4_301};"',
            "title",
            "references to characters that there are",
            f'"A &#{"9" * 56}…"',
        ),
        (
            'title: "A &#xD800; B"',
            "title",
            "references to characters that there are",
            '"A &#xD800; B"',
        ),
    ],
)
def test_a_value_that_is_none_is_the_problem_of_its_field(
    line: str, field: str, expected: str, found: str
) -> None:
    """Line and field are named, the story is kept; and both parsers say the same."""
    lines = [
        *("category: news", "title: A", "publishedDateTime: 2021-01-02T03:04:05Z"),
        *("webUrl: https://a.example/1", "type: article"),
        "provider: {name: A, domain: a.example}",
    ]
    name = line.partition(":")[0]
    text = "\n".join([line, *(one for one in lines if not one.startswith(f"{name}:"))])
    front = FrontMatter(f"{text}\n", 2)
    kind, record, problems, _ = reading._story(front)
    assert kind is Kind.STORY
    assert [tuple(problem) for problem in problems] == [(2, field, expected, found)]
    assert record is not None
    assert record.story.key_url == "https://a.example/1"
    assert reading._story(front) == reading._story_by_reference(front)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("A &#0065;", "A A"),
        ("&#" + "0" * 5_000 + "65;", "A"),
        ("&#x" + "0" * 5_000 + "41;", "A"),
        ("&#99999999; x", "\ufffd x"),
        ("\ufffd &amp; x", "\ufffd & x"),
    ],
)
def test_a_reference_means_what_it_means_in_html(written: str, kept: str) -> None:
    """However many digits it has; one to no character is U+FFFD."""
    read = reading.parse(f"---\ncategory: news\ntitle: '{written}'\n---\n".encode())
    assert read.record is not None
    assert read.record.story.title == kept


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: !!timestamp 2021-01-02T03:04:05 +99:99", "2021-01-02T03:04:05 +99:99"),
        ("a: 0x" + "f" * 1_000_000, "0x" + "f" * 1_000_000),
        ("a: 1" + ":59" * 300_000, "1" + ":59" * 300_000),
        ("a: !!null x", None),
        ("a: !!str", ""),
    ],
)
def test_what_is_no_value_of_its_kind_is_text(text: str, value: object) -> None:
    """At once, also where to make the number would take a minute."""
    document = yaml_reference.read(text)
    assert isinstance(document, Document)
    assert document.value == {"a": value}


def test_keys_with_tags_are_keys() -> None:
    """Whatever their tags promise."""
    document = yaml_reference.read(
        "!!bool maybe: 1\n? !!timestamp soon\n: 2\n!!map x: 3"
    )
    assert isinstance(document, Document)
    assert isinstance(document.value, dict)
    assert list(map(str, document.value)) == ["maybe", "soon", "a value tagged !!map"]


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("a: b: c", 1, 'a text with ": " in it, which needs quotes around it'),
        ("a:\n- b: c d: e", 2, 'a text with ": " in it, which needs quotes around it'),
        ("a: b\n  c: d", 2, "mapping values are not allowed in this context"),
        ("a:\n\tb: c", 2, "a tab where only blanks may indent"),
        ("a: 1\n\tb: 2", 2, "a tab where only blanks may indent"),
        ("a: >\n\tx", 2, "a tab where only blanks may indent"),
        ('a: "b\nc: d', 1, "a quotation mark that nothing closes"),
        (
            "a: 'it's'",
            1,
            "a quotation mark within a quoted text, or one that nothing closes",
        ),
        (
            'a: "b\nc: "d"',
            2,
            "a quotation mark within a quoted text, or one that nothing closes",
        ),
    ],
)
def test_the_slips_of_writers_are_told_in_plain_words(
    text: str, line: int, found: str
) -> None:
    """With the line where the slip is, not that where the parser gave up."""
    assert yaml_reference.read(text) == ("YAML", found, line)


def test_of_very_many_problems_the_first_are_told() -> None:
    """And how many there are: one file does not hide those of the others."""
    text = "---\ncategory: news\ntopics:\n" + "- 1\n" * 2_000 + "---\n"
    found = reading.parse(text.encode()).problems
    assert len(found) == 501
    assert [p.found for p in found if p.expected.startswith("at most")] == ["2,005"]


def test_of_very_many_fields_the_first_are_listed() -> None:
    """By names that are cut where they are long."""
    lines = "".join(f"f{n}{'x' * 99}: 1\n" for n in range(300))
    read = reading.parse(f"---\ncategory: news\n{lines}---\n".encode())
    assert read.record is not None
    assert len(read.record.unknown_fields) == 100
    assert read.record.unknown_fields[0] == f"f0{'x' * 58}…"
    aside = reading.parse(f"---\n{lines}---\n".encode()).aside
    assert aside is not None
    assert len(aside.fields) == reading.MOST_FIELDS
