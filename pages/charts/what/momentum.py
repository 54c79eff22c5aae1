"""Momentum: which topics rise, and which fall."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import numpy as np
import pandas as pd

from measures.memory import remembered
from measures.statistics import evidence
from measures.what import momentum
from pages.charts import ranking, theme, wording
from pages.charts.figure import PICK, ROWS, Figure, compiled
from pages.charts.sentences import topics as sentences

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_ROWS = 16


@remembered
def bars(corpus: Corpus, chosen: Filters) -> Figure:
    """The momentum of each topic; a click lists its stories of the recent days."""
    wide = chosen.without("topic")
    result = momentum.of_topics(corpus, wide)
    known = result.frame[result.frame["momentum_score"].notna()]
    shown = _ends(known)
    recent = momentum.recent(corpus, wide) or wide
    quiet, between = len(result.frame) - len(known), len(known) - len(shown)
    return Figure(
        key="momentum",
        title=sentences.momentum(known),
        counts=(
            f"Stories of the last {momentum.RECENT_DAYS} days against what the "
            f"{momentum.BASELINE_DAYS} days before lead one to expect, of "
            f"{wording.stories(result.n)}."
        ),
        frame=shown[
            ["topic", "recent_count", "expected_count", "momentum_score"]
        ].assign(
            role=roles(shown["momentum_score"]),
            label_at=shown["momentum_score"].clip(lower=0),
            label=[
                f"{found:,} for {wording.usual(expected)}"
                for found, expected in zip(
                    shown["recent_count"], shown["expected_count"], strict=True
                )
            ],
        ),
        spec=_bars(),
        rows=momentum.within_range(corpus, chosen),
        value="recent_count",
        mark=lambda datum: recent.with_(topic=(str(datum["topic"]),)),
        fields=("topic", "first", "last"),
        left_out=" ".join(
            [
                *([_between(between)] if between else []),
                *([_too_little(quiet)] if quiet else []),
                wording.left_out(result.left_out),
            ]
        ).strip(),
        method=method(),
        empty=""
        if len(shown)
        else f"Too little data: no topic has {momentum.LEAST_EXPECTED} expected stories "
        f"in {momentum.RECENT_DAYS} days.",
    )


def roles(scores: pd.Series) -> np.ndarray:
    """The accent for what is remarkable, above or below what was expected."""
    is_remarkable = np.abs(scores.to_numpy()) >= evidence.REMARKABLE_SCORE
    return np.where(is_remarkable, theme.CHOSEN, theme.SHOWN)


def method() -> str:
    """What momentum is."""
    return (
        "Momentum is the Pearson residual (O - E) / √E: O is the stories of the last "
        f"{momentum.RECENT_DAYS} days of the range, E what the {momentum.BASELINE_DAYS} "
        "days before would lead one to expect. It is shown where E is at least "
        f"{momentum.LEAST_EXPECTED}; from ±{evidence.REMARKABLE_SCORE:g} on it is "
        "remarkable, and in the accent. Umbrella topics are set aside."
    )


def _ends(known: pd.DataFrame) -> pd.DataFrame:
    """The topics that rise most and those that fall most, where not all fit."""
    if len(known) <= MOST_ROWS:
        return known
    return pd.concat([known.head(MOST_ROWS // 2), known.tail(MOST_ROWS // 2)])


def _between(count: int) -> str:
    return f"{wording.count(count, 'topic')} between those that rise and fall most."


def _too_little(count: int) -> str:
    return f"{wording.count(count, 'topic')} with too little data."


@compiled
def _bars() -> alt.LayerChart | alt.FacetChart:
    pick = alt.selection_point(name=PICK, fields=["topic"])
    base = alt.Chart(ROWS).encode(
        y=alt.Y(
            "topic:N",
            sort=None,
            axis=ranking.names_axis(),
        ),
        x=alt.X(
            "momentum_score:Q",
            axis=alt.Axis(title="Momentum (Pearson residual)", gridOpacity=0.5),
        ),
        tooltip=[
            alt.Tooltip("topic:N", title="Topic"),
            alt.Tooltip(
                "recent_count:Q", title="Recent stories", format=theme.COUNT_FORMAT
            ),
            alt.Tooltip("expected_count:Q", title="Expected", format=",.1f"),
            alt.Tooltip("momentum_score:Q", title="Momentum", format="+.1f"),
        ],
    )
    marks = (
        base.mark_bar(cursor="pointer", height={"band": 0.72})
        .encode(color=alt.Color("role:N", scale=theme.ROLES, legend=None))
        .add_params(pick)
    )
    labels = base.mark_text(align="left", dx=5, fontSize=theme.LABEL_SIZE).encode(
        x="label_at:Q", text="label:N", color=theme.INK
    )
    return alt.layer(marks, labels).properties(height={"step": theme.ROW_HEIGHT})
