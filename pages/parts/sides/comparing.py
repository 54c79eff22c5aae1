"""Choosing what a view is compared with, and the sizes of the two sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from measures.versus import comparison
from pages.parts import asked, state
from pages.parts.escape import escaped
from pages.parts.filtering import labels
from pages.parts.sides import against, examples, versus
from pages.parts.sides.against import Against

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.versus.comparison import Side

UNIT = "as"
"""The parameter that says what both sides are shown as."""
UNITS = {"share": "Shares", "count": "Stories"}
NO_SWAP = "The rest is not a view that filters can tell"


def choose(corpus: Corpus, chosen: Filters) -> Against:
    """What the link compares this view with, and buttons that change it.

    Where there is nothing to tell apart yet, it has no sides, and the page says how to
    go on.
    """
    text = state.own().get(against.PARAMETER, [""])[-1]
    found = against.read(text, corpus, chosen)
    asked.ignored(found.ignored)
    _buttons(chosen, text, found)
    if found.sides is None:
        _begin(corpus, chosen, found.reason)
        return found
    shown = found.sides[1:] if found.is_same else found.sides
    with st.container(key="sides", gap=None):
        for side in shown:
            st.markdown(f"**{side.label}**\u2002 {escaped(_said(side))}")
    if found.is_same:
        st.info("B is kept. Now change the filters: A follows.")
        return Against()
    return found


def _begin(corpus: Corpus, chosen: Filters, reason: str) -> None:
    if any(chosen.clauses()):
        st.info(f"{reason} This view is A: choose what B is, above.".lstrip())
        return
    st.info(
        "This view, A, is all stories. Narrow it by a filter to compare it with the rest, "
        "or keep it as B, and narrow A then."
    )
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.caption("Or look at:", width="content")
        # Streamlit's links to the page that is open lead nowhere: so these are buttons.
        for number, (says, view, text) in enumerate(examples.of(corpus, chosen)):
            _button(escaped(says), f"example-{number}", (view, text))


def _buttons(chosen: Filters, text: str, found: Against) -> None:
    with st.container(horizontal=True, key="compare-with", gap="small"):
        for name, other, why_not in versus.ways(chosen):
            is_on = text == name
            _button(f"With {other}", name, (chosen, name), why_not, is_on=is_on)
        _button("Keep this view as B", "keep", (chosen, against.written(chosen)))
        if found.sides:
            exchanged = against.swapped(found.sides)
            _button("Swap A and B", "swap", exchanged, "" if exchanged else NO_SWAP)
        if text:
            _button("Clear", "none", (chosen, ""))


def _button(
    label: str,
    name: str,
    sides: tuple[Filters, str] | None,
    why_not: str = "",
    *,
    is_on: bool = False,
) -> None:
    """A button that sets A and B; it is off, and says why, where it has no sense."""
    st.button(
        label,
        key=f"compare-{name}",
        on_click=_set,
        args=sides or (),
        disabled=bool(why_not),
        help=why_not or None,
        type="primary" if is_on else "secondary",
    )


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
    unit = asked.one_of(UNIT, UNITS)
    st.session_state[UNIT] = unit
    st.segmented_control(
        labels.OF[UNIT],
        list(UNITS),
        format_func=UNITS.__getitem__,
        required=True,
        key=UNIT,
        on_change=_take_unit,
    )
    return unit == "count"


def _take_unit() -> None:
    unit = st.session_state[UNIT]
    state.put(UNIT, "" if unit == next(iter(UNITS)) else unit)


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
