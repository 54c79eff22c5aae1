"""Everything that is known of a story, name by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from measures import stories
from pages.charts.columns import Column
from pages.parts import cells
from pages.parts.grid import paging

if TYPE_CHECKING:
    from loaders.corpus import Corpus

COLUMNS: Final = {"field": Column("Field"), "value": Column("Value", is_long=True)}


def show(corpus: Corpus, position: int) -> None:
    """Everything else that is known of the story, name by name."""
    row, texts = corpus.stories.iloc[position], corpus.texts.iloc[position]
    known = {
        "Provider as written": row["provider_name"],
        "Family": row["provider_family"],
        "Domain": row["provider_domain"],
        "Carrier": row["carrier"],
        "Topics": stories.topics_of(corpus, [position])[0] or None,
        "Type": row["type"],
        "State": row["state"],
        "Reason for not publishing": row["backlog_reason"],
        "Quality": row["quality_score"],
        "Heat": row["heat_score"],
        "Web address": texts["web_url"],
        "Original address": texts["original_url"],
        "AMP address": texts["amp_url"],
        "Entries dropped from its list": _dropped(row),
        "Encrypted body": "yes, never shown" if row["has_secured"] else None,
        "File": texts["path"],
    }
    st.subheader("Everything known of this story", anchor=False)
    table = pd.DataFrame(
        {
            "field": list(known),
            "value": [str(v) if cells.has(v) else None for v in known.values()],
        },
        dtype="str",
    )
    paging.listed(table, "facts", COLUMNS, name="Everything known of this story")


def _dropped(row: pd.Series) -> str | None:
    parts = [
        f"{row[name]} {label}"
        for name, label in (
            ("repeat_count", "repeated"),
            ("self_count", "of the story itself"),
            ("unusable_count", "without an address, a title or a time"),
        )
        if row[name]
    ]
    return ", ".join(parts) or None
