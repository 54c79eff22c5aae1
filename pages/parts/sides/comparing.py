"""Choosing what a view is compared with, and the sizes of the two sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from measures.versus import comparison
from pages.parts import state
from pages.parts.escape import escaped
from pages.parts.filtering import chips
from pages.parts.sides import against, versus

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.versus.comparison import Side
    from pages.parts.sides.against import Against

UNIT = "as"
"""The parameter that says what both sides are shown as."""
UNITS = {"share": "Shares", "count": "Stories"}


def choose(corpus: Corpus, chosen: Filters) -> Against:
    """What the link compares this view with, and buttons that change it."""
    text = state.own().get(against.PARAMETER, [""])[-1]
    found = against.read(text, corpus, chosen)
    chips.ignored(found.ignored)
    with st.container(horizontal=True, key="compare-with", gap="small"):
        versus.shortcuts(chosen, "page", text)
        st.button(
            "Keep this view as B",
            key="compare-keep",
            on_click=lambda: _set(chosen, against.written(chosen)),
            help="Then change A with the filters, or by clicking",
        )
        exchanged = against.swapped(found.sides) if found.sides else None
        versus.button(
            "Swap A and B",
            "swap",
            lambda: _set(*exchanged) if exchanged else None,
            why_not=""
            if exchanged
            else "The rest is not a view that filters can tell"
            if found.sides
            else "There is no B",
        )
        versus.button(
            "Clear",
            "none",
            lambda: _set(chosen, ""),
            why_not="" if text else "There is no B",
        )
    if found.sides:
        with st.container(key="sides", gap=None):
            for side in found.sides:
                st.markdown(f"**{side.label}**\u2002 {escaped(_said(side))}")
    else:
        st.info(
            f"{found.reason or 'Nothing to compare with yet.'} This view is A: choose "
            "what B is, above."
        )
    return found


def sizes(corpus: Corpus, left: Side, right: Side) -> None:
    """How many stories and providers each side has, and what they share."""
    table = comparison.sizes(corpus, left, right).frame
    one, other = table.iloc[0], table.iloc[1]
    with st.grid(min_column_width=150, key="sizes"):
        for label, value in (
            ("Stories in A", one["story_count"]),
            ("Stories in B", other["story_count"]),
            ("In both", one["both_count"]),
            ("Providers in A", one["provider_count"]),
            ("Providers in B", other["provider_count"]),
        ):
            st.metric(label, f"{int(value):,}", border=True)


def as_count() -> bool:
    """Whether the link asks for stories, not for shares; and the switch for it."""
    asked = state.own().get(UNIT, [""])[-1]
    unit = asked if asked in UNITS else next(iter(UNITS))
    st.session_state[UNIT] = unit
    st.segmented_control(
        "Show both sides as",
        list(UNITS),
        format_func=UNITS.__getitem__,
        required=True,
        key=UNIT,
        on_change=_take_unit,
    )
    return unit == "count"


def _take_unit() -> None:
    st.query_params[UNIT] = st.session_state[UNIT]


def _set(chosen: Filters, text: str) -> None:
    """Put A and B into the address, in one step."""
    own = {
        name: values
        for name, values in state.own().items()
        if name not in (against.PARAMETER, state.MARK)
    }
    asked = {against.PARAMETER: [text]} if text else {}
    st.query_params.from_dict(own | state.queried(chosen) | asked)


def _said(side: Side) -> str:
    """What a side holds: `By Gearwright`, `The rest: not (by Gearwright)`."""
    text = side.describe()
    return f"The rest: {text}" if side.is_rest else text[:1].upper() + text[1:]
