"""The rhythm of the week, in UTC."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import numpy as np

from measures.clauses import WEEKDAYS
from measures.memory import remembered
from measures.when import attention
from pages.charts import theme, wording
from pages.charts.figure import PICK, ROWS, Figure, compiled
from pages.charts.sentences import bursts as sentences

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def weekly(corpus: Corpus, chosen: Filters) -> Figure:
    """Stories by weekday and hour in UTC; a click chooses both."""
    wide = chosen.without("weekday", "hour")
    table = attention.rhythm(corpus, wide)
    total = int(table["story_count"].sum())
    weekday = np.array(WEEKDAYS, dtype=object)[table["weekday"]]
    some = bool(chosen.weekday or chosen.hour)
    held = np.isin(weekday, chosen.weekday or WEEKDAYS) & np.isin(
        table["hour"], chosen.hour or range(24)
    )
    return Figure(
        key="rhythm",
        title=sentences.rhythm(table),
        counts=f"Stories by weekday and hour in UTC, of {wording.stories(total)}.",
        frame=table[["hour", "story_count"]].assign(
            weekday=weekday, is_faint=some & ~held
        ),
        spec=_hours(),
        rows=chosen,
        mark=lambda datum: wide.with_(
            weekday=(str(datum["weekday"]),), hour=(int(datum["hour"]),)
        ),
        fields=("weekday", "hour"),
        method=(
            "Each story counts in the hour of its publication in UTC, not in the reader's "
            "or the provider's own time."
        ),
        empty="" if total else "No story here has a readable time.",
    )


@compiled
def _hours() -> alt.Chart:
    pick = alt.selection_point(name=PICK, fields=["weekday", "hour"])
    return (
        alt.Chart(ROWS)
        .mark_rect(cursor="pointer", cornerRadius=1)
        .encode(
            x=alt.X(
                "hour:O",
                scale=theme.CELLS,
                axis=alt.Axis(
                    title="Hour of the day (UTC)",
                    labelAngle=0,
                    ticks=False,
                    domain=False,
                    labelOverlap=True,
                ),
            ),
            y=alt.Y(
                "weekday:N",
                sort=list(WEEKDAYS),
                scale=theme.CELLS,
                axis=alt.Axis(title=None, ticks=False, domain=False),
            ),
            color=alt.Color("story_count:Q", legend=theme.shades("Stories")),
            opacity=theme.faint(),
            tooltip=[
                alt.Tooltip("weekday:N", title="Weekday"),
                alt.Tooltip("hour:O", title="Hour (UTC)"),
                theme.stories_tooltip(),
            ],
        )
        .add_params(pick)
        .properties(height={"step": 22})
    )
