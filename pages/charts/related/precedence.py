"""Who precedes whom: a matrix of providers that meet in the same coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from measures.memory import remembered
from measures.related import precedence, reports
from pages.charts import theme, wording
from pages.charts.figure import PICK, Figure, Names, compiled
from pages.charts.related import coverage, sides

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

LEAST = precedence.LEAST_MEETINGS


@remembered
def matrix(corpus: Corpus, chosen: Filters) -> Figure:
    """How often one provider comes before another; a click lists what they share."""
    result = precedence.precedence(corpus, chosen)
    known = result.frame[result.frame["before_share"].notna()]
    held = set(known["provider"])
    names = Names(n for n in dict.fromkeys(result.frame["provider"]) if n in held)
    thin = len(result.frame) - len(known)
    return Figure(
        key="precedence",
        title=_title(known),
        counts=(
            "How often the provider of the row came before the provider of the column, "
            f"of the coverages that both are in; of {coverage.whole(result)}. "
            f"{coverage.read_as(result)}"
        ),
        frame=known[
            ["provider", "other", "before_share", "before_count", "tie_count"]
        ].assign(both_count=known["both_count"]),
        spec=_cells(names),
        rows=chosen,
        value="both_count",
        names=("provider", "other"),
        stories=lambda pair: precedence.stories(corpus, chosen, *pair),
        listing=result.frame,
        listing_columns={
            "other": "Before",
            "both_count": "Coverages of both",
            "before_count": "First of the two",
            "tie_count": "Together",
            "before_share": "Share",
            "reason": "Missing because",
        },
        left_out=coverage.left_out(result),
        notes=(_blank(thin // 2),) if thin and len(known) else (),
        method=(
            "Of the coverages that two providers are both in: how often the first time "
            f"of the one is more than {reports.SHARED_MINUTES} minutes before the "
            "other's. Ties count for neither, so that a cell, its mirror image and the "
            f"ties add up to 100%. Missing below {LEAST} shared coverages."
        ),
        empty=""
        if len(known)
        else coverage.nothing(
            result, f"Too little data: no two providers share {LEAST} coverages."
        ),
    )


def _blank(pairs: int) -> str:
    return f"Blank: {wording.count(pairs, 'pair')} with under {LEAST} shared coverages."


def _title(known: pd.DataFrame) -> str:
    if known.empty:
        return "Who precedes whom"
    top = known.sort_values(
        ["before_share", "both_count"], ascending=False, kind="stable"
    ).iloc[0]
    return (
        f"{top['provider']} came before {top['other']} in {top['before_count']:,} of "
        f"{wording.count(int(top['both_count']), 'shared coverage')}"
    )


@compiled
def _cells(names: Names) -> alt.Chart:
    pick = alt.selection_point(name=PICK, fields=["provider", "other"])
    return (
        sides.square(names)
        .mark_rect(cursor="pointer", cornerRadius=1)
        .encode(
            color=alt.Color(
                "before_share:Q",
                scale=alt.Scale(domain=[0, 1], domainMid=0.5),
                legend=alt.Legend(
                    title="Row before column",
                    format="%",
                    orient="bottom",
                    values=[0, 0.5, 1],
                ),
            ),
            tooltip=[
                alt.Tooltip("provider:N", title="Provider"),
                alt.Tooltip("other:N", title="Before"),
                alt.Tooltip("before_share:Q", title="Share", format=theme.SHARE_FORMAT),
                alt.Tooltip("before_count:Q", title="Times", format=","),
                alt.Tooltip("tie_count:Q", title="Together", format=","),
                alt.Tooltip("both_count:Q", title="Coverages of both", format=","),
            ],
        )
        .add_params(pick)
        .properties(height={"step": theme.ROW_HEIGHT})
    )
