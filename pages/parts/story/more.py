"""From a story to more like it: by the same provider, about the same topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from measures import stories
from measures.clauses import provider_column
from measures.filters import Filters
from pages.parts import cells, navigation
from pages.parts.escape import escaped

if TYPE_CHECKING:
    from loaders.corpus import Corpus


def show(corpus: Corpus, chosen: Filters, position: int) -> None:
    """Links to all stories of its provider, and to those of each of its topics."""
    by = Filters(by=chosen.by, window=chosen.window)
    name = corpus.stories[provider_column(chosen.by)].iloc[position]
    ways = [(str(name), by.with_(provider=(str(name),)))] if cells.has(name) else []
    ways += [
        (topic, by.with_(topic=(topic,)))
        for topic in stories.topics_at(corpus, position)
    ]
    if not ways:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.caption("More:", width="content")
        for label, filters in ways:
            navigation.link(escaped(label), "stories", filters)
