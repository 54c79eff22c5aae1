"""Topics that come together in one story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from measures.memory import remembered
from measures.statistics import association
from measures.what import cooccurrence
from pages.charts import ranking, theme, wording
from pages.charts.columns import Column
from pages.charts.figure import PICK, ROWS, Figure, compiled
from pages.charts.sentences import topics as sentences

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_PAIRS = 15


@remembered
def pairs(corpus: Corpus, chosen: Filters) -> Figure:
    """The pairs of topics that stand together most closely; a click lists the stories."""
    wide = chosen.without("topic")
    result = cooccurrence.of_topics(corpus, wide)
    compared = cooccurrence.compared_count(corpus, wide)
    shown = result.frame.head(MOST_PAIRS)
    more = len(result.frame) - len(shown)
    return Figure(
        key="topic-pairs",
        title=sentences.pairs(result.frame, (result.n, compared), MOST_PAIRS),
        counts=(
            "How many times as often as by chance two topics come together, of "
            f"{wording.stories(result.n)}."
        ),
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
                f"{lift:.1f} times · {wording.stories(count)}"
                for lift, count in zip(
                    shown["lift_score"], shown["both_count"], strict=True
                )
            ],
        ),
        spec=_bars(),
        rows=chosen,
        value="both_count",
        names=("topic", "other"),
        stories=lambda names: cooccurrence.stories(corpus, wide, *names),
        listing=_of_chosen(result.frame, chosen),
        unit=("pair",),
        listing_columns={
            "topic": "Topic",
            "other": "With",
            "both_count": "Stories with both",
            "topic_count": "With the first",
            "other_count": "With the second",
            "jaccard_share": Column("Jaccard", ".2f"),
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
            "The bars are lift: the stories with both topics over what chance would give. "
            "Support is the stories with both; Jaccard is support over the stories with "
            "either; NPMI is "
            "the logarithm of lift, normalised to -1 to 1. Shown where the support is at "
            f"least {association.LEAST_SUPPORT}. Umbrella topics are set aside."
        ),
        empty=""
        if len(shown)
        else f"{result.reason or 'No two topics come together often enough'}.".capitalize(),
    )


def _of_chosen(pairs: pd.DataFrame, chosen: Filters) -> pd.DataFrame:
    """The pairs with a topic that is chosen, where one is."""
    if not chosen.topic:
        return pairs
    return pairs[pairs["topic"].isin(chosen.topic) | pairs["other"].isin(chosen.topic)]


@compiled
def _bars() -> alt.LayerChart | alt.FacetChart:
    pick = alt.selection_point(name=PICK, fields=["topic", "other"])
    base = alt.Chart(ROWS).encode(
        y=alt.Y(
            "pair:N",
            sort=None,
            axis=ranking.names_axis(labelLimit=240),
        ),
        x=alt.X("lift_score:Q", axis=None),
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
