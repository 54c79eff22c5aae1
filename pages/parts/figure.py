"""Showing a figure: the picture, what it counts, its rows, its CSV and its method."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import pandas as pd
import streamlit as st

from measures import stories
from measures.filters import Filters
from pages.charts import rows, wording
from pages.charts.figure import BRUSH, PICK
from pages.parts import export, sending, state, tables
from pages.parts.escape import escaped
from pages.parts.grid import sorting

if TYPE_CHECKING:
    import pyarrow as pa

    from loaders.corpus import Corpus
    from pages.charts.figure import Figure
    from pages.charts.rows import Rows


_tables: WeakKeyDictionary[Figure, pa.Table] = WeakKeyDictionary()


def show(corpus: Corpus, chosen: Filters, figure: Figure) -> None:
    """Show a figure: all of them behave alike.

    A click on a mark chooses its rows by the filters, or lists them where no filters can
    tell them; a second click takes it back. "Rows" lists what is chosen, the CSV holds
    exactly that, and both say how many rows it is.
    """
    with st.container(key=f"figure-{figure.key}"):
        st.subheader(escaped(figure.title), anchor=False)
        st.caption(escaped(figure.counts))
        values = state.mark(figure.key)
        marked = rows.behind(corpus, figure, values)
        listed = marked or rows.of(corpus, figure)
        opened = _opened(figure, values if marked else ())
        if marked:
            _unmark(corpus, figure, values, marked, opened)
        if figure.empty:
            st.info(escaped(figure.empty))
        elif figure.spec:
            _chart(chosen, figure)
        _foot(corpus, chosen, figure, listed, opened)


def _chart(chosen: Filters, figure: Figure) -> None:
    clicks = st.session_state.setdefault(f"clicks-{figure.key}", 0)
    key = f"chart-{figure.key}-{clicks}"
    answers = figure.mark or figure.brush or figure.names
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
    elif picked and figure.names:
        values = tuple(str(picked[0][name]) for name in figure.names)
        state.toggle_mark(figure.key, values)
    elif brushed and figure.brush:
        start, end = next(iter(brushed.values()))
        state.toggle(chosen, figure.brush(start, end), figure.fields)
    else:
        return
    st.session_state[f"clicks-{figure.key}"] += 1


def _foot(
    corpus: Corpus, chosen: Filters, figure: Figure, listed: Rows, opened: str
) -> None:
    for line in figure.notes:
        st.caption(escaped(line))
    if figure.left_out:
        st.caption(f"Not shown: {escaped(figure.left_out)}")
    sort = _sort(listed, opened)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        is_open = st.toggle(
            f"Rows ({listed.count:,})",
            value=_begins_open(figure, opened),
            key=opened,
            help="Show what stands behind it",
        )
        export.button(
            _writer(corpus, listed, sort, chosen.window),
            listed.count,
            listed.unit,
            name=f"{figure.key}-{wording.plural(*listed.unit)}",
            key=f"csv-{figure.key}",
        )
        with st.popover("How", type="tertiary", help="How this is computed"):
            st.markdown(escaped(figure.method))
    if not is_open:
        return
    if isinstance(listed.source, pd.DataFrame):
        tables.paged(chosen, listed.source, opened, figure.listing_columns)
    else:
        tables.show(corpus, chosen, listed.positions(corpus), opened)


def _sort(listed: Rows, opened: str) -> str:
    """How the list is sorted, which the file is too."""
    if isinstance(listed.source, pd.DataFrame):
        return sorting.asked(opened, list(map(str, listed.source)))
    return sorting.asked(opened, tables.COLUMNS)


def _writer(corpus: Corpus, listed: Rows, sort: str, window: int) -> partial[str]:
    """What writes these rows as CSV, later and without a session: it holds them all."""
    if isinstance(listed.source, pd.DataFrame):
        return partial(export.text, listed.source, sort)
    if isinstance(listed.source, Filters):
        return partial(export.asked, corpus, listed.source, sort)
    held = listed.source
    if sort:
        held = stories.arranged(corpus, held, sort, window)
    return partial(export.csv, corpus, held, window)


def _opened(figure: Figure, values: tuple[str, ...]) -> str:
    """The key of the switch that lists the rows: each mark has one of its own."""
    if not values:
        return f"rows-{figure.key}"
    digest = hashlib.blake2b(repr(values).encode(), digest_size=6).hexdigest()
    return f"mark-{figure.key}-{digest}"


def _begins_open(figure: Figure, opened: str) -> bool:
    """A mark was clicked to see its rows, and where there is no chart they are all."""
    return not figure.spec or opened.startswith("mark-")


def _unmark(
    corpus: Corpus, figure: Figure, values: tuple[str, ...], listed: Rows, opened: str
) -> None:
    """What was clicked, above the chart, where it is in sight: the list may not be."""
    count = wording.count(listed.count, *listed.unit)
    is_below = listed.count and st.session_state.get(opened, True)
    st.button(
        f"{escaped(_named(corpus, figure, values))}: {count}"
        f"{', listed below' if is_below else ''} \u2002:material/close:",
        key=f"unmark-{figure.key}",
        help="Close this list",
        on_click=lambda: state.toggle_mark(figure.key, values),
    )


def _named(corpus: Corpus, figure: Figure, values: tuple[str, ...]) -> str:
    """The mark's values as they are said: a story by its title, and each of them once."""
    said = dict(zip(figure.names, values, strict=True))
    story = stories.find(corpus, said.get("story_id", ""))
    if story is not None:
        said["story_id"] = str(corpus.texts["title"][story])
    return wording.joined(list(dict.fromkeys(map(str.strip, said.values()))))
