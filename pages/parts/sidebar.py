"""The filters' widgets, bound to the URL, and the facets with their live counts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from loaders import frames
from measures import completeness, facets, link
from measures.clauses import WEEKDAYS, provider_column
from measures.filters import GRAINS, IDENTITIES, Filters
from pages.parts import state
from pages.parts.escape import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.corpus import Corpus

FACET_SIZE = 6
MOST_OPTIONS = 1000
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
LEAST_QUALITY, GREATEST_QUALITY = 0, 200
MOST_CHARACTERS = 200


def show(corpus: Corpus) -> Filters:
    """Draw all filter widgets in the sidebar; what they ask for."""
    with st.sidebar:
        st.text_input(
            "Words",
            key="q",
            bind="query-params",
            placeholder='robot -vacuum "open source"',
            max_chars=MOST_CHARACTERS,
            help="Every word must occur in title or excerpt. Put a phrase in quotes, "
            "and a minus before what must not occur.",
        )
        _dates()
        _many(corpus, "Provider", "provider")
        _facet(corpus, "provider")
        st.segmented_control(
            "Count providers by",
            IDENTITIES,
            default="family",
            required=True,
            key="by",
            bind="query-params",
            help="A family folds spellings and carriers' copies together; a name is as "
            "written; a domain is where the story lies.",
        )
        _many(corpus, "Topic", "topic")
        _facet(corpus, "topic")
        _closed(corpus, "Type", "type", frames.type_names)
        _closed(corpus, "State", "state", frames.state_names)
        if len(corpus.names("carrier")):
            _carriers(corpus)
        with st.expander("More filters", key="more_filters"):
            _more(corpus)
    return state.read()


def _dates() -> None:
    first, last = st.columns(2)
    first.date_input(
        "From",
        value=None,
        min_value=EARLIEST,
        max_value=LATEST,
        key="from",
        bind="query-params",
        format="YYYY-MM-DD",
    )
    last.date_input(
        "To",
        value=None,
        min_value=EARLIEST,
        max_value=LATEST,
        key="to",
        bind="query-params",
        format="YYYY-MM-DD",
    )


def _options(corpus: Corpus, field: str) -> list[str]:
    """The values to choose from: all, or the most frequent and the chosen of many."""
    kind = field.removeprefix("not_")
    names = (
        corpus.topic_names
        if kind == "topic"
        else corpus.names(provider_column(st.session_state.get("by") or "family"))
    )
    if len(names) <= MOST_OPTIONS:
        return list(names)
    by = st.session_state.get("by") or "family"
    ranked = facets.counts(corpus, Filters(by=by), kind)["value"].head(MOST_OPTIONS)
    asked = [*st.query_params.get_all(field), *st.session_state.get(field, [])]
    held = set(ranked) | {name for name in asked if name in names}
    return sorted(held, key=str.casefold)


def _many(corpus: Corpus, label: str, field: str) -> None:
    st.multiselect(
        label,
        _options(corpus, field),
        key=field,
        bind="query-params",
        placeholder="All",
        select_all=False,
    )


def _facet(corpus: Corpus, field: str) -> None:
    """The values with most stories, each with the count that choosing it would show."""
    chosen = state.read()
    counted = facets.counts(corpus, chosen, field)
    leading = counted[(counted["story_count"] > 0) | counted["is_chosen"]]
    shown = leading.sort_values("is_chosen", ascending=False, kind="stable")
    shown = shown.head(max(FACET_SIZE, int(shown["is_chosen"].sum())))
    if shown.empty:
        return
    labels = {
        row.value: f"{escaped(row.value)} \u2009{row.story_count:,}"
        for row in shown.itertuples()
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
        on_change=_take_facet,
        args=(field, tuple(labels)),
    )


def _take_facet(field: str, shown: tuple[str, ...]) -> None:
    """Put what is pressed in a facet into the filter that it stands for."""
    pressed = st.session_state[f"facet_{field}"]
    kept = [value for value in st.session_state[field] if value not in shown]
    st.session_state[field] = [*kept, *pressed]


def _carriers(corpus: Corpus) -> None:
    """Carriers are corpus text, which pills would read as Markdown: no pills here."""
    names = list(corpus.names("carrier"))
    st.multiselect(
        "Carrier",
        names,
        key="carrier",
        bind="query-params",
        placeholder="All",
        select_all=False,
    )
    _live_counts(corpus, "carrier", names)


def _closed(corpus: Corpus, label: str, field: str, values: Sequence[str]) -> None:
    """A filter of few values, with their live counts below."""
    st.pills(label, values, selection_mode="multi", key=field, bind="query-params")
    _live_counts(corpus, field, values)


def _live_counts(corpus: Corpus, field: str, values: Sequence[str]) -> None:
    counted = facets.counts(corpus, state.read(), field)
    counts = dict(zip(counted["value"], counted["story_count"], strict=True))
    st.caption(
        " · ".join(f"{escaped(value)} {counts.get(value, 0):,}" for value in values)
    )


def _more(corpus: Corpus) -> None:
    _many(corpus, "Not by provider", "not_provider")
    _many(corpus, "Not about topic", "not_topic")
    _quality(corpus)
    st.pills(
        "Reason for not publishing",
        frames.reason_names,
        selection_mode="multi",
        key="reason",
        bind="query-params",
    )
    st.multiselect(
        "Lacking", list(completeness.FIELDS), key="lacks", bind="query-params"
    )
    st.multiselect("Weekday", WEEKDAYS, key="weekday", bind="query-params")
    st.multiselect(
        "Hour (UTC)",
        list(range(24)),
        format_func=str,
        key="hour",
        bind="query-params",
    )
    st.segmented_control(
        "Bins of time",
        GRAINS,
        key="grain",
        bind="query-params",
        help="Chosen by the range unless set.",
    )
    st.number_input(
        "Window of related coverage, in hours",
        min_value=1,
        max_value=link.LONGEST_WINDOW_HOURS,
        value=frames.DEFAULT_WINDOW_HOURS,
        step=24,
        key="window",
        bind="query-params",
    )


def _quality(corpus: Corpus) -> None:
    """A slider whose limits hold every score; both ends at the limits ask for nothing."""
    scores = corpus.stories["quality_score"].dropna()
    least = min(LEAST_QUALITY, int(scores.min())) if len(scores) else LEAST_QUALITY
    most = max(GREATEST_QUALITY, int(scores.max())) if len(scores) else GREATEST_QUALITY
    st.session_state["quality_range"] = (least, most)
    st.slider(
        "Quality",
        least,
        most,
        (least, most),
        key="quality",
        bind="query-params",
        help="Stories without a score are left out as soon as a limit is set.",
    )
