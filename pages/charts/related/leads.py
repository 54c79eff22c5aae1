"""Leads: how often each provider has the first report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from measures.memory import remembered
from measures.related import leads
from pages.charts import division, ranking, wording
from pages.charts.figure import Figure
from pages.charts.related import coverage, intervals, league

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.result import Result

COLUMNS = ["lead_share", "low_share", "high_share", "participation_share"]


@remembered
def rates(corpus: Corpus, chosen: Filters) -> Figure:
    """How often each provider is first, with the interval; a click lists its coverages."""
    result = leads.league(corpus, chosen.without("provider"))
    known = result.frame[result.frame["lead_share"].notna()]
    shown = division.leading(known, chosen, "provider", ranking.MOST_ROWS)
    return Figure(
        key="leads",
        title=_title(result, known, chosen),
        counts=(
            "Share of a provider's coverages in which it had the first report, with the "
            f"95% interval, of {coverage.whole(result)}. {coverage.read_as(result)}"
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
            "interval is Wilson's at 95%: where two overlap widely, their order is open. "
            f"{league.ONLY}"
        ),
        **league.behind(corpus, chosen, result, len(known), len(shown)),
    )


def _title(result: Result, known: pd.DataFrame, chosen: Filters) -> str:
    if known.empty:
        return "Who is first"
    spoken = league.spoken_of(known, chosen, "lead_share")
    if spoken is None:
        return league.unranked(result, chosen)
    top, place = spoken
    part = wording.percent(top["lead_share"])
    whole = wording.count(int(top["coverage_count"]), "coverage")
    if chosen.provider or len(known) == 1:
        after = league.placed(place, len(known))
        return f"{top['provider']} was first in {part} of {whole}{after}"
    tied = int((known["lead_share"] == top["lead_share"]).sum())
    if tied > 1:
        return f"{tied:,} providers lead most often: first in {part} of their coverages"
    return f"{top['provider']} leads most often: first in {part} of {whole}"
