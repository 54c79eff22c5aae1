"""Topics that come together, and topics that providers write about more than others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import numpy as np

from measures import association, cooccurrence, residuals
from pages.charts import ranking, theme, wording
from pages.charts.figure import PICK, ROWS, Figure, compiled

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_PAIRS = 15
REMARKABLE_RESIDUAL = 2
# Numbers stand where there is one, and where the shade is not too dark to read it.
READABLE = (
    "datum.label != null && "
    "(datum.residual_score == null || abs(datum.residual_score) < 1.2)"
)


def pairs(corpus: Corpus, chosen: Filters) -> Figure:
    """The pairs of topics that stand together most closely; a click lists the stories."""
    wide = chosen.without("topic")
    result = cooccurrence.of_topics(corpus, wide)
    shown = result.frame.head(MOST_PAIRS)
    more = len(result.frame) - len(shown)
    return Figure(
        key="topic-pairs",
        title=f"{shown.iloc[0]['topic']} and {shown.iloc[0]['other']} go together"
        if len(shown)
        else "Topics that go together",
        counts=f"Stories that have both topics, of {wording.stories(result.n)}, "
        "the closest pairs first.",
        frame=shown[
            [
                "topic",
                "other",
                "both_count",
                "jaccard_share",
                "lift_score",
                "npmi_score",
            ]
        ].assign(
            pair=shown["topic"] + " + " + shown["other"],
            role=theme.SHOWN,
            label=[
                f"{count:,} · {lift:.1f} times chance"
                for count, lift in zip(
                    shown["both_count"], shown["lift_score"], strict=True
                )
            ],
        ),
        spec=_bars(),
        rows=wide,
        value="both_count",
        names=("topic", "other"),
        stories=lambda names: cooccurrence.stories(corpus, wide, *names),
        listing=result.frame,
        listing_columns={
            "topic": "Topic",
            "other": "With",
            "both_count": "Stories with both",
            "topic_count": "With the first",
            "other_count": "With the second",
            "jaccard_share": "Jaccard",
            "lift_score": "Lift",
            "npmi_score": "NPMI",
        },
        left_out=" ".join(
            [
                *([f"{wording.count(more, 'more pair')}."] if more else []),
                wording.left_out(result.left_out),
            ]
        ),
        notes=(f"{result.reason.capitalize()}: read the pairs with care.",)
        if result.reason and len(shown)
        else (),
        method=(
            "Support is the stories with both topics; Jaccard is support over the "
            "stories with either; lift is support over what chance would give; NPMI is "
            "the logarithm of lift, normalised to -1 to 1. Shown where the support is at "
            f"least {association.LEAST_SUPPORT}. Umbrella topics are set aside."
        ),
        empty=""
        if len(shown)
        else f"{result.reason or 'No two topics come together often enough'}.".capitalize(),
    )


@compiled
def _bars() -> alt.LayerChart | alt.FacetChart:
    pick = alt.selection_point(name=PICK, fields=["topic", "other"])
    base = alt.Chart(ROWS).encode(
        y=alt.Y(
            "pair:N",
            sort=None,
            axis=alt.Axis(title=None, domain=False, ticks=False, labelLimit=240),
        ),
        x=alt.X("both_count:Q", axis=None),
        tooltip=[
            alt.Tooltip("pair:N", title="Topics"),
            alt.Tooltip("both_count:Q", title="Stories", format=theme.COUNT_FORMAT),
            alt.Tooltip("jaccard_share:Q", title="Jaccard", format=".2f"),
            alt.Tooltip("lift_score:Q", title="Lift", format=".2f"),
            alt.Tooltip("npmi_score:Q", title="NPMI", format=".2f"),
        ],
    )
    marks = base.mark_bar(cursor="pointer", height={"band": 0.72}).encode(
        color=alt.Color("role:N", scale=theme.ROLES, legend=None)
    )
    labels = base.mark_text(align="left", dx=5, fontSize=theme.LABEL_SIZE).encode(
        text="label:N", color=theme.INK
    )
    return alt.layer(marks.add_params(pick), labels).properties(
        height={"step": theme.ROW_HEIGHT}
    )


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
            tuple(dict.fromkeys(table["provider"])),
            tuple(dict.fromkeys(table["topic"])),
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
def _cells(
    providers: tuple[str, ...], topics: tuple[str, ...]
) -> alt.LayerChart | alt.FacetChart:
    pick = alt.selection_point(name=PICK, fields=["provider", "topic"])
    base = alt.Chart(ROWS).encode(
        x=alt.X(
            "topic:N",
            sort=list(topics),
            axis=alt.Axis(
                title=None,
                labelAngle=-40,
                orient="top",
                labelLimit=130,
                labelOverlap=False,
                domain=False,
                ticks=False,
            ),
        ),
        y=alt.Y(
            "provider:N",
            sort=list(providers),
            axis=alt.Axis(
                title=None, domain=False, ticks=False, labelLimit=ranking.LABEL_PIXELS
            ),
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
        alt.layer(shade.transform_filter("datum.residual_score != null"), counts, glass)
        .resolve_scale(color="independent")
        .properties(height={"step": theme.ROW_HEIGHT})
    )
