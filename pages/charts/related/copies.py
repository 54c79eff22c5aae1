"""Copies by carrier: a point a copy, with the median and the middle half of each."""

from __future__ import annotations

import altair as alt

from pages.charts import ranking, theme
from pages.charts.figure import PICK, ROWS, Names, compiled


@compiled
def points(carriers: Names) -> alt.LayerChart | alt.FacetChart:
    """Points of lag_hours by carrier; a click picks one, or all of a carrier by its median.

    A row with `is_top` sums its carrier up; the others are a copy each.
    """
    pick = alt.selection_point(name=PICK, fields=["carrier", "provider", "story_id"])
    base = alt.Chart(ROWS).encode(
        y=alt.Y(
            "carrier:N",
            sort=list(carriers),
            axis=ranking.names_axis(),
        )
    )
    shown = (
        base.transform_filter("!datum.is_top")
        .mark_point(filled=True, size=60, opacity=0.5, cursor="pointer")
        .encode(
            x=alt.X(
                "lag_hours:Q",
                axis=alt.Axis(
                    title="Hours after the origin's own report",
                    gridOpacity=0.5,
                    tickCount=8,
                ),
            ),
            color=alt.Color("role:N", scale=theme.ROLES, legend=None),
            tooltip=[
                alt.Tooltip("provider:N", title="Origin"),
                alt.Tooltip("carrier:N", title="Carrier"),
                alt.Tooltip("after:N", title="Copied"),
                alt.Tooltip("title:N", title="In the coverage of"),
            ],
        )
        .add_params(pick)
    )
    once = base.transform_filter("datum.is_top").encode(
        tooltip=[
            alt.Tooltip("carrier:N", title="Carrier"),
            alt.Tooltip("label:N", title="All of them"),
        ]
    )
    known = once.transform_filter("isValid(datum.lag_median_hours)")
    accent = alt.ColorDatum(theme.CHOSEN, type="nominal")
    halves = known.mark_rule(strokeWidth=2, cursor="pointer").encode(
        x="lag_q1_hours:Q", x2="lag_q3_hours:Q", color=accent
    )
    medians = known.mark_tick(thickness=3, cursor="pointer").encode(
        x="lag_median_hours:Q", color=accent
    )
    labels = once.mark_text(
        align="left",
        yOffset=-16,
        fontSize=theme.LABEL_SIZE - 1,
        cursor="pointer",
    ).encode(x=alt.value(0), text="label:N", color=theme.INK)
    return alt.layer(halves, shown, medians, labels).properties(
        height={"step": 2 * theme.ROW_HEIGHT}
    )
