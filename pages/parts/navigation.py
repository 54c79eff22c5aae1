"""The pages of the dashboard: their files, names and addresses."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from measures.link import query_string
from pages.parts import state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.navigation.page import StreamlitPage

    from measures.filters import Filters

FOLDER = Path(__file__).resolve().parents[1]

ICON = FOLDER / "parts" / "icon.png"
"""A picture of our own: an emoji or icon would be fetched from another host."""

PAGES = {
    "overview": "Overview",
    "providers": "Providers",
    "topics": "Topics",
    "timeline": "Timeline",
    "coverage": "Coverage",
    "stories": "Stories",
    "story": "Story",
    "compare": "Compare",
    "health": "Health",
}
"""Each page's file and, but for the first, its address; and its name."""

UNLISTED = {"story"}
"""Pages that are reached by opening something, not from the menu."""


def page(name: str) -> StreamlitPage:
    """The page of this name, as `st.navigation` takes it: made anew, for one run."""
    options: dict[str, Any] = {"default": True} if name == "overview" else {}
    return st.Page(
        FOLDER / f"{name}.py",
        title=PAGES[name],
        url_path="" if name == "overview" else name,
        **options,
    )


def pages() -> list[StreamlitPage]:
    """All pages, in the order of the menu."""
    return [page(name) for name in PAGES]


@lru_cache(maxsize=len(PAGES))
def target(name: str) -> StreamlitPage:
    """The page of this name, as links and `st.switch_page` take it."""
    return page(name)


def menu(chosen: Filters) -> None:
    """The links to the pages; the filters go along, also into a new tab."""
    query = state.queried(chosen)
    with st.container(horizontal=True, key="menu", gap="small"):
        for name in PAGES:
            if name not in UNLISTED:
                st.page_link(target(name), query_params=query, width="content")


def link(
    label: str, name: str, chosen: Filters, *, icon: str = "", **query: str
) -> None:
    """A link to a page with these filters: one step in the history, or a new tab.

    Args:
        label: Markdown: escape what is of the corpus.
        name: One of PAGES.
        chosen: The filters that go along.
        icon: Before the label.
        query: Parameters that only that page reads, such as `story`.
    """
    st.page_link(
        target(name),
        label=label,
        icon=icon or None,
        query_params={**state.queried(chosen), **query},
    )


def address(name: str, chosen: Filters, parameter: str, **query: Sequence[str]) -> str:
    """The beginning of the address of a page, up to the value of its last parameter.

    It is relative, as seen from any page: the dashboard may be served below a path.

    Args:
        name: One of PAGES.
        chosen: The filters that go along.
        parameter: The last one, whose percent-encoded value is to follow.
        query: Further parameters that only that page reads.
    """
    path = "./" if name == "overview" else name
    before = query_string(chosen, query)
    return f"{path}?{before}{'&' if before else ''}{parameter}="


def go(name: str, chosen: Filters, **query: Sequence[str]) -> None:
    """Switch to a page with these filters. Call it in a callback only.

    Back takes two steps, since Streamlit changes the address before the page: where a
    `link` can stand, it is better.

    Args:
        name: One of PAGES.
        chosen: The filters that go along.
        query: Parameters that only that page reads, such as `story`.
    """
    st.switch_page(target(name), query_params={**state.queried(chosen), **query})
