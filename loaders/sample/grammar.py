"""From templates to sentences: `{slot}`, `{Slot}` and `[one|other]`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.sample.dice import Dice

_piece = re.compile(r"\[(?P<choices>[^\[\]]*\|[^\[\]]*)\]|\{(?P<slot>\w+)\}")
_sentence_start = re.compile(r"(?:^|(?<=[.?!] ))[a-zà-ÿ]")
_word = re.compile(r"[^\s]+")
_small = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "km",
        "nor",
        "of",
        "on",
        "or",
        "over",
        "than",
        "the",
        "to",
        "with",
    }
)
_after_s = re.compile(r"(?<='s)'s\b|(?<=s)(')s\b")
_not_in_slug = re.compile(r"[^a-z0-9]+")


def fill(template: str, slots: Mapping[str, str], dice: Dice) -> str:
    """The template with every choice made and every slot filled.

    Brackets without `|` stay as they are. Sentences begin with a capital.

    Raises:
        KeyError: The template names a slot that is not there.
    """
    text = plain(template, slots, dice)
    return _sentence_start.sub(lambda found: found[0].upper(), text)


def plain(template: str, slots: Mapping[str, str], dice: Dice) -> str:
    """Like `fill`, for words that will stand inside a sentence: no capital is added."""
    made: list[str] = []
    for part in _parts(template):
        if isinstance(part, str):
            made.append(part)
        elif isinstance(part, list):
            made.append(plain(dice.pick(part), slots, dice))
        else:
            value = slots[part.name]
            made.append(value[:1].upper() + value[1:] if part.capital else value)
    text = "".join(made)
    return _after_s.sub(r"\1", text) if "s's" in text else text


class _Slot(NamedTuple):
    name: str
    capital: bool


@cache
def _parts(template: str) -> tuple[str | list[str] | _Slot, ...]:
    """The pieces of a template: literal text, choices, slots."""
    parts: list[str | list[str] | _Slot] = []
    end = 0
    for found in _piece.finditer(template):
        parts.append(template[end : found.start()])
        end = found.end()
        if found["choices"] is not None:
            parts.append(found["choices"].split("|"))
        else:
            name = found["slot"]
            parts.append(_Slot(name[0].lower() + name[1:], name[0].isupper()))
    return tuple(part for part in (*parts, template[end:]) if part != "")


def title_case(text: str) -> str:
    """The headline With Capitals, but not for the small words inside."""

    def capital(found: re.Match[str]) -> str:
        word = found[0]
        start, end = found.span()
        inside = start and end < len(text) and text[start - 2] not in ":.?!"
        if inside and word.lower() in _small:
            return word
        for place, letter in enumerate(word):
            if letter.isalpha():
                return word[:place] + letter.upper() + word[place + 1 :]
            if letter.isdigit():
                break
        return word

    return _word.sub(capital, text)


def slug(text: str, limit: int = 72) -> str:
    """The text in lower-case ASCII letters, digits and hyphens, cut between words.

    Empty when no character of the text can be written so.
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    joined = _not_in_slug.sub("-", ascii_text.lower().replace("'", "")).strip("-")
    if len(joined) <= limit:
        return joined
    return joined[:limit].rpartition("-")[0]
