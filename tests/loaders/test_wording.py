"""Text from outside is cleaned for keeping and shortened for telling."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import wording


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("", ""),
        (" \n\t ", ""),
        ("plain", "plain"),
        ("  two\n  lines ", "two lines"),
        ("a &amp; b &lt;i&gt; &#39;c&#x27;", "a & b <i> 'c'"),
        ("a &amp;amp; b", "a &amp; b"),
        ("AT&T", "AT&T"),
        ("a\x00b\x1bc\x7fd\x85e", "abcd e"),
        ("a\u202eb\u2066c\u200bd\ufeff", "abcd"),
        ("&#x202e;a", "a"),
        ("a\u00a0b\u2003c", "a b c"),
        ("נשמר 消息 خبر", "נשמר 消息 خبر"),
        ("👩\u200d💻 می\u200cخواهم", "👩\u200d💻 می\u200cخواهم"),
        ("half \ufffd", "half \ufffd"),
        ("![x](https://a.example) <b>*$", "![x](https://a.example) <b>*$"),
    ],
)
def test_text_is_kept_as_it_is_meant(text: str, clean: str) -> None:
    """Entities are resolved once and blanks are single; nothing hidden remains."""
    assert wording.clean(text) == clean


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("", " \u200b\u2060 "),
        ("Barron's", "BARRON’S"),
        ("“A” – b", "'a' - B"),
        ("5″ ´x`", "5' 'X'"),
        ("AT&T", "at&amp;t"),
        ("Café", "Cafe\u0301"),
        ("ﬁne ＡＢＣ①", "FINE abc1"),
        ("ΟΔΟΣ", "οδος"),
        ("Straße", "STRASSE"),
        ("co\u00adop\u200d\u2068era\ufe0f", "coopera"),
        ("a\u00a0\tb\nc", "a b c"),
        ("می\u200cخواهم", "میخواهم"),
    ],
)
def test_texts_that_read_the_same_are_alike(text: str, other: str) -> None:
    """Entities, forms, case, quotes, hyphens and blanks make no difference."""
    assert wording.alike(text) == wording.alike(other)


@pytest.mark.parametrize(
    ("text", "other"),
    [("Café", "Cafe"), ("C++", "C"), ("a b", "ab"), ("नमक", "नाम"), ("x2", "x3")],
)
def test_texts_that_read_differently_are_not(text: str, other: str) -> None:
    """Accents, vowel signs, symbols and blanks are part of a text."""
    assert wording.alike(text) != wording.alike(other)


@given(st.text(max_size=30))
def test_what_was_made_alike_stays_as_it_is(text: str) -> None:
    """Unless it spells an entity, which is resolved once more."""
    made = wording.alike(text)
    assert "&" in made or wording.alike(made) == made


def test_an_endless_entity_is_left_as_it_stands() -> None:
    """Python reads no number of so many digits."""
    text = f"&#{'9' * 5_000};"
    assert wording.alike(text) == text


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [(" a  b ", "a  b"), ("a &amp; b", "a &amp; b"), ("\u202ea\x00", "a"), ("\n", "")],
)
def test_names_are_kept_as_written(text: str, trimmed: str) -> None:
    """A name loses the blanks around it and what is hidden in it."""
    assert wording.trimmed(text) == trimmed


def test_a_path_is_shown_on_one_line() -> None:
    """A file name can hold line breaks and bytes that are no text."""
    assert wording.shown("a/b c.md") == "a/b c.md"
    assert wording.shown("a\nb\x1b\udcff.md") == r"a\nb\x1b\udcff.md"


def test_no_two_paths_are_shown_alike() -> None:
    """A name may spell out the escape of another one."""
    assert wording.path("a/b c.md") == "a/b c.md"
    assert wording.path("x\a.md") == r"x\x07.md"
    assert wording.path(r"x\x07.md") == r"x\\x07.md"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "nothing"),
        ("", "nothing"),
        (" ", '""'),
        ("a\nb\x1b", '"a b"'),
        ("x" * 60, f'"{"x" * 60}"'),
        ("x" * 61, f'"{"x" * 60}…"'),
        ("x" * 1_000, f'"{"x" * 60}…"'),
        (True, "true"),
        (7, "7"),
        (1.5, "1.5"),
        (10**80, "a very large number"),
        ([], "a list of 0 values"),
        ({"a": 1}, "a mapping of 1 field"),
        (dt.date(2021, 1, 2), "2021-01-02"),
        (b"x", "a value of kind bytes"),
        (
            wording.Tagged("!!python/name:os.system"),
            "a value tagged !!python/name:os.system",
        ),
    ],
)
def test_what_was_found_is_told_in_a_few_words(value: object, said: str) -> None:
    """Whatever a file holds is named on one short line."""
    assert wording.describe(value) == said
