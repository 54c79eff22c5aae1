"""The filters, as the address bar holds them: read at each run, written in callbacks.

The address is the only place where the view is kept. Widgets are set from it before they
are drawn, and whatever changes the view writes it. Streamlit can bind widgets to the
address by itself, but then typing into one leaves no step for Back to undo, and an action
that sets two filters leaves two; written here, each action is one step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from measures import link

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.link import Ignored


MARK = "mark"
"""The parameter that names a mark which no filters can tell: figure, then values."""
PAGE = "page"
"""The parameter that names the page of the table of stories, unless it is the first."""


def read(corpus: Corpus) -> tuple[Filters, tuple[Ignored, ...]]:
    """The filters in the address, and what of it means nothing in this corpus."""
    return link.from_query(address(), corpus)


def write(chosen: Filters) -> None:
    """Put these filters into the address, in one step. Call it in a callback only.

    Parameters that are no filters, such as the story that is open, stay; but a mark or a
    page was one of other stories, and goes.
    """
    st.query_params.from_dict(
        {
            name: values
            for name, values in address().items()
            if not _is_filter(name) and name not in {MARK, PAGE}
        }
        | queried(chosen)
    )


def put(name: str, value: str, *stale: str) -> None:
    """Put a page's own parameter into the address, in one step; an empty value leaves it.

    Parameters that are `stale` with it leave as well. Call it in a callback only.
    """
    put_all(name, [value] if value else [], *stale)


def put_all(name: str, values: list[str], *stale: str) -> None:
    """Put all values of a parameter into the address, as `put` does with one."""
    kept = {n: held for n, held in address().items() if n not in {name, *stale}}
    st.query_params.from_dict(kept | ({name: values} if values else {}))


def queried(chosen: Filters) -> dict[str, list[str]]:
    """The filters as query parameters, by name, for `st.query_params` and page links."""
    query: dict[str, list[str]] = {}
    for name, value in link.to_query(chosen):
        query.setdefault(name, []).append(value)
    return query


def address() -> dict[str, list[str]]:
    """All that is in the address, filters and others, by name."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def own() -> dict[str, list[str]]:
    """The parameters in the address that are no filters: those of the page itself."""
    return {
        name: values
        for name, values in address().items()
        if values and not _is_filter(name)
    }


def mark(figure: str) -> tuple[str, ...]:
    """The values that name the mark chosen in this figure; empty: none is."""
    named = st.query_params.get_all(MARK)
    return tuple(named[1:]) if named and named[0] == figure else ()


def toggle_mark(figure: str, values: tuple[str, ...]) -> None:
    """Choose a mark of a figure, or take the choice back. Call it in a callback only."""
    kept = {name: held for name, held in address().items() if name != MARK}
    if mark(figure) != values:
        kept[MARK] = [figure, *values]
    st.query_params.from_dict(kept)


def turn_to(story: str) -> None:
    """Put another story into the address. Call it in a callback only.

    A mark was one of the story before, and goes.
    """
    kept = {name: held for name, held in address().items() if name != MARK}
    st.query_params.from_dict(kept | {"story": [story]})


def toggle(chosen: Filters, mark: Filters, fields: tuple[str, ...]) -> None:
    """Set these fields as a mark has them, or clear them where they are so already."""
    values = {name: getattr(mark, name) for name in fields}
    if all(getattr(chosen, name) == value for name, value in values.items()):
        write(chosen.without(*fields))
    else:
        write(chosen.with_(**values))


def setter(chosen: Filters) -> Callable[[], None]:
    """A callback that puts these filters into the address."""
    return lambda: write(chosen)


def _is_filter(name: str) -> bool:
    return name in link.PARAMETERS.values()
