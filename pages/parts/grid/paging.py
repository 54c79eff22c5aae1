"""Rows a page at a time, in the order that a click on a header asks for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import streamlit as st

from measures import ordering
from pages.charts import columns as columns_of
from pages.parts import asked, state
from pages.parts.grid import drawing, sorting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from streamlit.delta_generator import DeltaGenerator

    from pages.charts.columns import Named
    from pages.parts.grid.drawing import Opening

PAGE_SIZE = 50
MAIN = "stories"
"""The table that a page of its own is about."""


def listed(  # noqa: PLR0913 - all but the first three are seldom given
    table: pd.DataFrame,
    key: str,
    named: Named,
    *,
    name: str = "Rows",
    usual: str = "",
    opening: Opening | None = None,
) -> str:
    """Show the rows of a table a page at a time, sorted as the address asks.

    Args:
        table: All rows, in their usual order.
        key: Names the table on its page.
        named: How its columns are called and written, by their names; one that is None
            is not shown.
        name: What it is a table of, for those who do not see it.
        usual: The sort that the rows come in; empty where it is by no column.
        opening: What a click on a row opens.

    Returns:
        The sort that the address asks for; empty where they are as usual.
    """
    shown = columns_of.of(table, named)
    sort = sort_of(key, [n for n in shown if ordering.can_order(table[n])])
    place = st.container()
    page = turned_to(place, len(table), f"{key}-page-{sort}")
    start = (page - 1) * PAGE_SIZE
    visible = table.iloc[ordering.places(table, sort)[start : start + PAGE_SIZE]]
    with place:
        draw(visible, named, key, name, sort or usual, usual, opening)
        if sort or len(table) > PAGE_SIZE:
            st.caption(
                f"Rows {start + 1:,} to {start + len(visible):,} of {len(table):,}. "
                f"{said(visible, named, sort)}"
            )
    return sort


def turned_to(
    place: DeltaGenerator, count: int, key: str, *, is_main: bool = False
) -> int:
    """The page of so many rows that the reader turned to, and the pager.

    The pager stands below the place of its table.
    """
    pages = math.ceil(count / PAGE_SIZE)
    if pages <= 1:
        return 1
    if not is_main:
        return st.pagination(pages, key=key)
    with place:
        st.session_state[key] = asked.number(state.PAGE, 1, pages)
    return st.pagination(pages, key=key, on_change=_turn, args=(key,))


def _turn(key: str) -> None:
    page = st.session_state[key]
    state.put(state.PAGE, "" if page == 1 else str(page))


def sort_of(key: str, columns: Sequence[str] | Mapping[str, object]) -> str:
    """What the address asks a table to be sorted by; says what it cannot be sorted by."""
    name = "" if key == MAIN else key
    sorting.say_unknown(name, columns)
    return sorting.asked(name, columns)


def draw(  # noqa: PLR0913, PLR0917 - what a grid is drawn from
    rows: pd.DataFrame,
    named: Named,
    key: str,
    name: str,
    sort: str,
    usual: str,
    opening: Opening | None,
) -> None:
    """Draw rows that are in order, under headers that sort.

    Args:
        rows: What is shown.
        named: How their columns are called and written, by their names.
        key: Names the table on its page.
        name: What it is a table of, for those who do not see it.
        sort: What the rows are sorted by; empty: by no column.
        usual: What they are sorted by where nobody asks for anything.
        opening: What a click on a row opens.
    """
    columns = columns_of.of(rows, named)

    def take(column: str) -> None:
        falls = columns_of.falls(columns_of.kind(rows[column], columns[column]))
        turned = sorting.turned(sort, column, usual, falls=falls)
        if key == MAIN:
            sorting.put("", turned, state.PAGE)
        else:
            sorting.put(key, turned)

    drawing.draw(
        rows,
        columns,
        f"{key}-table",
        name=name,
        sort=sort,
        take=take,
        opening=opening,
    )


def said(rows: pd.DataFrame, named: Named, sort: str) -> str:
    """How rows are sorted, as a sentence; empty where they are as usual."""
    if not sort:
        return ""
    name, falls = ordering.parts(sort)
    column = columns_of.of(rows, named)[name]
    kind = columns_of.kind(rows[name], column)
    return f"Sorted {columns_of.order(column, kind, is_falling=falls)}. "
