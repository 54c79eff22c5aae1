"""Intervals by provider: a line from low to high, a dot in it, and what it says."""

from __future__ import annotations

import altair as alt

from pages.charts import ranking, theme
from pages.charts.figure import PICK, ROWS, compiled


@compiled
def of_shares(
    middle: str, low: str, high: str, taken: str
) -> alt.LayerChart | alt.FacetChart:
    """Shares with their interval; `taken` is the share of all that a provider is in."""
    return _lines(
        middle,
        low,
        high,
        alt.Axis(title="Lead rate", format="%", tickCount=5, gridOpacity=0.5),
        [
            alt.Tooltip("label:N", title="First in"),
            alt.Tooltip(f"{low}:Q", title="Interval from", format=theme.SHARE_FORMAT),
            alt.Tooltip(f"{high}:Q", title="to", format=theme.SHARE_FORMAT),
            alt.Tooltip(f"{taken}:Q", title="Takes part in", format=theme.SHARE_FORMAT),
        ],
    )


@compiled
def of_hours(middle: str, low: str, high: str) -> alt.LayerChart | alt.FacetChart:
    """Medians of hours with their quartiles."""
    return _lines(
        middle,
        low,
        high,
        alt.Axis(title="Hours behind the first report", tickCount=5, gridOpacity=0.5),
        [
            alt.Tooltip("label:N", title="Median"),
            alt.Tooltip("middle_half:N", title="Middle half"),
        ],
    )


def _lines(
    middle: str, low: str, high: str, axis: alt.Axis, told: list[alt.Tooltip]
) -> alt.LayerChart | alt.FacetChart:
    pick = alt.selection_point(name=PICK, fields=["provider"])
    base = alt.Chart(ROWS).encode(
        y=alt.Y(
            "provider:N",
            sort=None,
            axis=ranking.names_axis(),
        ),
        color=alt.Color("role:N", scale=theme.ROLES, legend=None),
        tooltip=[
            alt.Tooltip("provider:N", title="Provider"),
            *told,
            alt.Tooltip("coverage_count:Q", title="Coverages", format=","),
        ],
    )
    faint = theme.faint()
    # The whole of a row answers a click: a line alone is too thin to hit.
    rows = (
        base.mark_rect(opacity=0, cursor="pointer")
        .encode(x=alt.value(0), x2=alt.value("width"))
        .add_params(pick)
    )
    lines = base.mark_rule(strokeWidth=2, cursor="pointer").encode(
        x=alt.X(f"{low}:Q", scale=alt.Scale(zero=True, nice=True), axis=axis),
        x2=f"{high}:Q",
        opacity=faint,
    )
    dots = base.mark_point(filled=True, size=80, cursor="pointer").encode(
        x=f"{middle}:Q", opacity=faint
    )
    labels = base.mark_text(
        align="left", dx=7, fontSize=theme.LABEL_SIZE, cursor="pointer"
    ).encode(x=f"{high}:Q", text="label:N", color=theme.INK, opacity=faint)
    return alt.layer(rows, lines, dots, labels).properties(
        height={"step": theme.ROW_HEIGHT}
    )
