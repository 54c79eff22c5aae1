"""The line above a page: what is asked for, each part cleared with a click, and the link."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from measures import link
from measures.filters import Filters
from pages.parts import state
from pages.parts.escape import escaped
from pages.parts.sides import versus


def show(chosen: Filters, *, compares: bool = True) -> None:
    """One chip for each active filter; a click clears it. Then "clear all" and the link.

    What is read otherwise than usual, as within another window, has chips of its own: it
    changes numbers in view, and "clear all" leaves it. With `compares`, what the view can be compared with stands there too.
    """
    with st.container(
        horizontal=True, vertical_alignment="center", key="chips", gap="small"
    ):
        clauses = list(chosen.clauses())
        for clause in clauses:
            st.button(
                f"{escaped(clause.says(chosen))} \u2002:material/close:",
                key=f"chip_{clause.fields[0]}",
                help="Clear this filter",
                on_click=state.setter(chosen.without(*clause.fields)),
            )
        if clauses:
            st.button(
                "Clear all",
                key="clear_all",
                type="tertiary",
                on_click=state.setter(
                    Filters(by=chosen.by, grain=chosen.grain, window=chosen.window)
                ),
            )
        else:
            st.caption(
                "All stories. To narrow, click a chart or choose at the left (» opens it)."
            )
        for name, says in chosen.settings().items():
            st.button(
                f"{escaped(says)} \u2002:material/close:",
                key=f"setting_{name}",
                help="Back to the usual",
                on_click=state.setter(chosen.without(name)),
            )
        if compares:
            versus.links(chosen)
        with st.popover("Copy link", key="copy_link", icon=":material/link:"):
            st.caption("This address opens the very same view.")
            st.code(address(chosen), language=None, wrap_lines=True)


def address(chosen: Filters) -> str:
    """The address of the page as it is now, with its filters and its own parameters."""
    here = urlsplit(st.context.url or "")
    return urlunsplit(
        here._replace(query=link.query_string(chosen, state.own()), fragment="")
    )
