"""One grid on the page: its headers sort, and its rows open.

Streamlit's own table cannot be used for this. Its search, its sorting and the statistics
in its menu know only the rows that were sent and cannot be taken away; the keyboard cannot
open a row of it, and a screen reader has the rows a second later. This one is a plain
HTML table, drawn by a component of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from measures import ordering
from pages.charts import columns as columns_of
from pages.charts import wording
from pages.charts.columns import COURSE, LINK
from pages.parts.escape import safe_url

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    import pandas as pd

    from pages.charts.columns import Column

SCRIPT: Final = Path(__file__).with_name("grid.js").read_text(encoding="utf-8")

SORT, OPEN = "sort", "open"
"""What a click tells, as grid.js calls it."""

_component = st.components.v2.component("grid", js=SCRIPT, isolate_styles=False)


@dataclass(frozen=True)
class Opening:
    """What a click on a row opens.

    Attributes:
        ids: The column of what each row opens; where it is missing, nothing.
        address: Before the id, the address that a new tab would have.
        take: Opens one of the ids, in a callback.
        chosen: The ids that are open now.
    """

    ids: str
    address: str
    take: Callable[[str], None]
    chosen: Collection[str] = ()


def draw(  # noqa: PLR0913 - a grid has that many parts
    rows: pd.DataFrame,
    columns: Mapping[str, Column],
    key: str,
    *,
    name: str,
    sort: str,
    take: Callable[[str], None],
    opening: Opening | None = None,
) -> None:
    """Draw rows that are in order already.

    Args:
        rows: What is shown, and what it opens.
        columns: Those that are shown, by their names in `rows`.
        key: Names the grid on its page; the same whatever it shows.
        name: What it is a table of, for those who do not see it.
        sort: What its rows are sorted by, as `measures.ordering` names it; or empty.
        take: Sorts by a column whose header was clicked, in a callback.
        opening: What a click on a row opens: the story of its title, or of the first
            column.
    """
    ids = _ids(rows, opening)
    link = "title" if "title" in columns else next(iter(columns), "")
    cells = [_cells(rows[n], c) for n, c in columns.items()]
    data = {
        "name": name,
        "skip": f"Skip {wording.count(len(rows), 'row')}",
        "opening": link if opening else "",
        "address": opening.address if opening else "",
        "columns": [_header(rows[n], n, c, sort) for n, c in columns.items()],
        "rows": [
            {
                "id": one,
                "chosen": bool(opening and one in opening.chosen),
                "cells": [column[at] for column in cells],
            }
            for at, one in enumerate(ids)
        ],
    }

    def is_sorted() -> None:
        column = _told(key, SORT)
        if column in columns and is_sortable(columns[column]):
            take(column)

    def is_opened() -> None:
        one = _told(key, OPEN)
        if opening and one in ids:
            opening.take(one)

    _component(
        key=key,
        data=data,
        height="content",
        on_sort_change=is_sorted,
        on_open_change=is_opened,
    )


def _ids(rows: pd.DataFrame, opening: Opening | None) -> list[str | None]:
    if opening is None:
        return [None] * len(rows)
    return [one if isinstance(one, str) else None for one in rows[opening.ids]]


def _header(values: pd.Series, name: str, column: Column, sort: str) -> dict[str, str]:
    return {
        "name": name,
        "label": column.label,
        "help": column.help,
        "kind": columns_of.kind(values, column),
        "sort": _sorted(name, sort) if is_sortable(column) else "",
    }


def is_sortable(column: Column) -> bool:
    """Whether a column has values to sort by: a course is a picture of many."""
    return column.shown != COURSE


def _cells(values: pd.Series, column: Column) -> list[Any]:
    if column.shown == COURSE:
        return [list(map(int, course)) for course in values]
    if column.shown == LINK:
        return [safe_url(url) if isinstance(url, str) else None for url in values]
    return columns_of.written(values, column)


def _sorted(column: str, sort: str) -> str:
    """How a column is sorted, as `aria-sort` says it."""
    by, falls = ordering.parts(sort)
    if by != column:
        return "none"
    return "descending" if falls else "ascending"


def _told(key: str, event: str) -> str:
    """What a grid told: a client may send anything."""
    value = st.session_state[key].get(event)
    return value if isinstance(value, str) else ""
