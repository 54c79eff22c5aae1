"""One story's coverage on an axis of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from measures.memory import remembered
from measures.related import reports, story
from measures.when.excess import NO_PROVIDER
from pages.charts import theme, wording
from pages.charts.figure import PICK, ROWS, Figure, compiled
from pages.charts.sentences import linked
from pages.charts.sentences.linked import A_MINUTE

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

STANDINGS = ("this story", "first report", "before", "after", "carried copy")
COLOURED = ("after", "this story", "before", "first report", "carried copy")
"""The same, with what stands out second, where the accent is."""
HOURS_IN_VIEW = 96


@remembered
def strip(corpus: Corpus, position: int, chosen: Filters) -> Figure:
    """What is related to it, hours before and after; a row each, in order of time.

    A click on a story that is filed lists it; one that is only seen answers none.
    """
    members = story.coverage(corpus, position, chosen.window, chosen.by)
    shown = members[members["has_time"] & members["gap_hours"].notna()]
    reach = story.reach(corpus, position, chosen.window)
    timeless = len(members) - len(shown)
    outside = int((~shown["is_within"]).sum())
    in_days = bool(len(shown) and shown["gap_hours"].abs().max() > HOURS_IN_VIEW)
    unit = "days" if in_days else "hours"
    minutes = wording.count(reports.SHARED_MINUTES, "minute")
    return Figure(
        key="coverage",
        title=linked.around(reach, chosen.window),
        counts=(
            f"Related stories, in {unit} before and after this one; "
            f"{wording.stories(len(shown))} with a time, this one included."
        ),
        frame=shown[["standing", "is_within", "story_id"]].assign(
            provider=shown["provider"].astype("object").fillna(NO_PROVIDER),
            title=shown["title"].astype("object").fillna("no title"),
            row=range(len(shown)),
            gap=shown["gap_days"] if in_days else shown["gap_hours"],
            at=[f"{value:%-d %b %Y, %H:%M}" for value in shown["published_at"]],
            after=[_lag(value) for value in shown["gap_hours"]],
        ),
        spec=_points(unit),
        value="",
        names=("story_id",),
        listing=_listing(members),
        unit=("story", "stories"),
        left_out=f"{wording.stories(timeless)} without a time." if timeless else "",
        notes=(_outside(outside, chosen.window),) if outside else (),
        method=(
            "The story and its related list, each story once, the story itself left out "
            "of its list. What is related may be another piece of news. Where a related "
            "story has a file of its own, the file's time and provider count, not the "
            "list's. The first report is the earliest in this corpus within the window "
            f"that is no carrier's copy; whoever is within {minutes} of it shares it."
        ),
        empty=""
        if len(shown) > 1
        else "No related coverage of this story is known in this corpus.",
    )


def _listing(members: pd.DataFrame) -> pd.DataFrame:
    """What "rows" and "CSV" hold: every related story, those without a time too."""
    return members[
        [
            *("published_at", "title", "provider", "carrier", "standing"),
            *("gap_hours", "quality_score", "key_url", "story_id"),
        ]
    ]


def _outside(count: int, window: int) -> str:
    hours = wording.count(window, "hour")
    return (
        f"Paler: {wording.stories(count)} more than {hours} away, outside the window."
    )


def _lag(hours: float) -> str:
    if abs(hours) < A_MINUTE:
        return "at the same time"
    return f"{wording.hours(hours)} {'later' if hours > 0 else 'earlier'}"


@compiled
def _points(unit: str) -> alt.LayerChart | alt.FacetChart:
    y = alt.Y(
        "row:O",
        axis=None,
        scale=alt.Scale(paddingInner=0.2),
    )
    legend = alt.Legend(title=None, orient="top", values=list(STANDINGS), columns=3)
    base = alt.Chart(ROWS).encode(
        y=y,
        opacity=alt.condition("datum.is_within", alt.value(1), alt.value(theme.FAINT)),
        tooltip=[
            alt.Tooltip("provider:N", title="Provider"),
            alt.Tooltip("title:N", title="Title"),
            alt.Tooltip("at:N", title="Published (UTC)"),
            alt.Tooltip("after:N", title="From this story"),
            alt.Tooltip("standing:N", title="Standing"),
        ],
    )
    points = base.encode(
        x=alt.X(
            "gap:Q",
            scale=alt.Scale(nice=True, padding=12),
            axis=alt.Axis(
                title=f"{unit.capitalize()} from this story's publication",
                gridOpacity=0.5,
            ),
        ),
        color=alt.Color(
            "standing:N",
            scale=alt.Scale(domain=COLOURED),
            legend=legend,
        ),
        shape=alt.Shape(
            "standing:N",
            scale=alt.Scale(
                domain=list(STANDINGS),
                range=["diamond", "circle", "circle", "circle", "square"],
            ),
            legend=legend,
        ),
    )
    pick = alt.selection_point(name=PICK, fields=["story_id"])
    filed = (
        points.transform_filter("isValid(datum.story_id)")
        .mark_point(filled=True, size=110, cursor="pointer")
        .add_params(pick)
    )
    seen = points.transform_filter("!isValid(datum.story_id)").mark_point(
        filled=True, size=110
    )
    names = base.mark_text(align="left", dx=9, fontSize=theme.LABEL_SIZE).encode(
        x="gap:Q", text="provider:N", color=alt.ColorDatum(COLOURED[0], type="nominal")
    )
    zero = (
        alt.Chart(ROWS)
        .transform_filter("datum.standing == 'this story'")
        .mark_rule(strokeDash=[1, 3])
        .encode(x="gap:Q", color=alt.ColorDatum(COLOURED[0], type="nominal"))
    )
    return alt.layer(zero, seen, filed, names).properties(
        height={"step": theme.ROW_HEIGHT}
    )
