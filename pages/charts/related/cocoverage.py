"""Co-coverage: which providers are in the same coverages, by one measure of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import numpy as np

from measures.memory import remembered
from measures.related import cocoverage
from measures.statistics import association, evidence
from pages.charts import theme, wording
from pages.charts.columns import Column
from pages.charts.figure import PICK, Figure, Names, compiled
from pages.charts.related import coverage, sides
from pages.charts.related.closeness import BOTH, EITHER, MEASURES, colours
from pages.charts.sentences import linked
from pages.charts.sentences.sentence import few_names

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters
    from pages.charts.related.closeness import Measure

MOST_PROVIDERS = 14
TOLD = ("both_count", "provider_count")


@remembered
def matrix(corpus: Corpus, chosen: Filters, measure: str = "support") -> Figure:
    """How close each two providers are; a click lists the coverages it is counted of."""
    way = MEASURES[measure]
    result = cocoverage.of_providers(corpus, chosen, MOST_PROVIDERS)
    pairs = result.frame
    known = pairs[pairs[way.column].notna() & (pairs["both_count"] > 0)]
    missing = int(((pairs["both_count"] > 0) & pairs[way.column].isna()).sum())
    held = set(known["provider"]) | set(known["other"])
    names = Names(name for name in dict.fromkeys(pairs["provider"]) if name in held)
    return Figure(
        key="cocoverage",
        title=linked.meetings(
            pairs,
            result.n,
            _around(chosen),
            pairs[way.column].notna(),
            is_count=way.column == "both_count",
        ),
        counts=f"{way.says}; of {coverage.whole(result)}. {coverage.read_as(result)}",
        frame=_counted(known)[
            [
                *("provider", "other"),
                *dict.fromkeys(
                    name for name in (*TOLD, way.column, way.shade, way.whole) if name
                ),
            ]
        ],
        spec=_cells(names, measure),
        rows=chosen,
        value=way.whole,
        names=("provider", "other"),
        stories=(lambda pair: cocoverage.stories(corpus, chosen, *pair))
        if way.whole == BOTH
        else None,
        opens=lambda pair: _coverages(corpus, chosen, way, *pair),
        opens_unit=("coverage",),
        listing=pairs,
        unit=("pair",),
        listing_columns={
            "other": "With",
            "provider_count": "Coverages",
            "other_count": "Of the other",
            "both_count": "Of both",
            "given_share": "P(other | provider)",
            "jaccard_share": Column("Jaccard", ".2f"),
            "lift_score": Column("Lift", ".1f"),
            "npmi_score": Column("NPMI", ".2f"),
            "lift_bound_score": Column("Lift, surely", ".1f"),
            "npmi_bound_score": Column("NPMI, surely", ".2f"),
            "reason": "Missing because",
            "title": coverage.TITLE,
            "provider_takes_part": "Row’s provider in it",
            "other_takes_part": "Column’s in it",
        },
        left_out=coverage.left_out(result),
        notes=(_blank(missing),) if missing else (),
        method=(
            "Support is the number of coverages that both providers are in. Jaccard "
            "divides it by the coverages of either, P(column | row) by those of the row's "
            "provider; lift by what would be were the two independent; NPMI is the "
            "logarithm of lift, normalised to −1 to 1, and 0 is chance. The shades of "
            "these two tell the end nearer to chance of their "
            f"{wording.percent(evidence.CONFIDENCE_SHARE)} interval, so that few meetings "
            "are no strong shade. All but the "
            f"support need {association.LEAST_SUPPORT} shared coverages, and {cocoverage.LEAST_OF_ONE} of each "
            "provider (P(column | row): of the row's)."
        ),
        empty="" if len(known) else coverage.nothing(result, _too_few(pairs)),
    )


def _counted(known: pd.DataFrame) -> pd.DataFrame:
    """The pairs, and how many coverages either of the two is in."""
    either = known["provider_count"] + known["other_count"] - known["both_count"]
    return known.assign(**{EITHER: either})


def _coverages(
    corpus: Corpus, chosen: Filters, way: Measure, provider: str, other: str
) -> pd.DataFrame:
    """The coverages that a cell's share is of, and which of the two are in each."""
    found = cocoverage.either(corpus, chosen, provider, other)
    shown = found if way.whole == EITHER else found[found["has_provider"]]
    return coverage.titled(
        corpus,
        shown[["story"]].assign(
            provider_takes_part=np.where(shown["has_provider"], "yes", "no"),
            other_takes_part=np.where(shown["has_other"], "yes", "no"),
            published_at=shown["published_at"],
        ),
    )


def _blank(missing: int) -> str:
    return (
        f"Blank: too little data for {wording.count(missing, 'cell')} (needs "
        f"{association.LEAST_SUPPORT} shared coverages and {cocoverage.LEAST_OF_ONE} of a provider)."
    )


def _too_few(pairs: pd.DataFrame) -> str:
    if (pairs["both_count"] > 0).any():
        return (
            f"Too little data: no two providers share {association.LEAST_SUPPORT} coverages and are in "
            f"{cocoverage.LEAST_OF_ONE}. The support is shown without a guard."
        )
    return "Too little data: no two providers are in the same coverage."


def _around(chosen: Filters) -> str:
    """Where the coverages are those of some providers' stories, that is said."""
    if not chosen.provider:
        return ""
    return f"Around stories of {few_names(chosen.provider, 'provider')}, "


@compiled
def _cells(names: Names, measure: str) -> alt.Chart:
    way = MEASURES[measure]
    pick = alt.selection_point(name=PICK, fields=["provider", "other"])
    own = [
        alt.Tooltip(f"{column}:Q", title=title, format=way.format)
        for column, title in ((way.column, way.name), (way.shade, "Surely"))
        if column not in {"", BOTH}
    ]
    of_either = (
        [alt.Tooltip(f"{EITHER}:Q", title="Of either", format=",")]
        if way.whole == EITHER
        else []
    )
    return (
        sides.square(names)
        .mark_rect(cursor="pointer", cornerRadius=1)
        .encode(
            color=colours(way),
            tooltip=[
                alt.Tooltip("provider:N", title="Provider"),
                alt.Tooltip("other:N", title="With"),
                *own,
                alt.Tooltip("both_count:Q", title="Coverages of both", format=","),
                alt.Tooltip("provider_count:Q", title="Of the first", format=","),
                *of_either,
            ],
        )
        .add_params(pick)
        .properties(height={"step": theme.ROW_HEIGHT})
    )
