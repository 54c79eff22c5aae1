"""How numbers are put into words, the same in every title and caption."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from measures.result import LeftOut

NEXT_TO_NOTHING = 0.05
"""What would be written as 0.0, and is not nothing."""
PERCENT_FLOOR = 0.01
PERCENT_CEILING = 0.99
NEAR_ENOUGH = 0.1
"""How far a share may be from "one in seven", as a part of it, and still be called so."""


class Sentence(str):
    """A text, and the names and numbers that it is made of.

    It is used like any text. `kind` names its template, `facts` holds what was put into
    it: the tests recompute each fact from the stories that the sentence speaks of, and pin
    its words in one file only.
    """

    __slots__ = ("facts", "kind")

    kind: str
    facts: dict[str, Any]


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 story`, `1,204 stories`, `2 days`."""
    return f"{number:,} {one if number == 1 else plural(one, many)}"


def plural(one: str, many: str = "") -> str:
    """The plural of a noun, unless it is given: `stories`, `days`."""
    return many or _many(one)


def within(window: int) -> str:
    """The window of related coverage as it is said: `within 72 hours`."""
    return f"within {count(window, 'hour')}"


def _many(one: str) -> str:
    """The plural of a noun: `days`, `families`."""
    is_consonant_y = one.endswith("y") and one[-2:-1] not in "aeiou"
    return f"{one.removesuffix('y')}ies" if is_consonant_y else f"{one}s"


def stories(number: int) -> str:
    """A number of stories: `no stories`, `1 story`, `1,204 stories`."""
    return "no stories" if number == 0 else count(number, "story", "stories")


def percent(share: float) -> str:
    """A share as a percentage: `12%`, `under 1%`; an unknown one is a dash.

    Only a whole is `100%`, and only nothing is `0%`.
    """
    if math.isnan(share):
        return "–"
    if 0 < share < PERCENT_FLOOR:
        return f"under {100 * PERCENT_FLOOR:g}%"
    if PERCENT_CEILING < share < 1:
        return f"over {100 * PERCENT_CEILING:g}%"
    return f"{100 * share:.0f}%"


_FRACTIONS = ((1 / 2, "half"), (1 / 3, "a third"), (1 / 4, "a quarter"))
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905 - a sentence reads better than a list
)
_PLACES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()  # noqa: SIM905 - as above
)
_TEENS = (11, 12, 13)


def one_in(share: float) -> str:
    """A share as people say it: `half`, `a third`, `one in seven`, `one in 40`.

    A share that none of these comes near is a percentage: `40%`.
    """
    for fraction, name in _FRACTIONS:
        if abs(share - fraction) < 0.02:  # noqa: PLR2004 - two points are nobody's business
            return name
    if not 0 < share < 1 / 2:
        return percent(share)
    parts = round(1 / share)
    if abs(1 / parts - share) > NEAR_ENOUGH * share:
        return percent(share)
    return f"one in {number(parts)}"


def number(value: int) -> str:
    """A small number as a word, a larger one in digits: `seven`, `1,204`."""
    return _NUMBERS[value - 1] if 1 <= value <= len(_NUMBERS) else f"{value:,}"


def usual(stories: float) -> str:
    """A number of stories that may have a fraction: `12`, `0.3`, `7,115`, `under 0.1`."""
    if 0 < stories < NEXT_TO_NOTHING:
        return "under 0.1"
    if stories >= 100:  # noqa: PLR2004 - a tenth tells nothing of so many
        return f"{stories:,.0f}"
    return f"{stories:,.1f}".removesuffix(".0")


def decimal(value: float) -> str:
    """A number with one decimal, where it is not 0: `1.5`, `2`, `1,204`."""
    return f"{value:,.1f}".removesuffix(".0")


def ordinal(place: int) -> str:
    """A place in a ranking: `first`, `twelfth`, `21st`."""
    if place <= len(_PLACES):
        return _PLACES[place - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place:,}{'th' if place % 100 in _TEENS else ending}"


def hours(value: float) -> str:
    """A length of time in hours: `40 min`, `3.5 h`, `36 h`, `4.5 days`, `12 days`."""
    size = abs(value)
    if round(60 * size) < 60:  # noqa: PLR2004 - minutes of an hour
        return f"{round(60 * size)} min"
    if size < 96:  # noqa: PLR2004 - four days
        return f"{_rounded(size)} h"
    return f"{_rounded(size / 24)} days"


def _rounded(size: float) -> str:
    """One decimal while the number is small, and not where it is 0: `3.5`, `4`, `36`."""
    return f"{size:.1f}".removesuffix(".0") if size < 10 else f"{size:.0f}"  # noqa: PLR2004


def joined(names: list[str] | tuple[str, ...], word: str = "and") -> str:
    """Names as an English list: `A`, `A and B`, `A, B and C`."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def left_out(items: Sequence[LeftOut]) -> str:
    """What a measure leaves out, in a line, such as `13 pairs (rare).`."""
    return " ".join(
        f"{item.count:,} {_one(item.unit) if item.count == 1 else item.unit}"
        f" ({item.why})."
        for item in items
    )


def _one(unit: str) -> str:
    """The singular of a unit: `story` of `stories`, `topic` of `topics`."""
    if unit.endswith("ies"):
        return f"{unit.removesuffix('ies')}y"
    return unit.removesuffix("s")
