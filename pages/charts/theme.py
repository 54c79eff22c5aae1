"""The look of charts: sizes and scales. Colours are those of .streamlit/config.toml.

Charts name the role of a colour, never the colour: "shown" is ink and "chosen" is the
accent, the first two of the theme's categorical colours, in light and in dark alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import numpy as np

from measures.statistics import evidence

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


STRONGEST_SCORE = 2 * evidence.REMARKABLE_SCORE
"""From a score of this size on, to either side, a shade gets no stronger."""
LEGEND_PIXELS = 200
"""What a phone has beside the names of the rows."""
SHADE_EXPONENT = 2
"""A score that is just remarkable has a quarter of the strongest shade, a smaller one
less: what may be chance stays pale."""
STRONG, PALE = 0, 1
"""How a number on a shade is written: as light as the paper, or as dark as ink."""
STRONG_SHADE = 0.55
"""From this part of the strongest shade on, a number on it is as light as the paper: there
both have the same contrast, in light and in dark."""


def judged(column: str, title: str, words: tuple[str, str, str]) -> alt.Color:
    """The shade of a score that says how far from chance something is.

    The scale is the same in every figure and under all filters: equal scores above and
    below 0 are equally strong, whatever else is in sight.

    Args:
        column: Scores in standard deviations, 0 being chance.
        title: What the shade says.
        words: Of the strongest shade below 0, of none, and of the strongest above.
    """
    scale = alt.Scale(
        type="pow",
        exponent=SHADE_EXPONENT,
        domain=[-STRONGEST_SCORE, STRONGEST_SCORE],
        domainMid=0,
        clamp=True,
    )
    ends = (-STRONGEST_SCORE, 0, STRONGEST_SCORE)
    return alt.Color(f"{column}:Q", scale=scale, legend=meaning(title, ends, words))


def meaning(
    title: str, values: tuple[float, float, float], words: tuple[str, str, str]
) -> alt.Legend:
    """What the shades of two directions mean, in words: their ends, and what is between."""
    low, middle, high = words
    return alt.Legend(
        title=title,
        orient="bottom",
        values=list(values),
        labelExpr=f"datum.value < {values[1]} ? '{low}' : "
        f"datum.value > {values[1]} ? '{high}' : '{middle}'",
        titleLimit=LEGEND_PIXELS,
        gradientLength=LEGEND_PIXELS,
        gradientThickness=10,
    )


def on_shade(scores: np.ndarray) -> np.ndarray:
    """How the numbers on the shades of `judged` are written: STRONG or PALE."""
    part = (np.abs(scores) / STRONGEST_SCORE) ** SHADE_EXPONENT
    return np.where(part >= STRONG_SHADE, STRONG, PALE)  # a missing score has no shade


def written_on_shade() -> alt.Color:
    """The colour of numbers by their column `shade`, from `on_shade`."""
    return alt.Color("shade:Q", scale=alt.Scale(domain=[STRONG, PALE]), legend=None)


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
