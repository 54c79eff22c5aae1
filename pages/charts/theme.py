"""The look of charts: sizes and scales. Colours are those of .streamlit/config.toml.

Charts name the role of a colour, never the colour: "shown" is ink and "chosen" is the
accent, the first two of the theme's categorical colours, in light and in dark alike.
"""

from __future__ import annotations

import altair as alt

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
SHARE_FORMAT = ".0%"
DAY_FORMAT = "%-d %b %Y"

SERIES = 8
"""How many categories get colours of their own: what the theme's hues allow."""


def days(title: str | None = None) -> alt.Axis:
    """An axis of dates: few labels, light grid."""
    return alt.Axis(title=title, grid=False, labelOverlap=True, tickCount=8)


def whole_numbers(title: str | None = None) -> alt.Axis:
    """An axis of counts: whole numbers with thousands separators, light grid."""
    return alt.Axis(
        title=title, format="~s", tickMinStep=1, tickCount=4, gridOpacity=0.5
    )


UTC = alt.Scale(type="utc")
"""Times drawn in UTC, whatever the reader's own zone is."""
