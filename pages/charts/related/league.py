"""What the figures of the league share: its marks, its rows, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from measures.related import leads
from pages.charts import theme, wording
from pages.charts.columns import Column
from pages.charts.related import coverage

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.result import Result

COLUMNS: Final = {
    "provider": "Provider",
    "coverage_count": "Coverages",
    "participation_share": "Of all",
    "carried_only_count": "By carriers alone",
    "lead_score": Column("First reports", ".2f"),
    "lead_share": "Lead rate",
    "low_share": "From",
    "high_share": "To",
    "lag_q1_hours": "Lag in hours, lower quartile",
    "lag_median_hours": "Median",
    "lag_q3_hours": "Upper quartile",
    "reason": "Missing because",
    "title": coverage.TITLE,
    "first_at": "First report (UTC)",
    "reported_at": "Its own (UTC)",
    "lag_hours": Column("Hours behind", "+.1f"),
    "first": "First",
    "sharing_count": "Sharing it",
}
"""How the columns of the league are called, and those of a provider's coverages."""
OPENED: Final = (
    *("first", "lag_hours", "lead_score", "sharing_count"),
    *("first_at", "reported_at"),
)


def only() -> str:
    """Who is ranked, and that all are."""
    return (
        f"Only providers with {leads.LEAST_COVERAGES} coverages or more are ranked. The "
        "choice of providers is skipped, so that the others stay in sight."
    )


def marks(chosen: Filters, shown: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """These providers with some of their figures, and how they are drawn.

    coverage_count is what a click opens: the coverages that the figures are made of.
    """
    is_chosen = shown["provider"].isin(chosen.provider)
    return shown[["provider", "coverage_count", *columns]].assign(
        role=np.where(is_chosen, theme.CHOSEN, theme.SHOWN),
        is_faint=bool(is_chosen.any()) & ~is_chosen,
    )


def opened(corpus: Corpus, chosen: Filters, provider: str) -> pd.DataFrame:
    """The coverages that a provider's figures are made of, each with its first report.

    The parts in the column lead_score add up to what its lead rate divides by them.
    """
    found = leads.coverages(corpus, chosen, provider)
    is_first, is_shared = found["lead_score"] > 0, found["sharing_count"] > 1
    first = np.select([is_first & is_shared, is_first], ["shared", "yes"], "no")
    return coverage.titled(corpus, found.assign(first=first)[["story", *OPENED]])


def behind(
    corpus: Corpus, chosen: Filters, result: Result, known: int, shown: int
) -> dict[str, Any]:
    """The fields of a figure of the league that do not depend on what it draws.

    Args:
        corpus: The corpus.
        chosen: The filters; of the providers among them the rows are.
        result: The league, in which the choice of providers is skipped.
        known: How many providers of it have figures.
        shown: How many of these are drawn.
    """
    wide = chosen.without("provider")
    few = len(result.frame) - known
    rare = wording.count(few, "provider")
    league = result.frame
    if chosen.provider:
        league = league[league["provider"].isin(chosen.provider)]
    return {
        "rows": chosen,
        "notes": ("All providers count here, so that the chosen can be placed.",)
        if chosen.provider and shown
        else (),
        "value": "coverage_count",
        "names": ("provider",),
        "opens": lambda names: opened(corpus, wide, *names),
        "opens_unit": ("coverage",),
        "listing": league,
        "unit": ("provider",),
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
