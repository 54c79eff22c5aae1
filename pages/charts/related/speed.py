"""Speed: how long stories took to reach half of the providers that ran them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from measures import stories
from measures.memory import remembered
from measures.related import breadth
from pages.charts import theme, wording
from pages.charts.figure import PICK, ROWS, Figure, compiled
from pages.charts.related import coverage

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

LEAST_FOR_MEDIAN = 10
"""A median of fewer stories says of how many it is."""
MOST_POINTS = 250
"""Each point bears a headline: of more the page would be slow to come."""
FIRSTS = (
    "Hours count from the first report; a carrier's copy dated before it counts at 0. "
    "Providers are families, so that a carrier's copy is its origin's."
)
LISTED = {
    "first_at": "First report (UTC)",
    "breadth_count": "Families",
    "within_1_count": "In 1 h",
    "within_6_count": "In 6 h",
    "within_24_count": "In 24 h",
    "within_72_count": "In 72 h",
    "half_breadth_hours": "Half-breadth, hours",
    "lifespan_hours": "Lifespan, hours",
    "reason": "Missing because",
    "story_id": None,
}
TOO_FEW = "Too little data: no story here was run by two provider families."


@remembered
def listing(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """Breadth and speed of every coverage, with the story's title and id."""
    whole = breadth.speed(corpus, chosen).frame
    positions = whole["story"].to_numpy()
    whole = whole.assign(
        title=stories.texts(corpus, positions, "title"),
        story_id=stories.texts(corpus, positions, "story_id"),
    )
    return whole[["title", *LISTED]]


@remembered
def halves(corpus: Corpus, chosen: Filters) -> Figure:
    """Half-breadth time against breadth, a point a story; a click lists it."""
    result = breadth.speed(corpus, chosen)
    known = result.frame[~result.frame["is_censored"]]
    shown = known.head(MOST_POINTS)
    positions = shown["story"].to_numpy()
    young = len(result.frame) - len(known)
    return Figure(
        key="half-breadth",
        title=_title(known),
        counts=(
            "Hours until half of a story's families had it, against their number; of "
            f"{coverage.whole(result)}. {coverage.read_as(result)}"
        ),
        frame=shown[["half_breadth_hours", "breadth_count"]].assign(
            story_id=stories.texts(corpus, positions, "story_id"),
            title=stories.texts(corpus, positions, "title"),
            role=theme.SHOWN,
            story_count=1,
        ),
        spec=_points(),
        rows=chosen,
        names=("story_id",),
        stories=coverage.one_of(corpus, positions),
        listing=listing(corpus, chosen),
        listing_columns=LISTED,
        left_out=coverage.left_out(
            result,
            coverage.beyond(len(known), len(shown), "story", "stories"),
            f"{wording.stories(young)} younger than the window." if young else "",
        ),
        method=f"Half of the families is rounded up. {FIRSTS}",
        empty="" if len(known) else coverage.nothing(result, _none(len(result.frame))),
    )


def _none(young: int) -> str:
    return (
        "Too little data: every story here is younger than the window."
        if young
        else TOO_FEW
    )


def _title(known: pd.DataFrame) -> str:
    if known.empty:
        return "How fast stories spread"
    half = wording.hours(float(known["half_breadth_hours"].median()))
    few = len(known) < LEAST_FOR_MEDIAN
    story = f"median of {len(known)} stories" if few else "median story"
    return (
        f"The {'one story' if len(known) == 1 else story} reached half of its providers "
        f"within {half}"
    )


@compiled
def _points() -> alt.Chart:
    pick = alt.selection_point(name=PICK, fields=["story_id"])
    return (
        alt.Chart(ROWS)
        .mark_point(filled=True, size=60, opacity=0.55, cursor="pointer")
        .encode(
            x=alt.X(
                "half_breadth_hours:Q",
                axis=alt.Axis(title="Half-breadth time, hours", gridOpacity=0.4),
            ),
            y=alt.Y(
                "breadth_count:Q",
                scale=alt.Scale(zero=True, nice=True),
                axis=theme.whole_numbers("Provider families"),
            ),
            color=alt.Color("role:N", scale=theme.ROLES, legend=None),
            tooltip=[
                alt.Tooltip("title:N", title="Story"),
                alt.Tooltip("breadth_count:Q", title="Families", format=","),
                alt.Tooltip(
                    "half_breadth_hours:Q", title="Half within, h", format=".1f"
                ),
            ],
        )
        .add_params(pick)
        .properties(height=theme.CHART_HEIGHT + 90)
    )
