"""Leads: how often each provider has the first report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from measures.memory import remembered
from measures.related import leads
from measures.statistics import evidence
from pages.charts import division, ranking, wording
from pages.charts.figure import Figure
from pages.charts.related import coverage, intervals, league
from pages.charts.sentences import linked

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

COLUMNS = ["lead_share", "low_share", "high_share", "participation_share"]


@remembered
def rates(corpus: Corpus, chosen: Filters) -> Figure:
    """How often each provider is first, with the interval; a click lists its coverages."""
    result = leads.league(corpus, chosen.without("provider"))
    known = result.frame[result.frame["lead_share"].notna()]
    shown = division.leading(known, chosen, "provider", ranking.MOST_ROWS)
    return Figure(
        key="leads",
        title=linked.lead_rates(result, known, chosen.provider),
        counts=(
            "Share of a provider's related coverages in which it was first, with the "
            f"{_sure()} interval, of {coverage.whole(result)}. "
            f"{coverage.read_as(result)}"
        ),
        frame=league.marks(chosen, shown, COLUMNS).assign(
            label=[
                f"{wording.percent(share)} of {count:,}"
                for share, count in zip(
                    shown["lead_share"], shown["coverage_count"], strict=True
                )
            ]
        ),
        spec=intervals.of_shares(*COLUMNS),
        method=(
            "A first report counts 1, one that k providers share counts 1/k for each; "
            "the sum is divided by the coverages that the provider takes part in. The "
            f"interval is Wilson's at {_sure()}: where two overlap widely, their order is "
            "open. "
            f"{league.only()}"
        ),
        **league.behind(corpus, chosen, result, len(known), len(shown)),
    )


def _sure() -> str:
    """How sure the interval is: `95%`."""
    return wording.percent(evidence.CONFIDENCE_SHARE)
