"""The layers that a timeline gets for its bursts: triangles, and names over them."""

from __future__ import annotations

import altair as alt

from pages.charts import theme
from pages.charts.figure import ROWS
from pages.charts.when.burstmarks import SHARE_OF_WIDTH, TIERS

NARROW_PIXELS = 560
"""Under this width a name would be cut to a word or two: then there are none."""
TIER_PIXELS = 15
LOWEST_PIXELS = 16
"""The triangle over the highest bar stays free of the lowest names."""


def layers() -> list[alt.Chart]:
    """A triangle over the bar of each burst, and over the greatest their names.

    The frame's other rows have no `tier`.
    """
    accent = alt.ColorDatum(theme.CHOSEN, type="nominal")
    marks = (
        _base("datum.tier >= -1")
        .mark_point(
            cursor="pointer", filled=True, shape="triangle-down", size=70, yOffset=-7
        )
        .encode(x=_x("peak_at"), y="peak_count:Q", color=accent)
    )
    names = [_names(tier) for tier in range(TIERS)]
    return [*(layer for pair in names for layer in pair), marks]


def _base(those: str) -> alt.Chart:
    """The bursts that a test holds for."""
    return (
        alt.Chart(ROWS)
        .transform_filter(f"isValid(datum.tier) && {those}")
        .encode(
            opacity=theme.faint(),
            tooltip=[
                alt.Tooltip("span:N", title="Burst"),
                theme.stories_tooltip(),
                alt.Tooltip("name:N", title="Widest story"),
            ],
        )
    )


def _x(column: str) -> alt.X:
    return alt.X(f"{column}:T", scale=theme.UTC, axis=theme.days())


def _names(tier: int) -> tuple[alt.Chart, alt.Chart]:
    """A thin line from each burst of a tier up to its name; and the names."""
    base = _base(f"datum.tier == {tier}")
    line = -LOWEST_PIXELS - TIER_PIXELS * tier
    is_wide = f"width >= {NARROW_PIXELS}"
    leaders = base.mark_rule(strokeDash=[2, 2]).encode(
        x=_x("peak_at"),
        y="peak_count:Q",
        y2=alt.value(line),
        color=theme.INK,
        opacity=alt.condition(is_wide, alt.value(theme.FAINT), alt.value(0)),
    )
    names = base.mark_text(
        cursor="pointer",
        baseline="bottom",
        fontSize=theme.LABEL_SIZE - 1,
        limit=alt.ExprRef(f"max(1, width * {SHARE_OF_WIDTH} - 10)"),
    ).encode(
        x=_x("name_at"),
        y=alt.value(line),
        text=alt.condition(is_wide, alt.Text("name:N"), alt.value("")),
        color=theme.INK,
    )
    return leaders, names
