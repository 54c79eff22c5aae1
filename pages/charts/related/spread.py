"""Spread: how the widest stories grew, hour by hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import numpy as np
import pandas as pd

from measures import stories
from measures.memory import remembered
from measures.related import breadth, spread
from pages.charts import headlines, theme
from pages.charts.figure import PICK, ROWS, Figure, compiled
from pages.charts.related import coverage, speed
from pages.charts.sentences import linked

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.result import Result
    from pages.charts.wording import Sentence

MOST_LINES = 30
MOST_MARKS = 2000
LONGEST_TITLE = 80


@remembered
def curves(corpus: Corpus, chosen: Filters) -> Figure:
    """Families by hours since the first report, a line a story; a click lists its families."""
    widths = breadth.speed(corpus, chosen).frame
    marks = widths["breadth_count"].head(MOST_LINES).cumsum()
    result = spread.curves(corpus, chosen, max(int((marks <= MOST_MARKS).sum()), 1))
    frame = result.frame
    positions = frame["story"].to_numpy()
    widest = widths.set_index("story")["breadth_count"]
    return Figure(
        key="spread",
        title=_widest(corpus, widths, chosen),
        counts=(
            "Provider families by hours since the first report, one line a story; "
            f"{_drawn(frame['order'].nunique(), result)}. {coverage.read_as(result)}"
        ),
        frame=frame[["hours", "breadth_count"]].assign(
            provider=pd.Categorical(frame["provider"]),
            story_id=pd.Categorical(stories.texts(corpus, positions, "story_id")),
            title=pd.Categorical(stories.texts(corpus, positions, "title")),
            role=np.where(frame["order"] == 0, theme.CHOSEN, theme.SHOWN),
            family_count=widest.loc[positions].to_numpy(),
        ),
        spec=_steps(),
        rows=chosen,
        value="family_count",
        names=("story_id",),
        opens=lambda names: speed.families(corpus, chosen, *names),
        opens_unit=speed.FAMILY,
        listing=speed.listing(corpus, chosen),
        unit=("coverage",),
        listing_columns=speed.listed(),
        left_out=coverage.left_out(result),
        method=(
            f"A line climbs by one with each family that comes into the coverage. {speed.FIRSTS}"
        ),
        empty="" if len(frame) else coverage.nothing(result, speed.TOO_FEW),
    )


def _drawn(shown: int, result: Result) -> str:
    """How many of the coverages are drawn: `the 30 widest of 90 coverages`."""
    of = coverage.whole(result)
    return of if shown == result.n else f"the {shown} widest of {of}"


def _widest(corpus: Corpus, widths: pd.DataFrame, chosen: Filters) -> Sentence:
    name = (
        ""
        if widths.empty
        else headlines.of(corpus, int(widths["story"].iloc[0]), LONGEST_TITLE)
    )
    return linked.widest(widths, name, "" if chosen.state else " of the published")


@compiled
def _steps() -> alt.LayerChart | alt.FacetChart:
    pick = alt.selection_point(name=PICK, fields=["story_id"])
    base = alt.Chart(ROWS).encode(
        x=alt.X(
            "hours:Q",
            axis=alt.Axis(title="Hours since the first report", gridOpacity=0.4),
        ),
        y=alt.Y("breadth_count:Q", axis=theme.whole_numbers("Provider families")),
        detail="story_id:N",
    )
    ink = alt.Color("role:N", scale=theme.ROLES, legend=None)
    faint = alt.condition(
        f"datum.role == '{theme.CHOSEN}'", alt.value(1), alt.value(0.4)
    )
    lines = base.mark_line(interpolate="step-after").encode(
        color=ink,
        opacity=faint,
        strokeWidth=alt.condition(
            f"datum.role == '{theme.CHOSEN}'", alt.value(2.5), alt.value(1.2)
        ),
    )
    arrivals = (
        base.mark_point(filled=True, size=26, cursor="pointer")
        .encode(
            color=ink,
            opacity=faint,
            tooltip=[
                alt.Tooltip("title:N", title="Story"),
                alt.Tooltip("provider:N", title="Came in"),
                alt.Tooltip("hours:Q", title="Hours", format=".1f"),
                alt.Tooltip("breadth_count:Q", title="Families by then", format=","),
            ],
        )
        .add_params(pick)
    )
    return alt.layer(lines, arrivals).properties(height=theme.CHART_HEIGHT + 90)
