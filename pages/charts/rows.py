"""Rows: what a figure lists, saves and counts, as a whole or behind one of its marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from measures import stories
from measures.filters import Filters
from pages.charts import wording
from pages.charts.figure import STORY

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from pages.charts.figure import Figure


@dataclass(frozen=True, eq=False)
class Rows:
    """One set of rows: the list, the CSV and the number on both buttons are of it."""

    source: Filters | np.ndarray | pd.DataFrame
    """The stories under filters, or at these positions; or a table of something else.

    Stories under filters are counted at once, and put in order only when they are shown
    or saved: of a large corpus that takes its time.
    """
    count: int
    unit: tuple[str, ...] = STORY
    """What a row is: its noun, and the plural where an s does not make it."""

    def positions(self, corpus: Corpus) -> np.ndarray:
        """The stories, newest first.

        Raises:
            TypeError: These rows are no stories.
        """
        if isinstance(self.source, Filters):
            return stories.ordered(corpus, self.source)
        if isinstance(self.source, np.ndarray):
            return self.source
        message = f"a table of {wording.plural(*self.unit)} holds no stories"
        raise TypeError(message)


def of(corpus: Corpus, figure: Figure) -> Rows:
    """What the figure lists as a whole: its `listing`, or the stories of its `rows`."""
    if figure.listing is not None:
        return Rows(figure.listing, len(figure.listing), figure.unit)
    return Rows(figure.rows, int(np.count_nonzero(figure.rows.mask(corpus))))


def behind(corpus: Corpus, figure: Figure, values: tuple[str, ...]) -> Rows | None:
    """What stands behind the mark that has these values in the figure's `names`.

    None where they name none: another number of values, or a figure without names.
    Values that the figure does not know give no rows.
    """
    if not figure.names or len(values) != len(figure.names):
        return None
    if figure.stories is not None:
        held = stories.newest_first(corpus, figure.stories(values))
        return Rows(held, len(held))
    if figure.opens is not None:
        table = figure.opens(values)
        return Rows(table, len(table), figure.opens_unit)
    if figure.listing is None:
        return None
    table = figure.listing
    for name, value in zip(figure.names, values, strict=True):
        table = table[table[name] == value]
    return Rows(table, len(table), figure.unit)
