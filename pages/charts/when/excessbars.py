"""Bars of an excess, which may be negative, with their numbers beside them."""

from __future__ import annotations

import altair as alt

from pages.charts import ranking, theme
from pages.charts.figure import PICK, ROWS, compiled


@compiled
def bars(kind: str) -> alt.LayerChart | alt.FacetChart:
    """Bars of excess_count by provider or topic, in the order of the rows."""
    pick = alt.selection_point(name=PICK, fields=[kind])
    base = alt.Chart(ROWS).encode(
        y=alt.Y(
            f"{kind}:N",
            sort=None,
            axis=ranking.names_axis(labelPadding=6),
        ),
        opacity=theme.faint(),
        tooltip=[
            alt.Tooltip(f"{kind}:N", title=kind.capitalize()),
            alt.Tooltip("story_count:Q", title="Counted", format=",.2~f"),
            alt.Tooltip("expected_count:Q", title="Usual", format=",.2~f"),
            alt.Tooltip("excess_count:Q", title="Excess", format="+,.2~f"),
            alt.Tooltip(
                "opened_count:Q", title="Its stories", format=theme.COUNT_FORMAT
            ),
        ],
    )
    scale = alt.Scale(padding=0, nice=False)
    marks = (
        base.mark_bar(cursor="pointer", height={"band": 0.72})
        .encode(
            x=alt.X("excess_count:Q", axis=None, scale=scale),
            color=alt.Color("role:N", scale=theme.ROLES, legend=None),
        )
        .add_params(pick)
    )
    labels = (
        base.transform_calculate(end="max(0, datum.excess_count)")
        .mark_text(align="left", dx=5, fontSize=theme.LABEL_SIZE)
        .encode(x="end:Q", text="label:N", color=theme.INK)
    )
    return alt.layer(marks, labels).properties(height={"step": theme.ROW_HEIGHT})
