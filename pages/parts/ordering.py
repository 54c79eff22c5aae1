"""The order of the stories: chosen on the page, kept in the address."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from measures import stories
from pages.charts.figure import STORY
from pages.parts import asked as asking
from pages.parts import export as exporting
from pages.parts import state
from pages.parts.filtering import labels

if TYPE_CHECKING:
    import numpy as np

    from loaders.corpus import Corpus
    from measures.filters import Filters


def asked() -> tuple[str, int]:
    """The order and, for a sample, the seed that the address asks for."""
    return (
        asking.one_of("order", stories.ORDERS),
        asking.number("seed", 0, stories.MOST_SEEDS),
    )


def show() -> tuple[str, int]:
    """Widgets for the order and the seed, and what the address asks for."""
    order, seed = asked()
    st.session_state["order"], st.session_state["seed"] = order, seed
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            labels.OF["order"],
            list(stories.ORDERS),
            format_func=stories.ORDERS.__getitem__,
            key="order",
            on_change=_take,
            args=("order",),
            width=260,
        )
        if order == "sample":
            st.number_input(
                labels.OF["seed"],
                min_value=0,
                max_value=stories.MOST_SEEDS,
                key="seed",
                on_change=_take,
                args=("seed",),
                width=140,
                help="The same seed draws the same sample for everybody.",
            )
    return order, seed


def _take(name: str) -> None:
    value = str(st.session_state[name])
    is_usual = value in {next(iter(stories.ORDERS)), "0"}
    state.put(name, "" if is_usual else value, state.PAGE)


def export(corpus: Corpus, chosen: Filters, listed: np.ndarray) -> None:
    """A button that saves exactly these stories, in this order."""
    exporting.button(
        partial(exporting.csv, corpus, listed, chosen.window),
        len(listed),
        STORY,
        name="stories",
        key="csv-stories",
        is_prominent=True,
    )
