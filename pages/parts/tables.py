"""Tables: a page of rows at a time, sorted over all of them, and a click opens one."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from measures import stories
from pages.charts.columns import Column
from pages.parts import export, measuring, navigation, state
from pages.parts.grid import paging, sorting
from pages.parts.grid.drawing import Opening
from pages.parts.grid.paging import MAIN, PAGE_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters
    from pages.charts.columns import Named

COLUMNS: Final = {
    "title": Column("Title", is_long=True),
    "provider_name": Column("Provider"),
    "published_at": Column("Published (UTC)"),
    "breadth_count": Column("Breadth"),
    "related_count": Column("Related", help="Related links after cleaning"),
    "quality_score": Column("Quality"),
    "state": Column("State"),
    "topics": Column("Topics", is_long=True),
}
"""What tells stories apart comes first, for half a page and for a phone."""

SHOWN = ("story_id", *COLUMNS)
NAMED: Final[dict[str, Column | str | None]] = {**COLUMNS, "story_id": None}

LABELS: Final[dict[str, Column | str | None]] = {
    **NAMED,
    "provider": "Provider",
    "carrier": "Carrier",
    "standing": "Standing",
    "gap_hours": Column("Hours", "+,.1f"),
    "key_url": "Address",
    "listed_in": Column("Listed in", is_long=True),
    "listed_at": "In the list (UTC)",
}
"""How columns are called in tables that are not of stories; an id is opened, not read."""


@contextmanager
def section(title: str, key: str) -> Iterator[None]:
    """A heading of its own for a table, between rules as figures have them."""
    with st.container(key=f"figure-{key}"):
        st.subheader(title, anchor=False)
        yield


def show(  # noqa: PLR0913 - what they are, how they stand, and what goes along
    corpus: Corpus,
    chosen: Filters,
    positions: np.ndarray,
    key: str,
    *,
    order: str = "newest",
    sort: str | None = None,
) -> None:
    """Show stories, PAGE_SIZE at a time; a click opens one.

    Args:
        corpus: The corpus.
        chosen: The filters, which go along to the story's page.
        positions: Positions of the stories, in order.
        key: Names the table on its page. Of MAIN the page of rows is in the address.
        order: The order they stand in, of `stories.ORDERS`, so that the story's page can
            step through it.
        sort: What they are sorted by instead; None: by what the address asks of this
            table, which is done here.
    """
    if sort is None:
        sort = paging.sort_of(key, COLUMNS)
        if sort:
            positions = stories.arranged(corpus, positions, sort, chosen.window)
    usual = stories.SORTS.get(order, stories.SORTS["newest"])
    place = st.container()
    pager = f"{key}-page-{_digest(corpus.version, positions)}"
    page = paging.turned_to(place, len(positions), pager, is_main=key == MAIN)
    start = (page - 1) * PAGE_SIZE
    visible = positions[start : start + PAGE_SIZE]
    rows = stories.rows(corpus, visible, chosen.window, SHOWN)
    named = NAMED | measuring.breadths(chosen)
    opening = Opening(
        "story_id",
        navigation.address("story", chosen, "story", **_steps(order, sort)),
        lambda story: _open(chosen, story, order, sort),
    )
    with place:
        paging.draw(rows, named, key, "Stories", sort or usual, usual, opening)
        st.caption(
            f"Rows {start + 1:,} to {start + len(rows):,} of {len(positions):,}. "
            f"{paging.said(rows, named, sort)}Click one to open the story."
            if len(rows)
            else "No rows."
        )


def paged(
    chosen: Filters,
    table: pd.DataFrame,
    key: str,
    columns: Named | None = None,
    *,
    unit: tuple[str, ...] = (),
) -> None:
    """Show any table a page at a time.

    Where it has a column `story_id`, a click on a row opens that story. Where `unit`
    says what a row is, a button saves all of them as CSV, in the same order.
    """
    opening = Opening(
        "story_id",
        navigation.address("story", chosen, "story"),
        lambda story: _open(chosen, story, "newest", ""),
    )
    sort = paging.listed(
        table,
        key,
        LABELS | dict(columns or {}),
        opening=opening if "story_id" in table else None,
    )
    if unit:
        write = partial(export.text, table, sort)
        export.button(write, len(table), unit, name=key, key=f"csv-{key}")


def _digest(version: str, positions: np.ndarray) -> str:
    """A short name for these rows of this corpus."""
    digest = hashlib.blake2b(positions.tobytes(), digest_size=6, key=b"rows")
    digest.update(version.encode())
    return digest.hexdigest()


def _steps(order: str, sort: str) -> dict[str, list[str]]:
    """What a story's page steps by, from a list in this order."""
    asked = {"order": "" if order == "newest" else order, "sort": sort}
    steps = {name: [value] for name, value in asked.items() if value}
    seed = state.own().get("seed")
    return steps | ({"seed": seed} if order == "sample" and seed else {})


def _open(chosen: Filters, story: str, order: str, sort: str) -> None:
    """Open a story from a list in an order."""
    # What the list's own page reads goes along: a step back leads through its address.
    kept = {n: v for n, v in state.own().items() if n != sorting.PARAMETER}
    steps = _steps(order, "") | {sorting.PARAMETER: sorting.beside("", sort)}
    query = kept | {name: values for name, values in steps.items() if values}
    navigation.go("story", chosen, **query, story=[story])
