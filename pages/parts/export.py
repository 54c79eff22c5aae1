"""Rows as CSV: exactly what stands behind a figure, safe to open in a spreadsheet.

Every file of rows that leaves the dashboard is written here.
"""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from measures import ordering, stories
from pages.charts import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

ENCODING: Final = "utf-8-sig"
"""With a byte-order mark: without it Excel takes UTF-8 for the system's own code page."""
LINE_END: Final = "\r\n"
TIME_FORMAT: Final = "%Y-%m-%dT%H:%M:%SZ"

FORMULA_STARTS: Final = frozenset("=+-@\t\r\n")
"""What a spreadsheet takes for the beginning of a formula, or for that of another cell."""
SEPARATORS: Final = frozenset(",;|")
"""Where a spreadsheet may begin a cell: which of them depends on the reader's country."""
INVISIBLE: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""Categories of characters that are not seen: blanks, joiners, marks of byte order."""


def button(  # noqa: PLR0913 - what a button needs
    write: partial[str],
    count: int,
    unit: tuple[str, ...],
    *,
    name: str,
    key: str,
    is_prominent: bool = False,
) -> None:
    """A button that says how many rows it saves, and saves them as CSV.

    Args:
        write: One of the functions below with all that it needs. It is called when the
            button is clicked, after the page and without a session: what it would ask
            of the address or the session is not there any more.
        count: How many rows that is.
        unit: What a row is: its noun, and the plural where an s does not make it.
        name: Of the file.
        key: Of the button.
        is_prominent: It stands by itself, not below a figure or a table.
    """
    st.download_button(
        f"CSV of {wording.count(count, *unit)}",
        partial(saved, write),
        file_name=f"{name}.csv",
        mime="text/csv",
        key=key,
        on_click="ignore",
        type="secondary" if is_prominent else "tertiary",
        icon=":material/download:",
        help="Exactly these rows",
    )


def saved(write: Callable[[], str]) -> bytes:
    """What is written, as a file that Excel opens with its letters intact."""
    return write().encode(ENCODING)


def asked(corpus: Corpus, chosen: Filters, sort: str = "") -> str:
    """One line per story under the filters, newest first, or by one of their columns."""
    return csv(corpus, stories.ordered(corpus, chosen, sort=sort), chosen.window)


def csv(corpus: Corpus, positions: np.ndarray, window: int) -> str:
    """One line per story, in the order given, under a line of column names.

    Breadths are those within the window of hours.
    """
    return text(stories.rows(corpus, positions, window))


def text(table: pd.DataFrame, sort: str = "") -> str:
    """A table as CSV: times in ISO 8601, and texts that a spreadsheet takes as texts.

    `sort` orders its rows, as `measures.ordering` has it. A text that begins like a formula gets an apostrophe before it. Numbers stay numbers,
    negative ones too.
    """
    table = table.iloc[ordering.places(table, sort)].copy()
    for name in table.columns:
        column = table[name]
        if hasattr(column, "dt"):
            table[name] = column.dt.strftime(TIME_FORMAT)
        elif column.dtype.kind not in "biuf":
            table[name] = column.astype(object).map(defused)
    return table.to_csv(index=False, lineterminator=LINE_END)


def defused(value: object) -> object:
    """The value, with an apostrophe before a text that begins like a formula.

    Whoever takes the first apostrophe off such a text has it back: one that begins with
    apostrophes and then like a formula gets a further one.
    """
    return f"'{value}" if isinstance(value, str) and is_formula(value) else value


def is_formula(value: str) -> bool:
    """Whether a text begins like a formula, as a spreadsheet may read it.

    Characters of full width count as their narrow ones; what is not seen, and what may
    end a cell, is passed over, and so are apostrophes at the very beginning.
    """
    for letter in value.lstrip("'"):
        narrow = unicodedata.normalize("NFKC", letter)
        if narrow in FORMULA_STARTS:
            return True
        if narrow in SEPARATORS or unicodedata.category(letter) in INVISIBLE:
            continue
        return False
    return False
