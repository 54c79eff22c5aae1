"""Topics that providers write about more, or less, than others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import numpy as np

from measures.memory import remembered
from measures.statistics import evidence
from measures.what import residuals
from pages.charts import ranking, theme, wording
from pages.charts.figure import PICK, ROWS, Figure, Names, compiled
from pages.charts.sentences import topics as sentences
from pages.charts.when.episode import signed

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def by_provider(corpus: Corpus, chosen: Filters) -> Figure:
    """What each provider writes about more, or less, than others; a click chooses both."""
    wide = chosen.without("provider", "topic")
    result = residuals.topic_by_provider(corpus, wide)
    table = result.frame
    chosen_cell = np.isin(table["provider"], chosen.provider) | np.isin(
        table["topic"], chosen.topic
    )
    score = table["residual_score"]
    return Figure(
        key="topic-provider",
        title=sentences.cells(table),
        counts=(
            f"Stories of a provider about a topic, of {wording.stories(result.n)}; the "
            "shade says how far that is above or below what chance would give."
        ),
        frame=table[
            ["topic", "provider", "story_count", "expected_count", "residual_score"]
        ].assign(
            is_faint=bool(chosen_cell.any()) & ~chosen_cell,
            label=table["story_count"].where(table["story_count"] > 0),
            shade=theme.on_shade(score.to_numpy()),
            residual=[
                "too few" if np.isnan(value) else signed(value) for value in score
            ],
        ),
        spec=_cells(
            Names(dict.fromkeys(table["provider"])),
            Names(dict.fromkeys(table["topic"])),
        ),
        rows=chosen,
        mark=lambda datum: wide.with_(
            provider=(str(datum["provider"]),), topic=(str(datum["topic"]),)
        ),
        fields=("provider", "topic"),
        left_out=wording.left_out(result.left_out),
        notes=() if score.isna().all() else _thin(int(score.isna().sum())),
        method=(
            "Each cell counts the stories of one provider about one topic. The shade is "
            "the standardised residual (O - E) / √(E (1 - topic's share) (1 - provider's "
            "share)), where E is what one would expect if all providers wrote about all "
            f"topics alike; ±{evidence.REMARKABLE_SCORE:g} is remarkable, and there is none "
            f"where E is below {residuals.LEAST_EXPECTED}."
        ),
        empty=_nothing(table),
    )


def _nothing(table: pd.DataFrame) -> str:
    if table.empty:
        return "No story here has both a provider and a topic."
    if table["residual_score"].isna().all():
        return (
            "Too little data: no provider is expected to have "
            f"{residuals.LEAST_EXPECTED} stories about a topic."
        )
    return ""


def _thin(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    cells = wording.count(count, "cell")
    few = f"fewer than {residuals.LEAST_EXPECTED} expected"
    return (f"Without a shade: {cells} with too little data ({few}).",)


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
        opacity=theme.faint(),
        tooltip=[
            alt.Tooltip("provider:N", title="Provider"),
            alt.Tooltip("topic:N", title="Topic"),
            theme.stories_tooltip(),
            alt.Tooltip("expected_count:Q", title="Expected", format=",.1f"),
            alt.Tooltip("residual:N", title="Residual"),
        ],
    )
    shade = base.mark_rect(cornerRadius=1).encode(
        color=theme.judged(
            "residual_score",
            "Stories, against chance",
            ("far fewer", "as many", "far more"),
        )
    )
    counts = base.mark_text(fontSize=theme.LABEL_SIZE - 1).encode(
        text=alt.Text("label:Q", format=","),
        color=theme.written_on_shade(),
    )
    # On top, and over every cell: one without a shade can be clicked, too.
    glass = base.mark_rect(cursor="pointer", fillOpacity=0).add_params(pick)
    return (
        alt.layer(
            shade.transform_filter("datum.residual_score != null"),
            counts.transform_filter("datum.label != null"),
            glass,
        )
        .resolve_scale(color="independent")
        .properties(height={"step": theme.ROW_HEIGHT})
    )
