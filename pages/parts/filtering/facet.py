"""Facets: what else could be chosen, with the count that choosing it would show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from loaders import frames
from measures import facets
from pages.parts import state
from pages.parts.escape import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_SHOWN = 6

FEW = {
    "type": frames.type_names,
    "state": frames.state_names,
    "reason": frames.reason_names,
}
"""The values of the filters that have few, in their order."""


def show(corpus: Corpus, chosen: Filters, field: str) -> None:
    """The values with most stories, each with the count that choosing it would show."""
    counted = facets.leading(corpus, chosen, field, MOST_SHOWN)
    if not counted:
        return
    labels = {value: f"{escaped(value)} \u2009{n:,}" for value, n in counted.items()}
    key = f"facet_{field}"
    st.session_state[key] = [v for v in labels if v in getattr(chosen, field)]
    st.pills(
        f"{field.capitalize()}s with most stories",
        list(labels),
        selection_mode="multi",
        format_func=lambda value: labels.get(value, value),
        key=key,
        label_visibility="collapsed",
        on_change=_take,
        args=(chosen, field, tuple(labels)),
    )


def _take(chosen: Filters, field: str, shown: tuple[str, ...]) -> None:
    """Put what is pressed in a facet into the filter that it stands for."""
    kept = [value for value in getattr(chosen, field) if value not in shown]
    pressed = st.session_state[f"facet_{field}"]
    state.write(chosen.with_(**{field: (*kept, *pressed)}))


def counts(corpus: Corpus, chosen: Filters, field: str) -> None:
    """Write the live count of each value of a field in a line."""
    found = facets.numbers(corpus, chosen, field)
    values: Sequence[str] = FEW.get(field, tuple(found))
    st.caption(
        " · ".join(f"{escaped(value)} {found.get(value, 0):,}" for value in values)
    )
