"""Rankings: horizontal bars with their numbers written beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import numpy as np
import pandas as pd

from pages.charts import theme, wording
from pages.charts.figure import PICK, ROWS, compiled

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_ROWS = 15
LABEL_PIXELS = 170
NARROW_PIXELS = 400
"""The width of a plot on a phone, at most."""


def table(ranked: pd.DataFrame, name: str, most: int = MOST_ROWS) -> pd.DataFrame:
    """The leading rows of a ranking, as `bars` draws them.

    Chosen values stay in the picture even where they do not lead. The columns are the
    name, story_count, story_share, role, is_faint and label (the number as written).
    """
    chosen = ranked["is_chosen"].to_numpy(bool)
    held = np.flatnonzero(chosen)[:most]
    others = np.flatnonzero(~chosen)[: most - len(held)]
    at = np.sort(np.concatenate([held, others]))
    shown, counts = chosen[at], ranked["story_count"].to_numpy()[at]
    shares = ranked["story_share"].to_numpy()[at]
    return pd.DataFrame(
        {
            name: ranked[name].to_numpy()[at],
            "story_count": counts,
            "story_share": shares,
            "role": np.where(shown, theme.CHOSEN, theme.SHOWN),
            "is_faint": chosen.any() & ~shown,
            "label": [
                f"{count:,} · {wording.percent(share)}"
                for count, share in zip(counts, shares, strict=True)
            ],
        }
    )


def names_axis(*, labelLimit: int = LABEL_PIXELS, **labels: Any) -> alt.Axis:  # noqa: ANN401, N803 - as Vega-Lite has them
    """An axis of names, each beside its row: no title, no line, no ticks."""
    return alt.Axis(
        title=None,
        domain=False,
        ticks=False,
        labelLimit=labelLimit,
        labelFlush=False,  # or the first and last slip from their rows
        **labels,
    )


def columns_axis(**labels: Any) -> alt.Axis:  # noqa: ANN401 - as Vega-Lite has them
    """An axis of names, each above its column: upright where the columns are narrow."""
    return names_axis(
        orient="top",
        labelAngle=alt.ExprRef(f"width < {NARROW_PIXELS} ? -90 : -40"),
        labelOverlap=False,
        **labels,
    )


@compiled
def bars(
    name: str, noun: str, *, unit: str = "Stories", clicks: bool = True
) -> alt.LayerChart | alt.FacetChart:
    """Bars of story_count by `name`, in the order of the rows; a click picks one, unless not."""
    pick = alt.selection_point(name=PICK, fields=[name])
    base = alt.Chart(ROWS).encode(
        y=alt.Y(
            f"{name}:N",
            sort=None,
            axis=names_axis(labelPadding=6),
        ),
        x=alt.X(
            "story_count:Q",
            axis=None,
            scale=alt.Scale(padding=0, nice=False),
        ),
        opacity=theme.faint(),
        tooltip=[
            alt.Tooltip(f"{name}:N", title=noun),
            alt.Tooltip("story_count:Q", title=unit, format=theme.COUNT_FORMAT),
            alt.Tooltip("story_share:Q", title="Share", format=".1%"),
        ],
    )
    marks = base.mark_bar(
        cursor="pointer" if clicks else "default", height={"band": 0.72}
    ).encode(color=alt.Color("role:N", scale=theme.ROLES, legend=None))
    labels = base.mark_text(align="left", dx=5, fontSize=theme.LABEL_SIZE).encode(
        text="label:N", color=theme.INK
    )
    shown = marks.add_params(pick) if clicks else marks
    return alt.layer(shown, labels).properties(height={"step": theme.ROW_HEIGHT})


def datum_value(datum: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """The picked value of a mark as a filter's value."""
    return (str(datum[name]),)
