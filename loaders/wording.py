"""Text from outside: cleaned for keeping, and shortened for telling what was found."""

from __future__ import annotations

import datetime as dt
import html
import re
import unicodedata
from contextlib import suppress

LONGEST_FOUND = 60
"""Characters of a wrong value that a problem repeats."""

# Controls, marks that turn the writing direction, invisible blanks, halves of
# characters. Joiners and direction hints stay: scripts and emoji need them.
_hidden = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    r"\ud800-\udfff]"
)

# Zeros before the number of a character; and numbers that are far beyond all characters,
# which Python does not read where they have thousands of digits.
_zeros = re.compile(r"(?<=&#)0+(?=[0-9])")
_beyond = re.compile(r"&#(?:[1-9][0-9]{7,}|[xX]0*[1-9a-fA-F][0-9a-fA-F]{6,});?")

NO_CHARACTER = "\ufffd"
"""What HTML has a reference to no character stand for."""
# What nobody sees: the default ignorable code points of Unicode, and controls.
_invisible = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    r"\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    r"\ufff0-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e0fff]"
)
_one_kind = str.maketrans(
    dict.fromkeys('"`´‘’‚‛“”„‟‹›«»′″‴‵‶ʹʻʼ＂＇｀「」『』〝〞〟', "'")
    | dict.fromkeys("‐‑‒–—―−⁃﹘﹣－", "-")
)


def alike(text: str) -> str:
    """What is the same in all texts that read the same.

    For comparing only. Entities are resolved, letters are of one form (NFKC) and case,
    quotes and hyphens of one kind, blanks single, and what nobody sees is gone. Accents
    stay.
    """
    if "&" in text:
        with suppress(ValueError):  # a number with more digits than Python reads
            text = html.unescape(text)
    if not text.isascii():
        # Before NFKC, which makes an accent of some quotes.
        text = _invisible.sub("", text).translate(_one_kind)
        text = unicodedata.normalize("NFKC", text).casefold()
        text = unicodedata.normalize("NFKC", text)
    elif not text.isprintable():
        text = _invisible.sub("", text)
    return " ".join(text.casefold().translate(_one_kind).split())


def clean(text: str) -> str:
    """Text as it is meant: HTML entities resolved, blanks single, nothing hidden."""
    if text.isprintable() and "&" not in text and "  " not in text:
        return text.strip()
    if "&" in text:
        if "&#" in text:
            text = _beyond.sub(NO_CHARACTER, _zeros.sub("", text))
        text = html.unescape(text)
    text = " ".join(text.split())
    return text if text.isprintable() else _hidden.sub("", text).strip()


def trimmed(text: str) -> str:
    """Text as it is written, without blanks around it and with nothing hidden in it."""
    text = text.strip()
    return text if text.isprintable() else _hidden.sub("", text).strip()


def shown(text: str) -> str:
    """A path or name on one line: what cannot be printed is written as an escape."""
    if text.isprintable():
        return text
    return "".join(
        mark if mark.isprintable() else mark.encode("unicode_escape").decode()
        for mark in text
    )


def name(field: object) -> str:
    """A field as its file calls it, on one short line; what is no text is described."""
    if not isinstance(field, str):
        return describe(field)
    short = field if len(field) <= LONGEST_FOUND else f"{field[:LONGEST_FOUND]}…"
    return shown(short)


def path(text: str) -> str:
    """A path as `shown` has it, backslashes doubled: no two paths come out the same."""
    return shown(text.replace("\\", r"\\"))


def describe(value: object) -> str:
    """What was found in place of what was expected, in a few words on one line."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, (list, dict)):
        noun = "value" if isinstance(value, list) else "field"
        kind = "list" if isinstance(value, list) else "mapping"
        return f"a {kind} of {len(value)} {noun}{'' if len(value) == 1 else 's'}"
    if isinstance(value, (dt.date, Tagged)):
        return str(value)
    return f"a value of kind {type(value).__name__}"


class Tagged:
    """A value that only a program could make, such as `!!python/name:os.system`."""

    def __init__(self, tag: str) -> None:
        """Keep the tag, and nothing of the value."""
        self.tag = tag

    def __str__(self) -> str:
        """The tag, for the column `found`."""
        return f"a value tagged {trimmed(self.tag)[:LONGEST_FOUND]}"


def _quoted(text: str) -> str:
    # Before cleaning, which takes its time on a text of a megabyte.
    start = trimmed(" ".join(text[: 4 * LONGEST_FOUND].split()))
    is_whole = len(text) <= 4 * LONGEST_FOUND and len(start) <= LONGEST_FOUND
    return f'"{start[:LONGEST_FOUND]}{"" if is_whole else "…"}"'


def _number(value: float) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    # Python refuses to write whole numbers of more than 4,300 digits.
    is_huge = isinstance(value, int) and value.bit_length() > 4 * LONGEST_FOUND
    return "a very large number" if is_huge else str(value)
