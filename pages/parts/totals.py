"""The row of totals: each count with its change and its course."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

from measures.totals import totals
from pages.charts.sentences import comparing

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

ARROWS: Final[dict[int, Literal["up", "off", "down"]]] = {1: "up", 0: "off", -1: "down"}
HELP = {
    "Stories": "Distinct filed stories under the filters.",
    "Providers": "Distinct providers of these stories.",
    "Topics": "Distinct topics of these stories.",
    "Related coverage": "Related links of these stories, one for each story in a list.",
}


def show(corpus: Corpus, chosen: Filters) -> None:
    """Show stories, providers, topics and related coverage side by side."""
    with st.grid(min_column_width=200, key="totals"):
        for total in totals(corpus, chosen):
            st.metric(
                total.name,
                f"{total.change.now:,}",
                delta=comparing.delta(total.change, is_sum=total.is_sum),
                delta_color="off",
                delta_arrow=ARROWS[total.change.direction],
                chart_data=list(total.course) or None,
                chart_type="area",
                help=HELP[total.name],
                border=True,
            )
    against = comparing.against(totals(corpus, chosen)[0].change)
    if against:
        st.caption(against)
