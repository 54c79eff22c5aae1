"""How two sides are drawn and named: A in the accent, B in a hue of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import altair as alt

from pages.charts import theme

if TYPE_CHECKING:
    from measures.versus.comparison import Side

A, B = "A", "B"
AGAINST: Final = "against"
ROLES: Final = {A: theme.CHOSEN, B: AGAINST}
SCALE: Final = alt.Scale(domain=[theme.SHOWN, theme.CHOSEN, AGAINST])
"""The third of the theme's categorical colours is B's."""
LEGEND: Final = alt.Legend(
    title=None,
    orient="top",
    symbolOpacity=1,
    values=[theme.CHOSEN, AGAINST],
    labelExpr=f"datum.value == '{theme.CHOSEN}' ? '{A}' : '{B}'",
)
FEWEST: Final = 10
"""With fewer stories one more moves a share by ten points or more."""


def name(side: Side) -> str:
    """What a headline calls a side: its one provider, "the rest", or its letter."""
    if side.is_rest:
        return "the rest"
    if len(side.filters.provider) == 1 and not side.filters.topic:
        return side.filters.provider[0]
    return side.label


def names(left: Side, right: Side) -> tuple[str, str]:
    """What a headline calls the two sides, so that they can be told apart."""
    one, other = name(left), name(right)
    return (left.label, right.label) if one == other else (one, other)


def few(left: int, right: int) -> tuple[str, ...]:
    """A remark where a side has too few stories for its shares to say much."""
    small = [
        f"{side} has {count:,}"
        for side, count in ((A, left), (B, right))
        if count < FEWEST
    ]
    return (f"Few stories, so the shares say little: {' and '.join(small)}.",) * bool(
        small
    )
