"""The filters as the widgets hold them: read here, written only in callbacks.

The widgets of `pages.parts.sidebar` are bound to the URL, so what is written here is in
the link, and Back takes it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from measures.filters import DEFAULTS, Filters
from measures.link import PARAMETERS

if TYPE_CHECKING:
    from collections.abc import Callable


def read() -> Filters:
    """The filters that the widgets hold now; two dates that are reversed are put right."""
    values: dict[str, Any] = {}
    for name, parameter in PARAMETERS.items():
        value = st.session_state.get(parameter)
        if isinstance(value, list):
            value = tuple(value)
        values[name] = DEFAULTS[name] if value in (None, "") else value
    if values["quality"] is not None and _is_whole_range(values["quality"]):
        values["quality"] = None
    if values["first"] and values["last"] and values["first"] > values["last"]:
        values["first"], values["last"] = values["last"], values["first"]
    return Filters(**values)


def write(chosen: Filters) -> None:
    """Make the widgets hold these filters. Call it in a callback only."""
    for name, parameter in PARAMETERS.items():
        value = getattr(chosen, name)
        if name == "quality":
            value = value or st.session_state.get("quality_range")
        if isinstance(value, tuple) and name != "quality":
            value = list(value)
        if name == "grain":
            value = value or None
        if parameter in st.session_state or value not in (None, "", [], DEFAULTS[name]):
            st.session_state[parameter] = value


def toggle(mark: Filters, fields: tuple[str, ...]) -> None:
    """Set these fields as a mark has them, or clear them where they are so already."""
    now = read()
    values = {name: getattr(mark, name) for name in fields}
    if all(getattr(now, name) == value for name, value in values.items()):
        write(now.without(*fields))
    else:
        write(now.with_(**values))


def setter(chosen: Filters) -> Callable[[], None]:
    """A callback that makes the widgets hold these filters."""
    return lambda: write(chosen)


def _is_whole_range(value: tuple[int, int]) -> bool:
    return tuple(value) == tuple(st.session_state.get("quality_range", ()))
