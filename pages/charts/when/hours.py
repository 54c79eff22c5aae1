"""The hours of a day: how a range of a single day is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import numpy as np

from measures import dates
from measures.memory import remembered
from measures.when import attention, bins, periods
from pages.charts import theme, wording
from pages.charts.figure import PICK, ROWS, Figure, compiled
from pages.charts.sentences import bursts as sentences

if TYPE_CHECKING:
    from datetime import date

    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def of_day(corpus: Corpus, chosen: Filters) -> Figure:
    """Stories of each hour in UTC; a click chooses the hour."""
    wide = chosen.without("hour")
    table = attention.by_hour(corpus, wide)
    total = int(table["story_count"].sum())
    held = np.isin(table["hour"], chosen.hour)
    return Figure(
        key="hours",
        title=sentences.hours(table["story_count"].to_numpy(), _day(corpus, wide)),
        counts=f"Stories by hour in UTC, of {wording.stories(total)} with a time.",
        frame=table.assign(
            role=np.where(held, theme.CHOSEN, theme.SHOWN),
            is_faint=bool(chosen.hour) & ~held,
        ),
        spec=_bars(),
        rows=chosen,
        mark=lambda datum: wide.with_(hour=(int(datum["hour"]),)),
        fields=("hour",),
        notes=_before(corpus, wide),
        method="Each story counts once, in the UTC hour of its publication.",
        empty="" if total else "No story here has a readable time.",
    )


def _day(corpus: Corpus, wide: Filters) -> date | None:
    """Where the range is a single day: when that was."""
    if not bins.is_one_day(corpus, wide):
        return None
    first, _ = bins.reached(corpus, wide)
    return dates.to_date(first)


def _before(corpus: Corpus, wide: Filters) -> tuple[str, ...]:
    """How many stories the day before had, where the range is a day and has one."""
    earlier = periods.before(corpus, wide)
    if earlier is None or not bins.is_one_day(corpus, wide):
        return ()
    count = int(earlier.mask(corpus).sum())
    return (f"The day before had {wording.stories(count)}.",)


@compiled
def _bars() -> alt.Chart:
    pick = alt.selection_point(name=PICK, fields=["hour"])
    return (
        alt.Chart(ROWS)
        .mark_bar(cursor="pointer")
        .encode(
            x=alt.X(
                "hour:O",
                axis=alt.Axis(
                    title="Hour of the day (UTC)", labelAngle=0, labelOverlap=True
                ),
            ),
            y=alt.Y("story_count:Q", axis=theme.whole_numbers("Stories")),
            color=alt.Color("role:N", scale=theme.ROLES, legend=None),
            opacity=theme.faint(),
            tooltip=[
                alt.Tooltip("hour:O", title="Hour (UTC)"),
                theme.stories_tooltip(),
            ],
        )
        .add_params(pick)
        .properties(height=theme.CHART_HEIGHT)
    )
