"""What holds for every figure: its marks open what they count, and draw what is there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pandas as pd

from pages.charts import rows
from tests.guards.figures import columns_drawn, picked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.corpus import Corpus
    from pages.charts.figure import Figure

MOST_MARKS = 2000


def opened(figure: Figure, corpus: Corpus, click: Mapping[str, Any]) -> list[str]:
    """What a click on a mark leads to: its stories by position, or rows of a table."""
    if figure.mark is not None:
        return [str(one) for one in figure.mark(click).positions(corpus)]
    values = tuple(str(click[name]) for name in figure.names)
    held = rows.behind(corpus, figure, values)
    assert held is not None
    if isinstance(held.source, pd.DataFrame):
        return [str(tuple(row)) for row in held.source.itertuples(index=False)]
    return [str(one) for one in held.positions(corpus)]


def table(figure: Figure, corpus: Corpus, *values: str) -> pd.DataFrame:
    """The rows that a click on the mark with these values lists, where they are a table."""
    held = rows.behind(corpus, figure, values)
    assert held is not None
    assert isinstance(held.source, pd.DataFrame)
    assert held.count == len(held.source)
    return held.source


def clicks(figure: Figure) -> list[dict[str, Any]]:
    """What a click on each mark sends, as JSON has it."""
    marks = figure.frame[picked(figure)].to_json(orient="records")
    sent: list[dict[str, Any]] = json.loads(marks)
    return sent


def assert_reconciles(figure: Figure, corpus: Corpus) -> None:
    """Each mark's value is the number of its rows, all of them different."""
    assert len(figure.frame) <= MOST_MARKS
    assert columns_drawn(figure.spec) <= set(figure.frame.columns)
    for click, value in zip(clicks(figure), figure.frame[figure.value], strict=True):
        found = opened(figure, corpus, click)
        assert len(set(found)) == len(found) == value, click


def assert_says_nothing(figure: Figure, why: str) -> None:
    """There is no mark, and the figure says why in these words."""
    assert figure.frame.empty
    assert why in figure.empty
    assert figure.method.endswith(".")
    assert figure.counts.endswith(".")
