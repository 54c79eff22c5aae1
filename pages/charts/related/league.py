"""What the figures of the league share: its marks, its rows, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from measures import facets
from measures.related.leads import LEAST_COVERAGES
from pages.charts import theme, wording
from pages.charts.columns import Column
from pages.charts.related import coverage

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.result import Result

ONLY: Final = (
    f"Only providers with {LEAST_COVERAGES} coverages or more are ranked. The choice of "
    "providers is skipped, so that the others stay in sight."
)
COLUMNS: Final = {
    "provider": "Provider",
    "coverage_count": "Coverages",
    "participation_share": "Of all",
    "carried_only_count": "By carriers alone",
    "lead_score": Column("First reports", ".1f"),
    "lead_share": "Lead rate",
    "low_share": "From",
    "high_share": "To",
    "lag_q1_hours": "Lag in hours, lower quartile",
    "lag_median_hours": "Median",
    "lag_q3_hours": "Upper quartile",
    "reason": "Missing because",
}


def marks(
    corpus: Corpus, chosen: Filters, shown: pd.DataFrame, columns: list[str]
) -> pd.DataFrame:
    """These providers with some of their figures, and how they are drawn.

    story_count is what a click opens: the provider's own stories under the filters.
    """
    own = facets.counts(corpus, chosen, "provider").set_index("value")["story_count"]
    is_chosen = shown["provider"].isin(chosen.provider)
    return shown[["provider", "coverage_count", *columns]].assign(
        story_count=own.reindex(shown["provider"], fill_value=0).to_numpy(),
        role=np.where(is_chosen, theme.CHOSEN, theme.SHOWN),
        is_faint=bool(is_chosen.any()) & ~is_chosen,
    )


def spoken_of(
    known: pd.DataFrame, chosen: Filters, figure: str
) -> tuple[pd.Series, int] | None:
    """The provider that a headline is of, and its place by a figure among all, from 1.

    The first of the league, or of those that are chosen; None where none of them is
    ranked. Equals share a place.
    """
    held = known[known["provider"].isin(chosen.provider)] if chosen.provider else known
    if held.empty:
        return None
    top = held.iloc[0]
    return top, 1 + int(known[figure].tolist().index(top[figure]))


def placed(place: int, whole: int, adverb: str = "") -> str:
    """A place in the league: `, sixth of 15`, `, second quickest of 15`; nothing if alone."""
    if whole == 1:
        return ""
    return f", {wording.ordinal(place)} {adverb}of {whole:,}"


def unranked(result: Result, chosen: Filters) -> str:
    """Why a headline cannot speak of the chosen providers."""
    if len(chosen.provider) > 1:
        return "The chosen providers are in too few coverages to be ranked"
    name = chosen.provider[0]
    found = result.frame.loc[result.frame["provider"] == name, "coverage_count"]
    count = wording.count(int(found.sum()), "coverage")
    return f"{name} is in {count}, too few to be ranked"


def behind(chosen: Filters, result: Result, known: int, shown: int) -> dict[str, Any]:
    """The fields of a figure of the league that do not depend on what it draws.

    Args:
        chosen: The filters; a click sets the provider among them.
        result: The league.
        known: How many providers of it have figures.
        shown: How many of these are drawn.
    """
    wide = chosen.without("provider")
    few = len(result.frame) - known
    rare = wording.count(few, "provider")
    return {
        "rows": wide,
        "notes": ("All providers count here, so that the chosen can be placed.",)
        if chosen.provider and shown
        else (),
        "mark": lambda datum: wide.with_(provider=(str(datum["provider"]),)),
        "fields": ("provider",),
        "listing": result.frame,
        "listing_columns": COLUMNS,
        "left_out": coverage.left_out(
            result,
            coverage.beyond(known, shown, "provider"),
            f"{rare} in fewer than {LEAST_COVERAGES} coverages." if few else "",
        ),
        "empty": ""
        if shown
        else coverage.nothing(
            result, f"Too little data: no provider is in {LEAST_COVERAGES} coverages."
        ),
    }
