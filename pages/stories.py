"""Which stories exactly: search, sort, sample, export; a row opens the story."""

from __future__ import annotations

import streamlit as st

from measures import stories
from pages.charts import wording
from pages.parts import export, page, tables

corpus, chosen = page.open("Stories", question="Which stories exactly?")

with st.container(horizontal=True, vertical_alignment="bottom"):
    order = st.selectbox(
        "Order",
        list(stories.ORDERS),
        key="order",
        bind="query-params",
        width=260,
        help="Newest, oldest, widest and most linked, best, or a random sample.",
    )
    seed = 0
    if order == "sample":
        seed = st.number_input(
            "Seed",
            min_value=0,
            max_value=stories.MOST_SEEDS,
            key="seed",
            bind="query-params",
            width=140,
            help="The same seed draws the same sample for everybody.",
        )
    listed = stories.ordered(corpus, chosen, order, int(seed))
    st.download_button(
        f"CSV of {wording.stories(len(listed))}",
        lambda: export.csv(corpus, listed),
        file_name="stories.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )
tables.show(corpus, listed, "stories", order=order)
