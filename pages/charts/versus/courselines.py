"""Two lines on the same axes, with a point for each bin that can be clicked."""

from __future__ import annotations

import altair as alt

from pages.charts import theme
from pages.charts.figure import PICK, ROWS, compiled
from pages.charts.versus import opposites

POINT = 26


@compiled
def lines(
    picked: tuple[str, ...], *, aligned: bool, as_count: bool
) -> alt.LayerChart | alt.FacetChart:
    """A line each for A and B; a click next to a point picks it.

    Args:
        picked: The columns that a click gives.
        aligned: `at` counts days from 1; else it is a time.
        as_count: The lines show story_count; else story_share.
    """
    pick = alt.selection_point(name=PICK, fields=list(picked), nearest=True)
    x: alt.X = (
        alt.X(
            "at:Q",
            scale=alt.Scale(nice=False, zero=False),
            axis=alt.Axis(
                title="Day of the period", grid=False, tickMinStep=1, format="d"
            ),
        )
        if aligned
        else alt.X("at:T", scale=theme.UTC, axis=theme.days())
    )
    y: alt.Y = (
        alt.Y("story_count:Q", axis=theme.whole_numbers("Stories"))
        if as_count
        else alt.Y(
            "story_share:Q",
            axis=alt.Axis(
                title="Share of its stories", format="%", tickCount=4, gridOpacity=0.5
            ),
        )
    )
    base = (
        alt.Chart(ROWS)
        .encode(
            x=x,
            y=y,
            color=alt.Color("role:N", scale=opposites.SCALE, legend=opposites.LEGEND),
            tooltip=[
                alt.Tooltip("side:N", title="Side"),
                alt.Tooltip("span:N", title="Days"),
                theme.stories_tooltip(),
                alt.Tooltip("said_share:N", title="Of its stories"),
            ],
        )
        .transform_calculate(said_share=theme.said("story_share", ".1%", "no stories"))
    )
    points = base.mark_point(filled=True, opacity=1, size=POINT, cursor="pointer")
    return alt.layer(
        base.mark_line(strokeWidth=1.5), points.add_params(pick)
    ).properties(height=theme.CHART_HEIGHT)
