"""What the figures of the league share: its marks, its rows, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from measures import facets
from measures.related import leads
from pages.charts import theme, wording
from pages.charts.related import coverage

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.result import Result

COLUMNS: Final = {
    "provider": "Provider",
    "coverage_count": "Coverages",
    "participation_share": coverage.column("Of all", "percent"),
    "carried_only_count": "By carriers alone",
    "lead_score": coverage.column("First reports", "%.1f"),
    "lead_share": coverage.column("Lead rate", "percent"),
    "low_share": coverage.column("From", "percent"),
    "high_share": coverage.column("To", "percent"),
    "lag_q1_hours": coverage.column("Lag in hours, lower quartile", "%.1f"),
    "lag_median_hours": coverage.column("Median", "%.1f"),
    "lag_q3_hours": coverage.column("Upper quartile", "%.1f"),
    "reason": "Missing because",
}


def only() -> str:
    """Who is ranked, and that all are."""
    return (
        f"Only providers with {leads.LEAST_COVERAGES} coverages or more are ranked. The "
        "choice of providers is skipped, so that the others stay in sight."
    )


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
            f"{rare} in fewer than {leads.LEAST_COVERAGES} coverages." if few else "",
        ),
        "empty": ""
        if shown
        else coverage.nothing(
            result,
            f"Too little data: no provider is in {leads.LEAST_COVERAGES} coverages.",
        ),
    }
