"""Speed: how long it took until half of the providers of a coverage came in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import numpy as np

from measures import stories
from measures.memory import remembered
from measures.related import breadth, spread
from pages.charts import theme, wording
from pages.charts.columns import Column
from pages.charts.figure import PICK, ROWS, Figure, compiled
from pages.charts.related import coverage
from pages.charts.sentences import linked

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

FAMILY = ("family", "families")
MOST_POINTS = 250
"""Each point bears a headline: of more the page would be slow to come."""
FIRSTS = (
    "Hours count from the first report; a carrier's copy dated before it counts at 0. "
    "Providers are families, so that a carrier's copy is its origin's."
)
TOO_FEW = "Too little data: no related coverage here has two provider families."


def listed() -> dict[str, Any]:
    """How the columns of the coverages are called, and those of the families of one."""
    within = {
        f"within_{hours}_count": f"In {wording.hours(hours)}"
        for hours in breadth.WITHIN_HOURS
    }
    return {
        "first_at": "First report (UTC)",
        "breadth_count": "Families",
        **within,
        "half_breadth_hours": "Half-breadth, hours",
        "lifespan_hours": "Lifespan, hours",
        "reason": "Missing because",
        "provider": "Family",
        "arrived_at": "Came in (UTC)",
        "hours": Column("Hours", ",.1f"),
        "half": "In by half-breadth",
        "story_id": None,
    }


@remembered
def listing(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """Breadth and speed of every coverage, with the story's title and id."""
    whole = breadth.speed(corpus, chosen).frame
    return coverage.titled(corpus, whole.drop(columns=["age_hours", "is_censored"]))


def families(corpus: Corpus, chosen: Filters, story_id: str) -> pd.DataFrame:
    """The families that a story's breadth counts, in the order in which they came in."""
    story = stories.find(corpus, story_id)
    found = spread.arrivals(corpus, chosen, -1 if story is None else story)
    half = np.where(found.pop("is_in_half"), "yes", "no")
    return found.assign(half=half)[
        ["provider", "hours", "breadth_count", "half", "arrived_at"]
    ]


@remembered
def halves(corpus: Corpus, chosen: Filters) -> Figure:
    """Half-breadth time against breadth, a point a story; a click lists its families."""
    result = breadth.speed(corpus, chosen)
    known = result.frame[result.frame["half_breadth_hours"].notna()]
    shown = known.head(MOST_POINTS)
    positions = shown["story"].to_numpy()
    young = int(result.frame["is_censored"].sum())
    narrow = len(result.frame) - len(known) - young
    return Figure(
        key="half-breadth",
        title=linked.half_breadth(known),
        counts=(
            "Hours until half of a story's families came in, against their number; of "
            f"{coverage.whole(result)}. {coverage.read_as(result)}"
        ),
        frame=shown[["half_breadth_hours", "breadth_count"]].assign(
            story_id=stories.texts(corpus, positions, "story_id"),
            title=stories.texts(corpus, positions, "title"),
            role=theme.SHOWN,
        ),
        spec=_points(),
        rows=chosen,
        value="breadth_count",
        names=("story_id",),
        opens=lambda names: families(corpus, chosen, *names),
        opens_unit=FAMILY,
        listing=listing(corpus, chosen),
        unit=("coverage",),
        listing_columns=listed(),
        left_out=coverage.left_out(
            result,
            coverage.beyond(len(known), len(shown), "story", "stories"),
            f"{wording.stories(young)} younger than the window." if young else "",
            f"{wording.stories(narrow)} of fewer than {breadth.LEAST_FAMILIES} families."
            if narrow
            else "",
        ),
        method=(
            f"Of coverages of {breadth.LEAST_FAMILIES} families or more: the first report "
            "alone is half of the families of a smaller one. Half of the families is "
            f"rounded up. {FIRSTS}"
        ),
        empty="" if len(known) else coverage.nothing(result, _none(young, narrow)),
    )


def _none(young: int, narrow: int) -> str:
    if young and not narrow:
        return "Too little data: every story here is younger than the window."
    old = " older than the window" if young else ""
    least = f"{breadth.LEAST_FAMILIES} provider families"
    return f"Too little data: no related coverage here{old} has {least}."


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
