"""How coverage is measured: switches of the page about it, kept in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from loaders import frames
from pages.charts import wording
from pages.charts.columns import Column
from pages.charts.related.closeness import MEASURES
from pages.parts import asked, navigation, state
from pages.parts.escape import escaped
from pages.parts.filtering import labels

if TYPE_CHECKING:
    from measures.filters import Filters

WINDOWS = (6, 24, frames.DEFAULT_WINDOW_HOURS, 168)
FIRST_MEASURE = next(iter(MEASURES))


def window(chosen: Filters) -> None:
    """A switch of the window in which related coverage counts; other windows show none."""
    key = "coverage_window"
    st.session_state[key] = chosen.window if chosen.window in WINDOWS else None
    st.segmented_control(
        "Window: hours before and after a story in which a related one counts",
        WINDOWS,
        format_func=wording.hours,
        key=key,
        on_change=_take_window,
        args=(chosen, key),
        help="Any other number of hours stands under “More filters” at the left.",
    )
    if chosen.window not in WINDOWS:
        st.caption(f"Now: {wording.count(chosen.window, 'hour')}.")


def _take_window(chosen: Filters, key: str) -> None:
    hours = st.session_state[key]
    state.write(chosen.with_(window=hours) if hours else chosen.without("window"))


def breadths(chosen: Filters) -> dict[str, Column]:
    """The columns of breadths, by name: their help says of how many hours they are."""
    within = wording.within(chosen.window)
    return {
        "breadth_count": Column(
            "Breadth", help=f"Provider families in its coverage {within}"
        ),
        "breadth_median_count": Column(
            "Median breadth",
            help=f"Provider families in the coverage of its stories {within}",
        ),
    }


def measure() -> str:
    """The measure of closeness that the address asks for, one of MEASURES; its switch."""
    held = asked.one_of("measure", MEASURES)
    st.session_state["measure"] = held
    with st.container(key="figure-measure"):
        st.segmented_control(
            labels.OF["measure"],
            list(MEASURES),
            format_func=lambda name: MEASURES[name].name,
            key="measure",
            on_change=_take_measure,
            help="\n\n".join(
                f"**{escaped(way.name)}**: {escaped(way.says)}."
                for way in MEASURES.values()
            ),
        )
    return held


def _take_measure() -> None:
    held = st.session_state["measure"] or FIRST_MEASURE
    state.put("measure", "" if held == FIRST_MEASURE else held)


def unrelated(chosen: Filters) -> None:
    """Say that the stories of the corpus list no related ones, and where to go on."""
    st.subheader("No story here lists related coverage", anchor=False)
    st.write(
        "Who is first and who follows is read from each story’s `related` list: "
        "related stories, with their providers and times. No story of this corpus has "
        "one, so there is nothing to compare. What such a list looks like stands in "
        "`content/README.md`."
    )
    with st.container(horizontal=True):
        for name, label in (
            ("providers", "Who covers how much"),
            ("timeline", "When stories ran"),
        ):
            navigation.link(label, name, chosen, icon=":material/arrow_forward:")
