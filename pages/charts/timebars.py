"""Bars over bins of time: each as wide as its bin, whatever the bin's length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from measures import dates
from pages.charts import theme
from pages.charts.figure import ROWS

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("bin_at", "bin_end_at", "bin_day", "bin_end_day")


def spans(table: pd.DataFrame) -> list[str]:
    """The days of each row's bin as text: a browser would say them in the reader's zone."""
    ends = dict(zip(table["bin_day"], table["bin_end_day"], strict=True))
    said = {
        day: dates.span(dates.to_date(day), dates.to_date(end - 1))
        for day, end in ends.items()
    }
    return [said[day] for day in table["bin_day"]]


def bars(
    top: str, bottom: str | None, axis: alt.Axis, *, most: float | None = None
) -> alt.Chart:
    """Bars from `bottom` (the axis, if None) to `top`; colours and clicks to be added.

    Vega draws a bar with both ends of x given as a horizontal one: so it is a rectangle.
    """
    return (
        alt.Chart(ROWS)
        .mark_rect(cursor="pointer", stroke=None)
        .encode(
            x=alt.X("bin_at:T", scale=theme.UTC, axis=theme.days()),
            x2="bin_end_at:T",
            y=alt.Y(
                f"{top}:Q",
                axis=axis,
                scale=alt.Scale(
                    zero=True, domainMax=alt.Undefined if most is None else most
                ),
            ),
            y2=alt.Y2(f"{bottom}:Q") if bottom else alt.Y2Datum(0),
        )
    )
