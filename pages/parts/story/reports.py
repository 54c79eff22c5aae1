"""All that is related to a story, as a table: a filed one opens here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from measures.related import story
from pages.charts import wording
from pages.charts.columns import LINK, Column
from pages.parts import navigation, state
from pages.parts.grid import paging
from pages.parts.grid.drawing import Opening

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

COLUMNS: Final[dict[str, Column | str | None]] = {
    "title": Column("Headline", is_long=True),
    "provider": "Provider",
    "published_at": "Published (UTC)",
    "gap_hours": Column("Hours", "+,.1f", help="From this story"),
    "standing": "Standing",
    "quality_score": "Quality",
    "filed": "Here",
    "address": Column("Address", LINK),
    "story_id": None,
}


def show(corpus: Corpus, position: int, chosen: Filters) -> None:
    """All that is related, as a table: a filed one opens here, another at its host."""
    members = story.coverage(corpus, position, chosen.window, chosen.by)
    others = members[~members["is_self"]].reset_index(drop=True)
    if others.empty:
        return
    st.subheader("Headlines side by side", anchor=False)
    paging.listed(
        _members(others),
        "members",
        COLUMNS,
        name="Headlines side by side",
        opening=Opening(
            "story_id", navigation.address("story", chosen, "story"), state.turn_to
        ),
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
    """The columns of the table; a report that is only seen has no id to open."""
    table = others[
        ["title", "provider", "published_at", "gap_hours", "standing", "quality_score"]
    ].copy()
    table["filed"] = ["filed" if at else "seen only" for at in others["is_filed"]]
    table["address"] = others["key_url"]
    table["story_id"] = others["story_id"]
    return table
