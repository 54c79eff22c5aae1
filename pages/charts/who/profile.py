"""The profile of one provider: its topics against the rest, and its company."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import numpy as np

from measures.memory import remembered
from measures.related import cocoverage
from measures.statistics import association
from measures.versus import comparison, profile
from pages.charts import ranking, theme, wording
from pages.charts.columns import POINTS, Column
from pages.charts.figure import PICK, ROWS, Figure, compiled
from pages.charts.sentences import providers as sentences

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_ROWS = 12


@remembered
def topics(corpus: Corpus, chosen: Filters) -> Figure:
    """Its topics against those of all others: the shares of each in their stories."""
    name = _only(chosen)
    wide = chosen.without("topic")
    result = profile.topics(corpus, wide)
    sides = comparison.sizes(corpus, *comparison.with_rest(wide))
    sizes = sides.frame["story_count"].tolist()
    shown = result.frame.head(MOST_ROWS)
    return Figure(
        key="profile-topics",
        title=sentences.profile(name, result.frame, (sizes[0], sizes[1]), MOST_ROWS),
        counts=(
            f"Share of the stories that are about each topic. Red: {name}, of "
            f"{wording.stories(result.n)}; grey: the other stories of the same dates."
        ),
        frame=shown[["topic", "story_count", "story_share", "rest_share"]].assign(
            role=theme.CHOSEN, rest=theme.SHOWN
        ),
        spec=_dumbbells(),
        rows=chosen,
        # Of a topic that is chosen its stories are listed: what its point counts.
        listing=None if chosen.topic else result.frame,
        unit=("topic",),
        listing_columns={
            "topic": "Topic",
            "story_count": name,
            "rest_count": "The rest",
            "story_share": f"Share, {name}",
            "rest_share": "Share, the rest",
            "difference_share": Column("Difference of shares", POINTS),
        },
        mark=lambda datum: wide.with_(topic=(str(datum["topic"]),)),
        fields=("topic",),
        left_out=wording.left_out(result.left_out),
        method=(
            "A story counts once for each of its topics, so the shares do not add up to "
            "100%. The rest is every other story of the same dates. Umbrella topics are "
            "set aside."
        ),
        empty="" if len(shown) else "None of its stories has a topic to compare.",
    )


def _too_little() -> str:
    return (
        f"Too little data: needs {cocoverage.LEAST_OF_ONE} coverages, "
        f"{association.LEAST_SUPPORT} of them shared"
    )


def _only(chosen: Filters) -> str:
    """The chosen provider; several or none are nobody's profile."""
    return chosen.provider[0] if len(chosen.provider) == 1 else ""


@compiled
def _dumbbells() -> alt.LayerChart | alt.FacetChart:
    pick = alt.selection_point(name=PICK, fields=["topic"])
    base = alt.Chart(ROWS).encode(
        y=alt.Y(
            "topic:N",
            sort=None,
            axis=ranking.names_axis(),
        ),
        tooltip=[
            alt.Tooltip("topic:N", title="Topic"),
            alt.Tooltip("story_share:Q", title="Its share", format=".1%"),
            alt.Tooltip("rest_share:Q", title="The rest", format=".1%"),
            theme.stories_tooltip(),
        ],
    )
    axis = alt.Axis(title=None, format="%", tickCount=8, gridOpacity=0.5)
    lines = base.mark_rule(opacity=0.5, strokeWidth=2).encode(
        x=alt.X("story_share:Q", axis=axis), x2="rest_share:Q", color=theme.INK
    )
    colour = alt.Color("role:N", scale=theme.ROLES, legend=None)
    rest = base.mark_circle(size=90, opacity=1).encode(
        x=alt.X("rest_share:Q", axis=axis),
        color=alt.Color("rest:N", scale=theme.ROLES, legend=None),
    )
    own = (
        base.mark_circle(size=110, opacity=1, cursor="pointer")
        .encode(x=alt.X("story_share:Q", axis=axis), color=colour)
        .add_params(pick)
    )
    return alt.layer(lines, rest, own).properties(height={"step": theme.ROW_HEIGHT})


@remembered
def company(corpus: Corpus, chosen: Filters) -> Figure:
    """Whom it is in related coverages with; a click lists the stories that lead these."""
    name = _only(chosen)
    wide = chosen.without("provider")
    result = cocoverage.of_provider(corpus, wide, name)
    shown = result.frame.dropna(subset="given_share").head(MOST_ROWS)
    return Figure(
        key="profile-company",
        title=sentences.company(name, result.frame),
        counts=f"Related coverages that both are in, of {result.n:,} "
        f"{wording.within(chosen.window)} of a published story, whoever ran that.",
        frame=shown[["other"]].assign(
            story_count=shown["both_count"],
            story_share=shown["given_share"],
            role=np.array([theme.SHOWN] * len(shown)),
            is_faint=False,
            label=[
                f"{count:,} · in {wording.percent(share)} of its coverages"
                for count, share in zip(
                    shown["both_count"], shown["given_share"], strict=True
                )
            ],
        ),
        spec=ranking.bars("other", "Provider"),
        rows=chosen,
        names=("other",),
        stories=lambda names: cocoverage.stories(corpus, wide, name, *names),
        left_out=wording.left_out(result.left_out),
        method=(
            "Two providers share a coverage where each ran the story or a related one "
            f"within the window. Shown with {association.LEAST_SUPPORT} shared coverages "
            f"at least, where {name} is in {cocoverage.LEAST_OF_ONE}; a click lists the "
            "stories that lead them."
        ),
        empty="" if len(shown) else f"{result.reason or _too_little()}.",
    )
