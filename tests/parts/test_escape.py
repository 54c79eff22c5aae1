"""Corpus text stays text: nothing in it is read as Markdown, and few URLs are opened."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.escape import WORD_JOINER, escaped, safe_url

HOSTILE: Final = [
    "![](https://evil.example/pixel.png)",
    "![alt][ref]",
    "[click](https://evil.example)",
    "[click](javascript:alert(1))",
    "[ref]: https://evil.example",
    "[^1]: a note",
    "<https://evil.example>",
    "<mail@evil.example>",
    "https://evil.example/path?a=b&c=d",
    "HTTP://EVIL.EXAMPLE",
    "ftp://evil.example",
    "www.evil.example",
    "WwW.evil.example",
    "see www.evil.example, or wwww.evil.example",
    "write to mail@evil.example now",
    "mailto:mail@evil.example",
    "xmpp:mail@evil.example",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- comment -->",
    "&lt;b&gt; &#60; &amp;",
    "$\\latex{x}$ and $$\\frac{1}{2}$$",
    "It costs $5 or $10",
    ":smile: :+1: :material/delete: :streamlit:",
    ":red[danger] :red-background[x] :small[y] :rainbow[z]",
    ":orange-badge[:material/star: Favourite]",
    "-> <- <-> -- --- >= <= ~= !=",
    "**bold** __bold__ *it* _it_ ~~gone~~ ~one~",
    "`code` ``code`` ```",
    "# Heading",
    "###### Heading",
    "Heading\n=======",
    "Heading\n---",
    "> quote",
    "- item",
    "* item\n+ item",
    "1. item",
    "1) item",
    "- [x] done",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "***",
    "    indented code",
    "two  \nlines\\\nbreak",
    "\r\n\t text \u2028 with \u2029 breaks \x0b\x0c",
    "\\[already\\] escaped \\\\",
    "^sup^ ==mark== ++ins++",
    "{#id .class} [[wiki]] {{template}}",
    "term\n: definition",
    "'''\"\"\" quotes",
    "https:/\\evil.example //evil.example",
    "日本 *Ärger* 🗞️ [x](y)",
]

ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~]")

RECOGNISED: Final = {
    "a bare address": r"(?i)\b[a-z][a-z0-9+.-]*:(//)?[^\s\u2060]",
    "a bare host": r"(?i)\bwww\.[^\s]",
    "an e-mail address": r"[\w.+-]+@[\w-]+",
    "an emoji or icon": r":[+\w/-]+:",
    "coloured text": r":[\w-]+\[",
    "an arrow": r"->|<-|--|>=|<=|(^|\s)~=(\s|$)",
    "a tag": r"<[/!a-zA-Z]",
}
"""What Streamlit finds in text after Markdown was parsed, where a backslash is gone."""


def read(markdown: str) -> str:
    """What Markdown makes of text in which every sign is escaped: the bare signs."""
    return ESCAPE.sub(r"\1", markdown)


def stays_text(text: str) -> None:
    """Check that a text, escaped, can only be read as itself."""
    markdown = escaped(text)
    assert PUNCTUATION.search(ESCAPE.sub("", markdown)) is None
    assert "\n" not in markdown
    assert markdown == markdown.strip()
    assert "  " not in markdown
    shown = read(markdown)
    for what, pattern in RECOGNISED.items():
        assert re.search(pattern, shown) is None, what
    plain = text.replace(WORD_JOINER, "")
    assert shown.replace(WORD_JOINER, "") == " ".join(plain.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    """Every sign is escaped, nothing is recognised, and no letter is lost."""
    stays_text(text)


ALPHABET: Final = "ab1 :/@.-<>[]()!*_~`$#|\\\n=+&;wWhtps"


@given(st.text(ALPHABET, max_size=30) | st.text(max_size=30))
def test_any_text_stays_text(text: str) -> None:
    """Whatever signs come together."""
    stays_text(text)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("", ""), ("   \n", ""), ("plain words", "plain words"), (7, "7"), (None, "None")],
)
def test_plain_text_is_itself(value: object, expected: str) -> None:
    """What has no sign in it needs none."""
    assert escaped(value) == expected


def test_signs_are_escaped() -> None:
    """As Markdown has it: a backslash before each."""
    assert escaped("a*b_c") == r"a\*b\_c"
    assert escaped("[x](y)") == r"\[x\]\(y\)"
    assert escaped("a:b") == f"a\\:{WORD_JOINER}b"
    assert escaped("www.a") == f"www{WORD_JOINER}\\.a"


URLS: Final = [
    ("https://paper.example", "https://paper.example"),
    ("http://paper.example/a?b=c#d", "http://paper.example/a?b=c#d"),
    ("  https://paper.example/a \n", "https://paper.example/a"),
    ("HTTPS://Paper.Example/A", "https://Paper.Example/A"),
    ("https://日本.example/ä", "https://日本.example/ä"),
    ("https://paper.example:8080/", "https://paper.example:8080/"),
    ("", None),
    ("   ", None),
    (None, None),
    (float("nan"), None),
    (7, None),
    ("paper.example", None),
    ("//paper.example/a", None),
    ("/a/b", None),
    ("https:", None),
    ("https://", None),
    ("https:///path", None),
    ("https:paper.example", None),
    ("https://:80/", None),
    ("https://@/", None),
    ("https://[::1", None),
    ("javascript:alert(1)", None),
    ("JaVaScRiPt:alert(1)", None),
    ("java\nscript:alert(1)", None),
    (" \x01javascript:alert(1)", None),
    ("javascript://paper.example/%0aalert(1)", None),
    ("data:text/html,<script>alert(1)</script>", None),
    ("vbscript:x", None),
    ("file:///etc/passwd", None),
    ("ftp://paper.example/a", None),
    ("mailto:a@paper.example", None),
    ("blob:https://paper.example/x", None),
    ("view-source:https://paper.example", None),
]


@pytest.mark.parametrize(("url", "expected"), URLS, ids=repr)
def test_only_web_addresses_are_opened(url: object, expected: str | None) -> None:
    """Http and https with a host; all else is None."""
    assert safe_url(url) == expected


@given(st.text(max_size=40))
def test_an_opened_address_is_one_of_the_web(url: str) -> None:
    """Whatever is given: no control sign is left in what is opened."""
    opened = safe_url(url)
    if opened is not None:
        assert re.match(r"https?://[^/]", opened)
        assert not re.search(r"[\x00-\x1f]", opened)
