"""Chapters: a long page shown a part at a time, with the part's name in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from pages.parts import asked, state
from pages.parts.filtering import labels

if TYPE_CHECKING:
    from collections.abc import Mapping

PARAMETER: Final = "part"
"""The parameter that names the chapter, unless it is the first."""

COVERAGE: Final = {
    "first": "Who is first",
    "spread": "How far it goes",
    "together": "Who meets whom",
}
HEALTH: Final = {
    "state": "What is missing, what waits",
    "lists": "Heat and related lists",
    "work": "Work lists",
}
OF_PAGES: Final[Mapping[str, Mapping[str, str]]] = {
    "coverage": COVERAGE,
    "health": HEALTH,
}
"""The chapters of each page that has any: their titles, by their names."""


def choose(page: str) -> str:
    """The chapter of a page that the address asks for; the switch between them.

    The first is shown where the address names none of them.
    """
    chapters = OF_PAGES[page]
    first = next(iter(chapters))
    shown = asked.one_of(PARAMETER, chapters)
    st.session_state["chapter"] = shown
    st.segmented_control(
        labels.OF[PARAMETER],
        list(chapters),
        format_func=chapters.__getitem__,
        key="chapter",
        label_visibility="collapsed",
        on_change=_take,
        args=(first, shown),
    )
    return shown


def _take(first: str, shown: str) -> None:
    """Put the chapter into the address; a mark was one of a figure left behind."""
    wanted = st.session_state["chapter"] or shown
    state.put(PARAMETER, "" if wanted == first else wanted, state.MARK)
