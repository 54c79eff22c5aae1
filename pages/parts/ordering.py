"""The order of the stories: chosen on the page, kept in the address."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import streamlit as st

from measures import ordering, stories
from pages.charts import columns
from pages.charts.figure import STORY
from pages.parts import asked as asking
from pages.parts import export as exporting
from pages.parts import state, tables
from pages.parts.filtering import labels
from pages.parts.grid import paging, sorting

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

NOBODY: Final = np.empty(0, np.int64)
"""The positions of no story: the types of its columns are known all the same."""


class Order(NamedTuple):
    """What stories stand in the order of: arguments of `stories.ordered`."""

    order: str
    seed: int
    sort: str


def asked() -> Order:
    """The order, the seed of a sample and the sort that the address asks for."""
    return Order(
        asking.one_of("order", stories.ORDERS),
        asking.number("seed", 0, stories.MOST_SEEDS),
        paging.sort_of(paging.MAIN, tables.COLUMNS),
    )


def said(corpus: Corpus, order: Order) -> str:
    """How stories are ordered, in words: `newest first`, `by Title, A to Z`."""
    if not order.sort:
        return stories.ORDERS[order.order].lower()
    name, falls = ordering.parts(order.sort)
    column = tables.COLUMNS[name]
    kind = columns.kind(stories.rows(corpus, NOBODY, 0, (name,))[name], column)
    how = columns.order(column, kind, is_falling=falls)
    return f"random sample, {how}" if order.order == "sample" else how


def show(corpus: Corpus) -> Order:
    """Widgets for the order and the seed, and what the address asks for.

    A sort by a column that is one of the orders is shown as that; another one is an
    option for as long as it is asked for. A sample that is sorted is still a sample.
    """
    order = asked()
    options = list(stories.ORDERS)
    shown = order.order
    if order.sort and shown != "sample":
        same = [name for name, sort in stories.SORTS.items() if sort == order.sort]
        shown = same[0] if same else order.sort
        options += [] if same else [order.sort]
    st.session_state["order"], st.session_state["seed"] = shown, order.seed
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            labels.OF["order"],
            options,
            format_func=lambda name: stories.ORDERS.get(name) or _option(corpus, order),
            key="order",
            on_change=_take_order,
            width=260,
        )
        if order.order == "sample":
            st.number_input(
                labels.OF["seed"],
                min_value=0,
                max_value=stories.MOST_SEEDS,
                key="seed",
                on_change=_take_seed,
                width=140,
                help="The same seed draws the same sample for everybody.",
            )
    return order


def _option(corpus: Corpus, order: Order) -> str:
    how = said(corpus, order)
    return f"{how[:1].upper()}{how[1:]}"


def _take_order() -> None:
    """Put the chosen order into the address, in place of any sort by a column."""
    order = st.session_state["order"]
    if order in stories.ORDERS:
        usual = next(iter(stories.ORDERS))
        state.put(
            "order", "" if order == usual else order, state.PAGE, sorting.PARAMETER
        )


def _take_seed() -> None:
    seed = st.session_state["seed"]
    state.put("seed", str(seed) if seed else "", state.PAGE)


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
