"""Gaps: a line from the first report to the published story, a row each."""

from __future__ import annotations

import altair as alt

from pages.charts import theme
from pages.charts.figure import PICK, ROWS, compiled

LINE_HEIGHT = 40


@compiled
def lines() -> alt.LayerChart | alt.FacetChart:
    """Lines of gap_hours in the order of `row`; a click picks the story_id of one."""
    pick = alt.selection_point(name=PICK, fields=["story_id"])
    base = alt.Chart(ROWS).encode(
        y=alt.Y("row:O", axis=None),
        tooltip=[
            alt.Tooltip("title:N", title="Published story"),
            alt.Tooltip("label:N", title="Gap"),
            alt.Tooltip("first:N", title="First report (UTC)"),
            alt.Tooltip("published:N", title="Published (UTC)"),
        ],
    )
    gap = alt.X(
        "gap_hours:Q",
        scale=alt.Scale(domainMin=0, nice=True),
        axis=alt.Axis(
            title="Hours after the first report", gridOpacity=0.5, tickCount=8
        ),
    )
    # The whole of a row answers a click: a line alone is too thin to hit.
    rows = (
        base.mark_rect(opacity=0, cursor="pointer")
        .encode(
            x=alt.value(0),
            x2=alt.value("width"),
            color=alt.Color("role:N", scale=theme.ROLES, legend=None),
        )
        .add_params(pick)
    )
    lines = base.mark_rule(yOffset=9, cursor="pointer").encode(
        x=gap, x2=alt.X2Datum(0), color=theme.INK
    )
    firsts = base.mark_point(
        yOffset=9, size=70, filled=False, strokeWidth=2, cursor="pointer"
    ).encode(x=alt.XDatum(0), color=theme.INK)
    ends = base.mark_point(
        yOffset=9, size=80, filled=True, opacity=1, cursor="pointer"
    ).encode(x=gap, color=theme.INK)
    labels = base.mark_text(
        align="left",
        yOffset=-7,
        limit=alt.ExprRef("width"),
        fontSize=theme.LABEL_SIZE,
        cursor="pointer",
    ).encode(x=alt.value(0), text="label:N", color=theme.INK)
    return alt.layer(rows, lines, firsts, ends, labels).properties(
        height={"step": LINE_HEIGHT}
    )
