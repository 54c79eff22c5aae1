"""All that is related to a story, as a table: a filed one opens here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from measures.related import story
from pages.charts import wording
from pages.parts import cells, state
from pages.parts.escape import safe_url

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters


def show(corpus: Corpus, position: int, chosen: Filters) -> None:
    """All that is related, as a table: a filed one opens here, another at its host."""
    members = story.coverage(corpus, position, chosen.window, chosen.by)
    others = members[~members["is_self"]].reset_index(drop=True)
    if others.empty:
        return
    st.subheader("Headlines side by side", anchor=False)
    ids = tuple(others["story_id"])
    table = f"members-{position}-{chosen.window}-{chosen.by}"
    st.dataframe(
        _members(others),
        key=table,
        hide_index=True,
        placeholder="–",
        on_select=lambda: _open(table, ids),
        selection_mode=["single-row", "single-cell"],
        column_config={
            "title": st.column_config.TextColumn("Headline", width=290),
            "provider": st.column_config.TextColumn("Provider", width=140),
            "published_at": st.column_config.DatetimeColumn(
                "Published (UTC)",
                format="D MMM YYYY, HH:mm",
                timezone="UTC",
                width=135,
            ),
            "gap_hours": st.column_config.NumberColumn(
                "Hours", help="From this story", format="%+.1f", width=62
            ),
            "standing": st.column_config.TextColumn("Standing", width=88),
            "quality_score": st.column_config.NumberColumn("Quality", width=66),
            "filed": st.column_config.TextColumn("Here", width=78),
            "address": st.column_config.LinkColumn(
                "Address", display_text="Open", width=68
            ),
        },
    )
    is_seen = ~others["is_filed"]
    reached = int((is_seen & others["key_url"].notna()).sum())
    lost = int(is_seen.sum()) - reached
    st.caption(
        "Click a row to open the story here."
        + (
            f" {wording.count(reached, 'story', 'stories')} known only from lists "
            f"{'opens' if reached == 1 else 'open'} at the provider."
            if reached
            else ""
        )
        + (
            f" Of {wording.count(lost, 'story', 'stories')} known only from lists they "
            "give no address."
            if lost
            else ""
        )
    )


def _members(others: pd.DataFrame) -> pd.DataFrame:
    table = others[
        ["title", "provider", "published_at", "gap_hours", "standing", "quality_score"]
    ].copy()
    table["filed"] = ["filed" if at else "seen only" for at in others["is_filed"]]
    table["address"] = [
        safe_url(url) if cells.has(url) else None for url in others["key_url"]
    ]
    return table


def _open(table: str, ids: tuple[str | None, ...]) -> None:
    selection = st.session_state[table]["selection"]
    rows = [*selection["rows"], *(cell[0] for cell in selection["cells"])]
    story_id = ids[rows[0]] if rows and rows[0] < len(ids) else None
    if isinstance(story_id, str):  # a report that is only seen has none
        state.turn_to(story_id)
