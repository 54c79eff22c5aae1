"""The pages of the dashboard: their files, names and addresses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

FOLDER = Path(__file__).resolve().parents[1]

ICON = FOLDER / "parts" / "icon.png"
"""A picture of our own: an emoji or icon would be fetched from another host."""

PAGES = {
    "overview": "Overview",
    "providers": "Providers",
    "topics": "Topics",
    "timeline": "Timeline",
    "stories": "Stories",
    "story": "Story",
    "health": "Health",
}
"""Each page's file and, but for the first, its address; and its name."""

HIDDEN = {"story"}
"""Pages that are reached by opening something, not from the menu."""


def page(name: str) -> StreamlitPage:
    """The page of this name, as `st.navigation` and `st.switch_page` take it."""
    options: dict[str, Any] = {"default": True} if name == "overview" else {}
    if name in HIDDEN:
        options["visibility"] = "hidden"
    return st.Page(
        FOLDER / f"{name}.py",
        title=PAGES[name],
        url_path="" if name == "overview" else name,
        **options,
    )


def pages() -> list[StreamlitPage]:
    """All pages, in the order of the menu."""
    return [page(name) for name in PAGES]


def go(name: str, **query: str) -> None:
    """Switch to a page; the filters follow. Call it in a callback only.

    Args:
        name: One of PAGES.
        query: Parameters that only that page reads, such as `story`.
    """
    st.switch_page(page(name), query_params=query)
