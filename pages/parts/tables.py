"""Tables of stories: a page of rows at a time, and a click opens the story."""

from __future__ import annotations

import hashlib
import math
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from measures import stories
from pages.parts import asked, export, measuring, navigation, state

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy as np
    import pandas as pd
    from streamlit.delta_generator import DeltaGenerator

    from loaders.corpus import Corpus
    from measures.filters import Filters

PAGE_SIZE = 50
MAIN = "stories"
"""The table that a page of its own is about."""
TALL_PIXELS = 520
MOST_VISIBLE_ROWS = 14

COLUMNS = {
    "title": st.column_config.TextColumn("Title", width=315),
    "provider_name": st.column_config.TextColumn("Provider", width=175),
    "published_at": st.column_config.DatetimeColumn(
        "Published (UTC)", format="D MMM YYYY, HH:mm", timezone="UTC", width=135
    ),
    "breadth_count": st.column_config.NumberColumn("Breadth", width=66),
    "related_count": st.column_config.NumberColumn(
        "Related", help="Related links after cleaning", width=66
    ),
    "quality_score": st.column_config.NumberColumn("Quality", width=66),
    "state": st.column_config.TextColumn("State", width=95),
    "topics": st.column_config.TextColumn("Topics", width=200),
}
"""What tells stories apart comes first, for half a page and for a phone; all but the
topics fit a page of 1,400 pixels."""


SHOWN = ("story_id", *COLUMNS)

LABELS: dict[str, Any] = COLUMNS | {
    "provider": "Provider",
    "carrier": "Carrier",
    "standing": "Standing",
    "gap_hours": st.column_config.NumberColumn("Hours", format="%+.1f", width=70),
    "key_url": "Address",
    "listed_in": st.column_config.TextColumn("Listed in", width=200),
    "listed_at": st.column_config.DatetimeColumn(
        "In the list (UTC)", format="D MMM YYYY, HH:mm", timezone="UTC", width=135
    ),
}
"""How columns are called in tables that are not of stories."""


@contextmanager
def section(title: str, key: str) -> Iterator[None]:
    """A heading of its own for a table, between rules as figures have them."""
    with st.container(key=f"figure-{key}"):
        st.subheader(title, anchor=False)
        yield


def show(
    corpus: Corpus,
    chosen: Filters,
    positions: np.ndarray,
    key: str,
    *,
    order: str = "newest",
) -> None:
    """Show stories in the order given, PAGE_SIZE at a time; a click opens one.

    Args:
        corpus: The corpus.
        chosen: The filters, which go along to the story's page.
        positions: Positions of the stories, in order.
        key: Names the table on its page. Of MAIN the page of rows is in the address.
        order: The order they stand in, so that the story's page can step through it.
    """
    version = _digest(corpus.version, positions)
    place = st.container()
    pager = f"{key}-page-{version}"
    page = turned_to(place, len(positions), pager, is_main=key == MAIN)
    start = (page - 1) * PAGE_SIZE
    visible = positions[start : start + PAGE_SIZE]
    rows = stories.rows(corpus, visible, chosen.window, SHOWN)
    ids = tuple(rows.pop("story_id").to_list())
    # A table keeps the number of the row that was clicked, which in other rows would be
    # another story: so the key changes with the rows.
    table = f"{key}-{version}-{page}"
    place.dataframe(
        rows,
        key=table,
        hide_index=True,
        placeholder="–",
        column_config=COLUMNS | measuring.breadths(chosen),
        on_select=lambda: _open(table, chosen, ids, order),
        selection_mode=["single-row", "single-cell"],
        height="content" if len(rows) <= MOST_VISIBLE_ROWS else TALL_PIXELS,
    )
    place.caption(
        f"Rows {start + 1:,} to {start + len(rows):,} of {len(positions):,}. "
        "Click one to open the story."
        if len(rows)
        else "No rows."
    )


def turned_to(
    place: DeltaGenerator, count: int, key: str, *, is_main: bool = False
) -> int:
    """The page of so many rows that the reader turned to, and the pager.

    The pager stands below the place of its table: above, the table's own toolbar would
    lie over it wherever there is no mouse.
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


def paged(
    chosen: Filters,
    table: pd.DataFrame,
    key: str,
    columns: Mapping[str, Any] | None = None,
    *,
    unit: tuple[str, ...] = (),
) -> None:
    """Show any table a page at a time.

    Where it has a column `story_id`, a click on a row opens that story. Where `unit`
    says what a row is, a button saves all of them as CSV.
    """
    place = st.container()
    start = (turned_to(place, len(table), f"{key}-page") - 1) * PAGE_SIZE
    visible = table.iloc[start : start + PAGE_SIZE]
    ids = tuple(visible.get("story_id", ()))
    name = (
        f"{key}-table-{hashlib.blake2b(repr(ids).encode(), digest_size=6).hexdigest()}"
    )
    opens: dict[str, Any] = (
        {
            "on_select": lambda: _open(name, chosen, ids, "newest"),
            "selection_mode": ["single-row", "single-cell"],
        }
        if ids
        else {}
    )
    place.dataframe(
        visible.drop(columns="story_id", errors="ignore"),
        key=name,
        hide_index=True,
        placeholder="–",
        column_config=_columns(visible, LABELS | dict(columns or {})),
        height="content" if len(visible) <= MOST_VISIBLE_ROWS else TALL_PIXELS,
        **opens,
    )
    if unit:
        write = partial(export.text, table)
        export.button(write, len(table), unit, name=key, key=f"csv-{key}")


def _columns(table: pd.DataFrame, named: Mapping[str, Any]) -> dict[str, Any]:
    """The columns as they are called, whole numbers with thousands separators."""
    counts = table.select_dtypes("integer").columns
    return dict(named) | {
        name: st.column_config.NumberColumn(named.get(name), format="localized")
        for name in counts
        if isinstance(named.get(name, ""), str)
    }


def _digest(version: str, positions: np.ndarray) -> str:
    """A short name for these rows of this corpus."""
    digest = hashlib.blake2b(positions.tobytes(), digest_size=6, key=b"rows")
    digest.update(version.encode())
    return digest.hexdigest()


def _open(table: str, chosen: Filters, ids: tuple[str | None, ...], order: str) -> None:
    """Open the story of the row or cell that was clicked."""
    selection = st.session_state[table]["selection"]
    rows = [*selection["rows"], *(cell[0] for cell in selection["cells"])]
    story = ids[rows[0]] if rows and rows[0] < len(ids) else None
    if isinstance(story, str):
        # What the list's own page reads goes along: a step back leads through its address.
        query = {**state.own(), "story": story}
        query |= {} if order == "newest" else {"order": order}
        navigation.go("story", chosen, **query)
