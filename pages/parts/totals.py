"""The row of totals: each count with its change and its course."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from measures import dates
from measures.totals import totals
from measures.when.attention import period_before

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.when.attention import Change

HELP = {
    "Stories": "Distinct filed stories under the filters.",
    "Providers": "Distinct providers of these stories.",
    "Topics": "Distinct topics of these stories.",
    "Related coverage": "Related links of these stories: other reports of the same news, "
    "one for each address in a story's list.",
}


def show(corpus: Corpus, chosen: Filters) -> None:
    """Show stories, providers, topics and related coverage side by side."""
    with st.grid(min_column_width=200, key="totals"):
        for total in totals(corpus, chosen):
            st.metric(
                total.name,
                f"{total.change.now:,}",
                delta=_delta(total.change),
                delta_color="off",
                delta_arrow="auto" if total.change.difference else "off",
                chart_data=list(total.course) or None,
                chart_type="area",
                help=HELP[total.name],
                border=True,
            )
    earlier = period_before(corpus, chosen)
    if earlier is not None and earlier.first and earlier.last:
        span = dates.span(earlier.first, earlier.last)
        st.caption(f"Changes are against as long a period before: {span}.")


def _delta(change: Change) -> str | None:
    """The change in words: `+12 (+8%)`, or `new` where there was nothing before."""
    if change.difference is None:
        return None
    if change.difference == 0:
        return "unchanged"
    if not change.before:
        return "new" if change.now else None
    share = change.change_share or 0
    return f"{change.difference:+,} ({share:+.0%})"
