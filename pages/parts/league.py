"""The table of providers: everything about each in a line, with its course."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from measures.who import league
from pages.charts.columns import COURSE, DAY, Column
from pages.parts import export, measuring, navigation, state
from pages.parts.grid import paging
from pages.parts.grid.drawing import Opening

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

COLUMNS: Final[dict[str, Column | str | None]] = {
    "provider": "Provider",
    "story_count": "Stories",
    "story_counts": Column(
        "Over the range", COURSE, help="Stories in equal parts of the range"
    ),
    "story_share": "Share of voice",
    "presence_share": Column(
        "Presence", help="The mean of its share over the bins that have stories"
    ),
    "mean_quality_score": Column("Mean quality", ".0f"),
    "breadth_median_count": "Median breadth",
    "last_at": Column("Last story (UTC)", DAY),
}
USUAL: Final = "-story_count"


def show(corpus: Corpus, chosen: Filters) -> None:
    """Show all providers, most stories first; a click on a row opens its profile."""
    ranked = league.table(corpus, chosen)
    without = chosen.without("provider")
    sort = paging.listed(
        ranked[list(COLUMNS)],
        "league",
        COLUMNS | measuring.breadths(chosen),
        name="All providers",
        usual=USUAL,
        opening=Opening(
            "provider",
            navigation.address("providers", without, "provider"),
            lambda name: _open(chosen, name),
            chosen.provider,
        ),
    )
    st.caption("A click on a row opens the profile of that provider, or closes it.")
    write = partial(export.text, ranked.drop(columns="story_counts"), sort)
    export.button(write, len(ranked), ("provider",), name="providers", key="csv-league")


def _open(chosen: Filters, name: str) -> None:
    state.toggle(chosen, chosen.with_(provider=(name,)), ("provider",))
