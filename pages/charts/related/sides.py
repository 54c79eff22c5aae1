"""The two sides of a square of providers, for what is told of each two of them."""

from __future__ import annotations

import altair as alt

from pages.charts import ranking
from pages.charts.figure import ROWS

LABEL_PIXELS = 120


def square(names: tuple[str, ...]) -> alt.Chart:
    """A square of providers: those of the rows at the left, the others above."""
    side = alt.Scale(domain=list(names))
    return alt.Chart(ROWS).encode(
        x=alt.X(
            "other:N",
            scale=side,
            axis=ranking.columns_axis(labelLimit=LABEL_PIXELS),
        ),
        y=alt.Y(
            "provider:N",
            scale=side,
            axis=ranking.names_axis(labelLimit=LABEL_PIXELS),
        ),
    )
