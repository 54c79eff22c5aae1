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
    counted = facets.counts(corpus, chosen, field)
    leading = counted[(counted["story_count"] > 0) | counted["is_chosen"]]
    shown = leading.sort_values("is_chosen", ascending=False, kind="stable")
    shown = shown.head(max(MOST_SHOWN, int(shown["is_chosen"].sum())))
    if shown.empty:
        return
    labels = {
        value: f"{escaped(value)} \u2009{count:,}"
        for value, count in zip(shown["value"], shown["story_count"], strict=True)
    }
    key = f"facet_{field}"
    st.session_state[key] = shown.loc[shown["is_chosen"], "value"].tolist()
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
    counted = facets.counts(corpus, chosen, field)
    found = dict(zip(counted["value"], counted["story_count"], strict=True))
    values: Sequence[str] = FEW.get(field, tuple(found))
    st.caption(
        " · ".join(f"{escaped(value)} {found.get(value, 0):,}" for value in values)
    )
