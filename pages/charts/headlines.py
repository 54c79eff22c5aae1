"""Headlines as labels: titles in quotes and cut to length, over the bars they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from pages.charts import theme
from pages.charts.figure import PICK, ROWS, compiled

if TYPE_CHECKING:
    from loaders.corpus import Corpus

LONGEST = 90
LINE = 44
"""Pixels of a row: the words, and a bar under them."""
BAR = 11


def of(corpus: Corpus, position: int, most: int = LONGEST) -> str:
    """The title of a story, in quotes: `“Robots are back”`."""
    title = " ".join(str(corpus.texts["title"].iat[position]).split())
    return f"“{shortened(title, most)}”"


def shortened(title: str, most: int = LONGEST) -> str:
    """The title, cut after a whole word where it is longer than so many letters."""
    if len(title) <= most:
        return title
    return f"{title[:most].rsplit(' ', 1)[0]} …"


@compiled
def bars(
    noun: str, value: str, tick: str, picked: tuple[str, ...]
) -> alt.LayerChart | alt.FacetChart:
    """A row each: its words in the width there is, under them a bar and its label.

    Args:
        noun: What a row is.
        value: The column that the bars are as long as.
        tick: The column that is marked across the bar; empty: none.
        picked: The columns that a click gives.

    The frame also has the columns part (distinct), words, label, role and is_faint.
    """
    pick = alt.selection_point(name=PICK, fields=list(picked))
    base = alt.Chart(ROWS).encode(
        y=alt.Y("part:N", sort=None, axis=None),
        opacity=theme.faint(),
        tooltip=[
            alt.Tooltip("words:N", title=noun),
            alt.Tooltip("label:N", title="Stories"),
        ],
    )
    scale = alt.Scale(padding=0, nice=False)
    marks = (
        base.mark_bar(cursor="pointer", height=BAR, yOffset=8)
        .encode(
            x=alt.X(f"{value}:Q", axis=None, scale=scale),
            color=alt.Color("role:N", scale=theme.ROLES, legend=None),
        )
        .add_params(pick)
    )
    words = base.mark_text(
        align="left",
        cursor="pointer",
        dy=-9,
        fontSize=theme.LABEL_SIZE + 1,
        limit=alt.ExprRef("width"),
    ).encode(x=alt.value(0), text="words:N", color=theme.INK, opacity=alt.value(1))
    labels = (
        base.transform_calculate(end=f"max(0, datum.{value})")
        .mark_text(align="left", dx=6, dy=8, fontSize=theme.LABEL_SIZE)
        .encode(x="end:Q", text="label:N", color=theme.INK)
    )
    ticks = base.mark_tick(thickness=2, height=BAR + 6, yOffset=8).encode(
        x=f"{tick}:Q", color=theme.INK
    )
    layers = [marks, words, labels, *([ticks] if tick else [])]
    return alt.layer(*layers).properties(height={"step": LINE})
