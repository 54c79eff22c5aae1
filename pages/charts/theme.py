"""The look of charts: sizes and scales. Colours are those of .streamlit/config.toml.

Charts name the role of a colour, never the colour: "shown" is ink and "chosen" is the
accent, the first two of the theme's categorical colours, in light and in dark alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

if TYPE_CHECKING:
    from collections.abc import Mapping

ROW_HEIGHT = 24
CHART_HEIGHT = 230
TALL_HEIGHT = 330
STRIP_HEIGHT = 110
FAINT = 0.32
LABEL_SIZE = 12

SHOWN = "shown"
CHOSEN = "chosen"

ROLES = alt.Scale(domain=[SHOWN, CHOSEN])
"""Ink for what is shown, the accent for what is chosen or remarkable."""

INK = alt.ColorDatum(SHOWN, type="nominal")
"""The colour of text beside marks in ROLES: Vega's own is black in the dark, too."""

COUNT_FORMAT = ",d"
SHARE_FORMAT = ".1~%"
"""One decimal where it is not 0: or three of a thousand would be written as none."""

HUES = 10
"""The categorical colours of the theme."""

SERIES = 8
"""How many categories get colours of their own: what the theme's hues allow."""


def days(title: str | None = None) -> alt.Axis:
    """An axis of dates: few labels, light grid."""
    return alt.Axis(title=title, grid=False, labelOverlap=True, tickCount=8)


def whole_numbers(title: str | None = None) -> alt.Axis:
    """An axis of counts: whole numbers with thousands separators, light grid."""
    return alt.Axis(
        title=title,
        labelExpr="format(datum.value, '~s')",  # by `format` alone 0 becomes "0k"
        tickMinStep=1,
        tickCount=4,
        gridOpacity=0.5,
    )


def shades(title: str) -> alt.Legend:
    """What the shades of counts in cells mean: a small bar with whole numbers."""
    return alt.Legend(
        title=title,
        orient="bottom",
        format="~s",
        tickMinStep=1,
        tickCount=3,
        gradientLength=140,
        gradientThickness=10,
    )


def faint() -> alt.OpacityValue:
    """The opacity of marks of a frame with `is_faint`: what a choice leaves out is pale."""
    paled = alt.condition("datum.is_faint", alt.value(FAINT), alt.value(1))
    return alt.OpacityValue(**paled)


def stories_tooltip() -> alt.Tooltip:
    """The line of a mark's tooltip that says its `story_count`."""
    return alt.Tooltip("story_count:Q", title="Stories", format=COUNT_FORMAT)


def said(column: str, form: str, missing: str) -> str:
    """A Vega expression that writes a number, or why it is missing: else it is "null"."""
    return f"isValid(datum.{column}) ? format(datum.{column}, '{form}') : '{missing}'"


def slots(names: tuple[str, ...], places: Mapping[str, int]) -> tuple[str, ...]:
    """The domain of a colour scale in which each name keeps the hue of its place.

    A scale takes its hues in the order of its domain and begins anew after HUES: so a
    name stands where its hue comes by, and the slots between are filled with blanks. Ink,
    the first hue, is left to what is no category.
    """
    domain: dict[int, str] = {}
    for name in names:
        slot = 1 + places.get(name, 0) % (HUES - 1)
        while slot in domain:
            slot += HUES
        domain[slot] = name
    return tuple(
        domain.get(slot, f"\u200b{slot}") for slot in range(max(domain, default=0) + 1)
    )


CELLS = alt.Scale(paddingInner=0.08)
"""Bands with a little space between them, for calendars and grids."""

UTC = alt.Scale(type="utc")
"""Times drawn in UTC, whatever the reader's own zone is."""
