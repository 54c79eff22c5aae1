"""Share against momentum: which topics are large or small, and rise or fall."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from measures.memory import remembered
from measures.what import momentum, quadrants
from pages.charts import labels, theme, wording
from pages.charts.figure import PICK, ROWS, Figure, compiled
from pages.charts.sentences import topics as sentences
from pages.charts.what.momentum import method, roles

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

PADDING = 20
"""Pixels between the outermost points and the edge."""
NAMELESS = "A point without a name says it when it is pointed at."


@remembered
def plane(corpus: Corpus, chosen: Filters) -> Figure:
    """Share against momentum: large or small, rising or falling."""
    wide = chosen.without("topic")
    result = quadrants.of(corpus, wide)
    recent = momentum.recent(corpus, wide) or wide
    names = _names(result.frame)
    return Figure(
        key="quadrants",
        title=sentences.quadrants(result.frame),
        counts=f"Topics by their share of {wording.stories(result.n)} and momentum.",
        frame=result.frame[
            ["topic", "story_share", "momentum_score", "recent_count", "quadrant"]
        ].assign(
            role=roles(result.frame["momentum_score"]),
            label=names,
        ),
        spec=_plane(),
        rows=momentum.within_range(corpus, chosen),
        value="recent_count",
        mark=lambda datum: recent.with_(topic=(str(datum["topic"]),)),
        fields=("topic", "first", "last"),
        left_out=wording.left_out(result.left_out),
        method=f"{method()} Large is a share above the median of the topics shown.",
        empty="" if len(result.frame) else "Too little data: no topic has a momentum.",
        notes=(NAMELESS,) if (names == "").any() else (),
    )


def _names(table: pd.DataFrame) -> pd.Series:
    """The names that have room, those of the largest topics first."""
    largest = table.sort_values("story_share", ascending=False, kind="stable")
    score = largest["momentum_score"].to_numpy()
    low, high = min(score.min(initial=0), 0), max(score.max(initial=0), 0)
    shown = labels.with_room(
        (largest["story_share"] / (largest["story_share"].max() or 1)).to_numpy(),
        (score - low) / ((high - low) or 1),
        largest["topic"].tolist(),
        theme.CHART_HEIGHT - 2 * PADDING,
    )
    return pd.Series(shown, largest.index, dtype="str")


@compiled
def _plane() -> alt.LayerChart | alt.FacetChart:
    pick = alt.selection_point(name=PICK, fields=["topic"])
    base = alt.Chart(ROWS).encode(
        x=alt.X(
            "story_share:Q",
            axis=alt.Axis(title="Share of stories", format="%", gridOpacity=0.5),
            scale=alt.Scale(zero=True, nice=True),
        ),
        y=alt.Y(
            "momentum_score:Q",
            axis=alt.Axis(title="Momentum", gridOpacity=0.5),
            scale=alt.Scale(padding=PADDING),
        ),
        tooltip=[
            alt.Tooltip("topic:N", title="Topic"),
            alt.Tooltip("story_share:Q", title="Share", format=".1%"),
            alt.Tooltip("momentum_score:Q", title="Momentum", format="+.1f"),
            alt.Tooltip("quadrant:N", title="It is"),
        ],
    )
    points = (
        base.mark_circle(size=110, opacity=1, cursor="pointer")
        .encode(color=alt.Color("role:N", scale=theme.ROLES, legend=None))
        .add_params(pick)
    )
    names = base.mark_text(dy=-labels.RISE_PX, fontSize=theme.LABEL_SIZE).encode(
        text="label:N", color=theme.INK
    )
    zero = (
        alt.Chart(ROWS)
        .mark_rule(strokeDash=[3, 3])
        .encode(y=alt.datum(0), color=theme.INK)
    )
    return alt.layer(zero, points, names).properties(height=theme.CHART_HEIGHT)
