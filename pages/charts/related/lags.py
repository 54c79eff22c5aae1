"""Lags: how long after the first report each provider comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from measures.memory import remembered
from measures.related import leads
from pages.charts import division, ranking, wording
from pages.charts.figure import Figure
from pages.charts.related import coverage, intervals, league
from pages.charts.sentences import linked

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

COLUMNS = ["lag_median_hours", "lag_q1_hours", "lag_q3_hours"]


@remembered
def behind_first(corpus: Corpus, chosen: Filters) -> Figure:
    """How late each provider is, the quickest first; a click lists its coverages."""
    result = leads.league(corpus, chosen.without("provider"))
    known = result.frame[result.frame["lag_median_hours"].notna()].sort_values(
        ["lag_median_hours", "lag_q3_hours", "provider"]
    )
    shown = division.leading(known, chosen, "provider", ranking.MOST_ROWS)
    return Figure(
        key="lags",
        title=linked.lags(result, known, chosen.provider),
        counts=(
            "Hours behind the first report: the median (dot) and the middle half (line), "
            f"of {coverage.whole(result)}. {coverage.read_as(result)}"
        ),
        frame=league.marks(chosen, shown, COLUMNS).assign(
            label=[_signed(value) for value in shown["lag_median_hours"]],
            middle_half=[
                f"{_signed(low)} to {_signed(high)}"
                for low, high in zip(
                    shown["lag_q1_hours"], shown["lag_q3_hours"], strict=True
                )
            ],
        ),
        spec=intervals.of_hours(*COLUMNS),
        method=(
            "The lag is a provider's first time in a coverage minus the first report's; "
            "a carrier's copy has its own time, and may be dated before the first "
            "report. A quartile that falls between two values lies there in proportion. "
            f"{league.only()}"
        ),
        **league.behind(corpus, chosen, result, len(known), len(shown)),
    )


def _signed(hours: float) -> str:
    return f"{'−' if hours <= -1 / 60 else ''}{wording.hours(hours)}"
