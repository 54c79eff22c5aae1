"""Buttons that lead from any page to the comparison of its view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.parts import navigation
from pages.parts.sides import against

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from measures.filters import Filters


def shortcuts(chosen: Filters, place: str, text: str = "") -> None:
    """Buttons that compare a view with the rest, and with the period before.

    Args:
        chosen: The view.
        place: Where they stand; it tells their keys apart.
        text: What the link compares with now; that button stands out.
    """
    for name, other, why_not in _ways(chosen):
        button(
            f"With {other}",
            f"{place}-{name}",
            _opener(chosen, name),
            why_not=why_not,
            is_on=text == name,
        )


def button(
    label: str,
    name: str,
    do: Callable[[], None],
    *,
    why_not: str = "",
    is_on: bool = False,
) -> None:
    """A button that is off, and says why, where it has no sense."""
    st.button(
        label,
        key=f"compare-{name}",
        on_click=do,
        disabled=bool(why_not),
        help=why_not or None,
        type="primary" if is_on else "secondary",
    )


def links(chosen: Filters) -> None:
    """The two comparisons that have sense for a view, a click each."""
    for name, other, why_not in _ways(chosen):
        if not why_not:
            st.button(
                f"Compare with {other}",
                key=f"compare-chips-{name}",
                icon=":material/compare_arrows:",
                type="tertiary",
                on_click=_opener(chosen, name),
            )


def _ways(chosen: Filters) -> Iterator[tuple[str, str, str]]:
    """What a view can be compared with: its name, how it is said, and why it cannot."""
    yield against.REST, "the rest", against.why_no_rest(chosen)
    yield against.BEFORE, "the period before", against.why_no_before(chosen)


def _opener(chosen: Filters, name: str) -> Callable[[], None]:
    return lambda: navigation.go("compare", chosen, **{against.PARAMETER: name})
