"""Showing a figure: the picture, what it counts, its rows, its CSV and its method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import streamlit as st

from measures import ordering, stories
from pages.charts import wording
from pages.charts.figure import BRUSH, PICK
from pages.parts import export, sending, state, tables
from pages.parts.escape import escaped
from pages.parts.grid import sorting

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from loaders.corpus import Corpus
    from measures.filters import Filters
    from pages.charts.figure import Figure


_tables: WeakKeyDictionary[Figure, pa.Table] = WeakKeyDictionary()


def show(corpus: Corpus, chosen: Filters, figure: Figure) -> None:
    """Show a figure: all of them behave alike.

    A click on a mark chooses its rows by the filters, and a second click takes it back.
    "Rows" lists the stories that it counts, "CSV" holds exactly those.
    """
    with st.container(key=f"figure-{figure.key}"):
        st.subheader(escaped(figure.title), anchor=False)
        st.caption(escaped(figure.counts))
        marked = _marked(corpus, figure)
        if figure.empty:
            st.info(escaped(figure.empty))
        elif figure.spec:
            if marked is not None:
                _unmark(corpus, figure, marked)
            _chart(chosen, figure)
        _foot(corpus, chosen, figure, marked)


def _chart(chosen: Filters, figure: Figure) -> None:
    clicks = st.session_state.setdefault(f"clicks-{figure.key}", 0)
    key = f"chart-{figure.key}-{clicks}"
    answers = figure.mark or figure.brush or figure.stories
    st.vega_lite_chart(
        _table(figure),
        dict(figure.spec),
        key=key,
        on_select=(lambda: _take(key, chosen, figure)) if answers else "ignore",
        alt=figure.summary or f"{figure.title}. {figure.counts}",
    )


def _table(figure: Figure) -> pa.Table:
    """The figure's frame as it is sent: made once for as long as the figure is kept."""
    if figure not in _tables:
        _tables[figure] = sending.table(figure.frame)
    return _tables[figure]


def _take(key: str, chosen: Filters, figure: Figure) -> None:
    """Turn a click or a brush into the address; a new key clears the chart's own mark."""
    selection: dict[str, Any] = st.session_state[key]["selection"]
    picked = selection.get(PICK)
    brushed = selection.get(BRUSH)
    if picked and figure.mark:
        state.toggle(chosen, figure.mark(picked[0]), figure.fields)
    elif picked and figure.stories:
        values = tuple(str(picked[0][name]) for name in figure.names)
        state.toggle_mark(figure.key, values)
    elif brushed and figure.brush:
        start, end = next(iter(brushed.values()))
        state.toggle(chosen, figure.brush(start, end), figure.fields)
    else:
        return
    st.session_state[f"clicks-{figure.key}"] += 1


def _foot(
    corpus: Corpus, chosen: Filters, figure: Figure, marked: np.ndarray | None
) -> None:
    for line in figure.notes:
        st.caption(escaped(line))
    if figure.left_out:
        st.caption(f"Not shown: {escaped(figure.left_out)}")
    opened = f"rows-{figure.key}"
    sort = _sort(figure, opened)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        is_open = st.toggle(
            "Rows",
            value=not figure.spec,
            key=opened,
            help="Show what stands behind it",
        )
        st.download_button(
            "CSV",
            lambda: _csv(corpus, figure, sort),
            file_name=f"{figure.key}{'' if figure.listing is not None else '-stories'}.csv",
            mime="text/csv",
            key=f"csv-{figure.key}",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
            help="Exactly these rows",
        )
        with st.popover("How", type="tertiary", help="How this is computed"):
            st.markdown(escaped(figure.method))
    if marked is not None:
        tables.show(corpus, chosen, marked, f"mark-{figure.key}")
    if is_open and figure.listing is not None:
        tables.paged(chosen, figure.listing, opened, figure.listing_columns)
    elif is_open:
        tables.show(corpus, chosen, stories.ordered(corpus, figure.rows), opened)


def _marked(corpus: Corpus, figure: Figure) -> np.ndarray | None:
    """The stories of the mark that was clicked, where no filters can tell them."""
    values = state.mark(figure.key)
    if figure.stories is None or len(values) != len(figure.names):
        return None
    return stories.newest_first(corpus, figure.stories(values))


def _unmark(corpus: Corpus, figure: Figure, marked: np.ndarray) -> None:
    """What was clicked, above the chart, where it is in sight: the list may not be."""
    values = state.mark(figure.key)
    count = wording.stories(len(marked))
    if figure.names == ("story_id",):
        named = ", ".join(stories.texts(corpus, marked, "title"))
    else:
        named = wording.joined(values)
    below = ", listed below" if len(marked) else ""
    st.button(
        f"{escaped(named)}: {count}{below} \u2002:material/close:",
        key=f"unmark-{figure.key}",
        help="Close this list",
        on_click=lambda: state.toggle_mark(figure.key, values),
    )


def _sort(figure: Figure, opened: str) -> str:
    """How the rows are sorted: the address cannot be asked any more by a download."""
    if figure.listing is None:
        return sorting.asked(opened, tables.COLUMNS)
    return sorting.asked(opened, list(map(str, figure.listing)))


def _csv(corpus: Corpus, figure: Figure, sort: str) -> str:
    """The rows as they are listed, in the same order."""
    if figure.listing is not None:
        places = ordering.places(figure.listing, sort)
        return export.text(figure.listing.iloc[places])
    marked = _marked(corpus, figure)
    if marked is None:
        return export.csv(corpus, stories.ordered(corpus, figure.rows, sort=sort))
    return export.csv(corpus, marked)
