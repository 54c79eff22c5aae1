"""The filters' widgets, and the facets with their live counts."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from measures import completeness, facets, link, ordering, words
from measures.clauses import WEEKDAYS
from measures.filters import DEFAULTS, GRAINS, IDENTITIES, Filters
from pages.parts import state
from pages.parts.filtering import facet, labels

if TYPE_CHECKING:
    from loaders.corpus import Corpus

MOST_OPTIONS = 1000
EARLIEST, LATEST = date(1678, 1, 1), date(2261, 12, 31)
"""The days of times that a story may have."""
LEAST_QUALITY, GREATEST_QUALITY = 0, 200


def show(corpus: Corpus, chosen: Filters) -> None:
    """Draw all filter widgets in the sidebar, as the filters in the address have them."""
    limits = _limits(corpus)
    _set(chosen, limits)
    with st.sidebar:
        st.text_input(
            labels.OF["q"],
            key="words",
            on_change=_take,
            args=(chosen, limits),
            placeholder='robot -vacuum "open source"',
            max_chars=words.MAX_CHARACTERS,
            help="Every word must occur in title or excerpt. Put a phrase in quotes, "
            "and a minus before what must not occur.",
        )
        for parameter, key in (("from", "first"), ("to", "last")):
            st.date_input(
                labels.OF[parameter],
                value=None,
                min_value=EARLIEST,
                max_value=LATEST,
                key=key,
                on_change=_take,
                args=(chosen, limits),
                format="YYYY-MM-DD",
            )
        _many(corpus, chosen, "provider", limits)
        facet.show(corpus, chosen, "provider")
        st.segmented_control(
            labels.OF["by"],
            IDENTITIES,
            required=True,
            key="by",
            on_change=_take,
            args=(chosen, limits),
            help="A family folds spellings and carriers' copies together; a name is as "
            "written; a domain is where the story lies.",
        )
        _many(corpus, chosen, "topic", limits)
        facet.show(corpus, chosen, "topic")
        _few(corpus, chosen, "type", limits)
        _few(corpus, chosen, "state", limits)
        if len(corpus.names("carrier")):
            _many(corpus, chosen, "carrier", limits)
            facet.counts(corpus, chosen, "carrier")
        # Ten widgets that few readers use are drawn where somebody asks for them.
        more = st.expander("More filters", key="more_filters", on_change="rerun")
        if more.open:
            with more:
                _more(corpus, chosen, limits)


def _limits(corpus: Corpus) -> tuple[int, int]:
    """Limits of the quality slider that hold every score of the corpus."""
    scores = corpus.quality_span or (LEAST_QUALITY, GREATEST_QUALITY)
    return min(LEAST_QUALITY, scores[0]), max(GREATEST_QUALITY, scores[1])


def _set(chosen: Filters, limits: tuple[int, int]) -> None:
    """Make the widgets show the filters, whoever changed them."""
    for field in fields(Filters):
        st.session_state[field.name] = _shown(chosen, field.name, limits)


def _shown(chosen: Filters, name: str, limits: tuple[int, int]) -> Any:  # noqa: ANN401 - of any field
    """What a widget shows of its filter: a link may hold more than it has room for."""
    value = getattr(chosen, name)
    if name == "quality":
        least, most = value or limits
        return (max(least, limits[0]), min(most, limits[1]))
    if name in {"first", "last"}:
        return value if value and EARLIEST <= value <= LATEST else None
    if name == "grain":
        return value or None
    return list(value) if _is_list(name) else value


def _take(chosen: Filters, limits: tuple[int, int]) -> None:
    """Put what was changed in the widgets into the address; all other filters stay."""
    values: dict[str, Any] = {}
    for name, default in DEFAULTS.items():
        before = _shown(chosen, name, limits)
        value = st.session_state.get(name, before)
        if value == before:
            values[name] = getattr(chosen, name)
        else:
            values[name] = tuple(value) if _is_list(name) else value or default
            if name == "quality" and tuple(value) == limits:
                values[name] = None
    state.write(Filters(**values))


def _is_list(name: str) -> bool:
    return DEFAULTS[name] == ()


def _options(corpus: Corpus, chosen: Filters, field: str) -> list[str]:
    """The values to choose from: all, or the most frequent and the chosen of many."""
    kind = field.removeprefix("not_")
    options = facets.choices(corpus, kind, chosen.by, MOST_OPTIONS)
    further = set(getattr(chosen, field)).difference(options)
    return ordering.alphabetical({*options, *further}) if further else list(options)


def _many(corpus: Corpus, chosen: Filters, field: str, limits: tuple[int, int]) -> None:
    """A filter of many values, which are corpus text: a multiselect shows it as text."""
    st.multiselect(
        labels.OF[field],
        _options(corpus, chosen, field),
        key=field,
        on_change=_take,
        args=(chosen, limits),
        placeholder="All",
        select_all=False,
    )


def _few(corpus: Corpus, chosen: Filters, field: str, limits: tuple[int, int]) -> None:
    """A filter of few fixed values, with their live counts below."""
    st.pills(
        labels.OF[field],
        facet.FEW[field],
        selection_mode="multi",
        key=field,
        on_change=_take,
        args=(chosen, limits),
    )
    facet.counts(corpus, chosen, field)


def _more(corpus: Corpus, chosen: Filters, limits: tuple[int, int]) -> None:
    _many(corpus, chosen, "not_provider", limits)
    _many(corpus, chosen, "not_topic", limits)
    changed: dict[str, Any] = {"on_change": _take, "args": (chosen, limits)}
    st.slider(
        labels.OF["quality"],
        *limits,
        key="quality",
        help="Stories without a score are left out as soon as a limit is set.",
        **changed,
    )
    _few(corpus, chosen, "reason", limits)
    st.multiselect(
        labels.OF["lacks"], list(completeness.FIELDS), key="lacks", **changed
    )
    st.multiselect(labels.OF["weekday"], WEEKDAYS, key="weekday", **changed)
    st.multiselect(labels.OF["hour"], list(range(24)), key="hour", **changed)
    st.segmented_control(
        labels.OF["grain"],
        GRAINS,
        key="grain",
        help="Chosen by the range unless set.",
        **changed,
    )
    st.number_input(
        labels.OF["window"],
        min_value=1,
        max_value=link.LONGEST_WINDOW_HOURS,
        step=24,
        key="window",
        **changed,
    )
