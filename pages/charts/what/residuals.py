"""Topics that providers write about more, or less, than others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import numpy as np

from measures.memory import remembered
from measures.what import residuals
from pages.charts import ranking, theme, wording
from pages.charts.figure import PICK, ROWS, Figure, Names, compiled

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

REMARKABLE_RESIDUAL = 2
# Numbers stand where there is one, and where the shade is not too dark to read it.
READABLE = (
    "datum.label != null && "
    "(datum.residual_score == null || abs(datum.residual_score) < 1.2)"
)


@remembered
def by_provider(corpus: Corpus, chosen: Filters) -> Figure:
    """What each provider writes about more, or less, than others; a click chooses both."""
    wide = chosen.without("provider", "topic")
    result = residuals.topic_by_provider(corpus, wide)
    table = result.frame
    chosen_cell = np.isin(table["provider"], chosen.provider) | np.isin(
        table["topic"], chosen.topic
    )
    thin = table["residual_score"].isna()
    return Figure(
        key="topic-provider",
        title=_title(table),
        counts=(
            f"Stories of a provider about a topic, of {wording.stories(result.n)}; the "
            "shade says how far that is above or below what chance would give."
        ),
        frame=table[
            ["topic", "provider", "story_count", "expected_count", "residual_score"]
        ].assign(
            is_faint=bool(chosen_cell.any()) & ~chosen_cell,
            label=table["story_count"].where(table["story_count"] > 0),
            role=theme.SHOWN,
        ),
        spec=_cells(
            Names(dict.fromkeys(table["provider"])),
            Names(dict.fromkeys(table["topic"])),
        ),
        rows=wide,
        mark=lambda datum: wide.with_(
            provider=(str(datum["provider"]),), topic=(str(datum["topic"]),)
        ),
        fields=("provider", "topic"),
        left_out=wording.left_out(result.left_out),
        notes=_thin(int(thin.sum())),
        method=(
            "Each cell counts the stories of one provider about one topic. The shade is "
            "the standardised residual (O - E) / √(E (1 - topic's share) (1 - provider's "
            "share)), where E is what one would expect if all providers wrote about all "
            "topics alike; ±2 is remarkable, and there is none where E is below 5."
        ),
        empty="" if len(table) else "No story here has both a provider and a topic.",
    )


def _thin(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    cells = wording.count(count, "cell")
    return (f"Without a shade: {cells} with too little data (fewer than 5 expected).",)


def _title(table: pd.DataFrame) -> str:
    known = table[table["residual_score"].notna()]
    if known.empty:
        return "Who writes about what"
    top = known.iloc[int(known["residual_score"].argmax())]
    if top["residual_score"] < REMARKABLE_RESIDUAL:
        return "No provider stands out on a topic"
    times = top["story_count"] / top["expected_count"]
    return (
        f"{top['provider']} writes about {top['topic']} {times:.1f} times as often as "
        "expected"
    )


@compiled
def _cells(providers: Names, topics: Names) -> alt.LayerChart | alt.FacetChart:
    pick = alt.selection_point(name=PICK, fields=["provider", "topic"])
    base = alt.Chart(ROWS).encode(
        x=alt.X(
            "topic:N",
            sort=list(topics),
            axis=ranking.columns_axis(labelLimit=130),
        ),
        y=alt.Y(
            "provider:N",
            sort=list(providers),
            axis=ranking.names_axis(),
        ),
        opacity=alt.condition("datum.is_faint", alt.value(theme.FAINT), alt.value(1)),
        tooltip=[
            alt.Tooltip("provider:N", title="Provider"),
            alt.Tooltip("topic:N", title="Topic"),
            alt.Tooltip("story_count:Q", title="Stories", format=theme.COUNT_FORMAT),
            alt.Tooltip("expected_count:Q", title="Expected", format=".1f"),
            alt.Tooltip("residual_score:Q", title="Residual", format="+.1f"),
        ],
    )
    shade = base.mark_rect(cornerRadius=1).encode(
        color=alt.Color(
            "residual_score:Q",
            scale=alt.Scale(domainMid=0),
            legend=alt.Legend(title="Below or above chance", orient="bottom"),
        )
    )
    counts = base.mark_text(fontSize=theme.LABEL_SIZE - 1, opacity=0.8).encode(
        text="label:Q",
        color=alt.Color("role:N", scale=theme.ROLES, legend=None),
    )
    # On top, and over every cell: one without a shade can be clicked, too.
    glass = base.mark_rect(cursor="pointer", fillOpacity=0).add_params(pick)
    return (
        alt.layer(
            shade.transform_filter("datum.residual_score != null"),
            counts.transform_filter(READABLE),
            glass,
        )
        .resolve_scale(color="independent")
        .properties(height={"step": theme.ROW_HEIGHT})
    )
