"""Dumbbells: for each part a point of A and one of B, and the difference beside them."""

from __future__ import annotations

import altair as alt

from pages.charts import ranking, theme
from pages.charts.figure import PICK, ROWS, compiled
from pages.charts.versus import opposites

POINT = 90


@compiled
def rows(kind: str, *, as_count: bool) -> alt.LayerChart | alt.FacetChart:
    """A row for each provider or topic, with the columns left, right and label."""
    pick = alt.selection_point(name=PICK, fields=[kind])
    form = ",.2~f" if as_count else ".1%"
    base = alt.Chart(ROWS).encode(
        y=alt.Y(
            f"{kind}:N",
            sort=None,
            axis=ranking.names_axis(labelPadding=6),
        ),
        tooltip=[
            alt.Tooltip(f"{kind}:N", title=kind.capitalize()),
            alt.Tooltip("left:Q", title=opposites.A, format=form),
            alt.Tooltip("right:Q", title=opposites.B, format=form),
            alt.Tooltip("label:N", title="A less B"),
            alt.Tooltip(
                "opened_count:Q", title="A click chooses", format=theme.COUNT_FORMAT
            ),
        ],
    )
    axis = alt.Axis(
        title=None,
        format="~s" if as_count else "%",
        tickCount=4,
        gridOpacity=0.5,
        orient="top",
    )
    between = base.mark_rule(strokeWidth=1.5, cursor="pointer").encode(
        x=alt.X("left:Q", axis=axis), x2="right:Q", color=theme.INK
    )
    points = [
        base.transform_calculate(role=f"'{role}'")
        .mark_point(filled=True, opacity=1, size=POINT, cursor="pointer")
        .encode(
            x=alt.X(f"{column}:Q", axis=axis),
            color=alt.Color("role:N", scale=opposites.SCALE, legend=opposites.LEGEND),
        )
        for column, role in (("right", opposites.AGAINST), ("left", theme.CHOSEN))
    ]
    labels = (
        base.transform_calculate(end="max(datum.left, datum.right)")
        .mark_text(align="left", dx=9, fontSize=theme.LABEL_SIZE)
        .encode(x=alt.X("end:Q", axis=axis), text="label:N", color=theme.INK)
    )
    return alt.layer(between.add_params(pick), *points, labels).properties(
        height={"step": theme.ROW_HEIGHT}
    )
