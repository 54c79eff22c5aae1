"""The table of providers: everything about each in a line, with its course."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from measures.who import league
from pages.parts import export, measuring, state
from pages.parts.tables import PAGE_SIZE, turned_to

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

COLUMNS = {
    "provider": st.column_config.TextColumn("Provider", width=190),
    "story_count": st.column_config.NumberColumn(
        "Stories", format="localized", width=70
    ),
    "story_counts": st.column_config.AreaChartColumn(
        "Over the range", help="Stories in equal parts of the range", width=130
    ),
    "story_share": st.column_config.NumberColumn(
        "Share of voice", format="percent", width=100
    ),
    "presence_share": st.column_config.NumberColumn(
        "Presence",
        help="The mean of its share over the bins that have stories",
        format="percent",
        width=80,
    ),
    "mean_quality_score": st.column_config.NumberColumn(
        "Mean quality", format="%.0f", width=95
    ),
    "breadth_median_count": st.column_config.NumberColumn("Median breadth", width=110),
    "last_at": st.column_config.DatetimeColumn(
        "Last story (UTC)", format="D MMM YYYY", timezone="UTC", width=115
    ),
}


def show(corpus: Corpus, chosen: Filters) -> None:
    """Show all providers, most stories first; a click on a row opens its profile."""
    ranked = league.table(corpus, chosen)
    place = st.container()
    page = turned_to(place, len(ranked), "league-page")
    visible = ranked.iloc[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    names = tuple(visible["provider"])
    key = f"league-{abs(hash((names, chosen.by)))}"
    place.dataframe(
        visible[list(COLUMNS)],
        key=key,
        hide_index=True,
        placeholder="–",
        column_config=COLUMNS | measuring.breadths(chosen),
        on_select=lambda: _open(key, chosen, names),
        selection_mode=["single-row", "single-cell"],
        height="content" if len(visible) <= PAGE_SIZE // 4 else 420,
    )
    place.caption("A click on a row opens the profile of that provider, or closes it.")
    write = partial(export.text, ranked.drop(columns="story_counts"))
    export.button(write, len(ranked), ("provider",), name="providers", key="csv-league")


def _open(key: str, chosen: Filters, names: tuple[str, ...]) -> None:
    selection = st.session_state[key]["selection"]
    rows = [*selection["rows"], *(cell[0] for cell in selection["cells"])]
    if rows and rows[0] < len(names):
        mark = chosen.with_(provider=(names[rows[0]],))
        state.toggle(chosen, mark, ("provider",))
