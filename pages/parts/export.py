"""Rows as CSV: exactly what stands behind a figure, safe to open in a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from measures import stories

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from loaders.corpus import Corpus

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv(corpus: Corpus, positions: np.ndarray, window: int) -> str:
    """One line per story, in the order given, under a line of column names.

    Breadths are those within the window of hours.
    """
    return text(stories.rows(corpus, positions, window))


def text(table: pd.DataFrame) -> str:
    """A table as CSV: times in ISO 8601, and texts that a spreadsheet takes as texts.

    A text that begins like a formula gets an apostrophe before it.
    """
    table = table.copy()
    for name in table.columns:
        if table[name].dtype == "str" or table[name].dtype == object:
            table[name] = table[name].map(defused)
        elif hasattr(table[name], "dt"):
            table[name] = table[name].dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    return table.to_csv(index=False, lineterminator="\r\n")


def defused(value: object) -> object:
    """The value, with an apostrophe before a text that begins like a formula."""
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{value}"
    return value
