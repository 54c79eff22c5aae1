"""Who precedes whom: a matrix of providers that meet in the same coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from measures.memory import remembered
from measures.related import precedence, reports
from measures.statistics import evidence
from pages.charts import theme, wording
from pages.charts.columns import Column
from pages.charts.figure import PICK, Figure, Names, compiled
from pages.charts.related import coverage, sides
from pages.charts.sentences import linked

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

CELL_PIXELS = 62
"""Of narrower cells the numbers would lie over each other: then a tooltip says them."""


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
        title=linked.precedence(known),
        counts=(
            "How often the provider of the row came before the provider of the column, "
            "of the coverages that both are in; the shade says how far that is from "
            f"chance. Of {coverage.whole(result)}. {coverage.read_as(result)}"
        ),
        frame=known[
            [
                *("provider", "other", "before_score", "before_share"),
                *("tie_count", "both_count"),
            ]
        ].assign(
            label=_labels(known), shade=theme.on_shade(known["before_score"].to_numpy())
        ),
        spec=_cells(names),
        rows=chosen,
        value="both_count",
        names=("provider", "other"),
        opens=lambda pair: coverage.titled(
            corpus, precedence.meetings(corpus, chosen, *pair)
        ),
        opens_unit=("coverage",),
        listing=result.frame,
        unit=("pair",),
        listing_columns={
            "other": "Before",
            "both_count": "Coverages of both",
            "before_count": "First of the two",
            "tie_count": "Together",
            "before_share": "Share",
            "before_score": Column("z", "+.1f"),
            "reason": "Missing because",
            "title": coverage.TITLE,
            "order": "The first is",
            "ahead_hours": Column("Hours ahead", "+.1f"),
            "reported_at": "The first (UTC)",
            "other_at": "The other (UTC)",
        },
        left_out=coverage.left_out(result),
        notes=(_blank(thin // 2),) if thin and len(known) else (),
        method=(
            "Of the coverages that two providers are both in: how often the first time "
            f"of the one is more than {reports.SHARED_MINUTES} minutes before the "
            "other's. Ties count for neither, so that a cell, its mirror image and the "
            "ties add up to 100%. The shade is the z of a sign test, (before - after) / "
            "√(before + after): so many shared coverages count for more than few, and "
            f"±{evidence.REMARKABLE_SCORE:g} is remarkable. Missing below "
            f"{precedence.LEAST_MEETINGS} shared coverages."
        ),
        empty=""
        if len(known)
        else coverage.nothing(
            result,
            f"Too little data: no two providers share {precedence.LEAST_MEETINGS} coverages.",
        ),
    )


def _blank(pairs: int) -> str:
    return f"Blank: {wording.count(pairs, 'pair')} with under {precedence.LEAST_MEETINGS} shared coverages."


def _labels(known: pd.DataFrame) -> list[str]:
    """How often the one came before the other, of how many: `12 of 15`."""
    return [
        f"{before:,} of {both:,}"
        for before, both in zip(known["before_count"], known["both_count"], strict=True)
    ]


@compiled
def _cells(names: Names) -> alt.LayerChart | alt.FacetChart:
    pick = alt.selection_point(name=PICK, fields=["provider", "other"])
    base = sides.square(names).encode(
        tooltip=[
            alt.Tooltip("provider:N", title="Provider"),
            alt.Tooltip("other:N", title="Before"),
            alt.Tooltip("label:N", title="Times"),
            alt.Tooltip("before_share:Q", title="Share", format=theme.SHARE_FORMAT),
            alt.Tooltip("tie_count:Q", title="Together", format=","),
            alt.Tooltip("before_score:Q", title="Far from chance, z", format="+.1f"),
        ],
    )
    shade = base.mark_rect(cursor="pointer", cornerRadius=1).encode(
        color=theme.judged(
            "before_score",
            "The row is surely",
            ("later", "neither", "earlier"),
        ),
    )
    is_wide = f"width >= {CELL_PIXELS * len(names)}"
    counts = base.mark_text(fontSize=theme.LABEL_SIZE - 1, cursor="pointer").encode(
        text=alt.condition(is_wide, alt.Text("label:N"), alt.value("")),
        color=theme.written_on_shade(),
    )
    return (
        alt.layer(shade.add_params(pick), counts)
        .resolve_scale(color="independent")
        .properties(height={"step": theme.ROW_HEIGHT})
    )
