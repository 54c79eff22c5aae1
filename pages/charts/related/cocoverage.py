"""Co-coverage: which providers run the same stories, by one measure of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from measures.memory import remembered
from measures.related import cocoverage
from measures.related.cocoverage import LEAST_OF_ONE
from measures.statistics.association import LEAST_SUPPORT
from pages.charts import standing, theme, wording
from pages.charts.columns import Column
from pages.charts.figure import PICK, Figure, Names, compiled
from pages.charts.related import coverage, sides
from pages.charts.related.closeness import MEASURES, Measure, colours

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_PROVIDERS = 14


@remembered
def matrix(corpus: Corpus, chosen: Filters, measure: str = "support") -> Figure:
    """How close each two providers are; a click lists the stories that both ran."""
    way = MEASURES[measure]
    result = cocoverage.of_providers(corpus, chosen, MOST_PROVIDERS)
    pairs = result.frame
    known = pairs[pairs[way.column].notna() & (pairs["both_count"] > 0)]
    missing = int(((pairs["both_count"] > 0) & pairs[way.column].isna()).sum())
    held = set(known["provider"]) | set(known["other"])
    names = Names(name for name in dict.fromkeys(pairs["provider"]) if name in held)
    return Figure(
        key="cocoverage",
        title=_title(known, way, _around(chosen)),
        counts=f"{way.says}; of {coverage.whole(result)}. {coverage.read_as(result)}",
        frame=known[
            ["provider", "other", "both_count", "provider_count"]
            + ([] if way.column == "both_count" else [way.column])
        ],
        spec=_cells(names, measure),
        rows=chosen,
        value="both_count",
        names=("provider", "other"),
        stories=lambda pair: cocoverage.stories(corpus, chosen, *pair),
        listing=pairs,
        listing_columns={
            "other": "With",
            "provider_count": "Coverages",
            "other_count": "Of the other",
            "both_count": "Of both",
            "given_share": "P(other | provider)",
            "jaccard_share": Column("Jaccard", ".2f"),
            "lift_score": Column("Lift", ".1f"),
            "npmi_score": Column("NPMI", ".2f"),
            "reason": "Missing because",
        },
        left_out=coverage.left_out(result),
        notes=(_blank(missing),) if missing else (),
        method=(
            "Support is the number of coverages that both providers are in. Jaccard "
            "divides it by the coverages of either, P(column | row) by those of the row's "
            "provider; lift by what would be were the two independent; NPMI is the "
            "logarithm of lift, normalised to −1 to 1, and 0 is chance. All but the "
            f"support need {LEAST_SUPPORT} shared coverages, and {LEAST_OF_ONE} of each "
            "provider (P(column | row): of the row's)."
        ),
        empty="" if len(known) else coverage.nothing(result, _too_few(pairs)),
    )


def _blank(missing: int) -> str:
    return (
        f"Blank: too little data for {wording.count(missing, 'cell')} (needs "
        f"{LEAST_SUPPORT} shared coverages and {LEAST_OF_ONE} of a provider)."
    )


def _too_few(pairs: pd.DataFrame) -> str:
    if (pairs["both_count"] > 0).any():
        return (
            f"Too little data: no two providers share {LEAST_SUPPORT} coverages and are in "
            f"{LEAST_OF_ONE}. The support is shown without a guard."
        )
    return "Too little data: no two providers are in the same coverage."


def _around(chosen: Filters) -> str:
    """Where the coverages are those of some providers' stories, that is said."""
    if not chosen.provider:
        return ""
    return f"Around stories of {standing.named(chosen.provider, 'provider')}, "


def _title(known: pd.DataFrame, way: Measure, around: str) -> str:
    if known.empty:
        return "Who runs the same stories"
    top = known.sort_values(
        [way.column, "both_count"], ascending=False, kind="stable"
    ).iloc[0]
    one, other = top["provider"], top["other"]
    both = f"{top['both_count']:,}"
    if way.column == "given_share":
        whole = wording.count(int(top["provider_count"]), "coverage")
        return f"{around}{other} is in {both} of {one}’s {whole}"
    if way.column == "both_count":
        most = int(top["both_count"])
        tied = int((known["both_count"] == most).sum()) // 2
        times = wording.count(most, "coverage")
        if tied > 1:
            return f"{around}{tied:,} pairs of providers meet most: in {times} each"
        return f"{around}{one} and {other} meet most: in {times}"
    if way.column == "lift_score":
        return f"{around}{one} and {other} meet {top['lift_score']:.1f} times as often as by chance"
    return f"{around}{one} and {other} are closest: they share {both} coverages"


@compiled
def _cells(names: Names, measure: str) -> alt.Chart:
    way = MEASURES[measure]
    pick = alt.selection_point(name=PICK, fields=["provider", "other"])
    own = (
        []
        if way.column == "both_count"
        else [alt.Tooltip(f"{way.column}:Q", title=way.name, format=way.format)]
    )
    return (
        sides.square(names)
        .mark_rect(cursor="pointer", cornerRadius=1)
        .encode(
            color=alt.Color(
                f"{way.column}:Q",
                scale=colours(way),
                legend=alt.Legend(
                    title=way.name,
                    format="~g" if way.ends else way.format,
                    values=list(way.ends) if way.ends else alt.Undefined,
                    orient="bottom",
                ),
            ),
            tooltip=[
                alt.Tooltip("provider:N", title="Provider"),
                alt.Tooltip("other:N", title="With"),
                *own,
                alt.Tooltip("both_count:Q", title="Coverages of both", format=","),
                alt.Tooltip("provider_count:Q", title="Of the first", format=","),
            ],
        )
        .add_params(pick)
        .properties(height={"step": theme.ROW_HEIGHT})
    )
