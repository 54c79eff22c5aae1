"""What the address asks of one page alone; and what of a link means nothing, said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from measures.link import Ignored
from pages.parts import state
from pages.parts.escape import escaped
from pages.parts.filtering import labels

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

MOST_DIGITS = 12
"""More than any number that a page reads has."""


def one_of(parameter: str, options: Collection[str]) -> str:
    """The option that the address names, else the first; an unknown one is said."""
    text = _text(parameter)
    if text in options:
        return text
    _lost(parameter, text)
    return next(iter(options))


def number(parameter: str, least: int, most: int) -> int:
    """The number in the address, the least without one, kept within its limits."""
    text = _text(parameter)
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        _lost(parameter, text)
        return least
    return min(max(int(text[:MOST_DIGITS]), least), most)


def _text(parameter: str) -> str:
    return state.own().get(parameter, [""])[-1]


def _lost(parameter: str, text: str) -> None:
    if text:
        ignored([Ignored(parameter, text)])


def ignored(lost: Sequence[Ignored]) -> None:
    """Say which values of a link mean nothing here."""
    if not lost:
        return
    named = ", ".join(
        f"{labels.OF.get(item.parameter, item.parameter)} “{item.value}”"
        for item in lost
    )
    st.warning(
        f"This link asks for something that is not here, and that was left out: "
        f"{escaped(named)}.",
        icon=":material/link_off:",
    )
