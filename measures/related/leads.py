"""The league of speed: how often a provider is first, and how far behind it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from measures import instants
from measures.clauses import provider_column
from measures.memory import remembered
from measures.related import coverage, reports
from measures.result import Result, guarded, reasons
from measures.statistics import evidence, quartiles

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

LEAST_COVERAGES: Final = 10
"""Coverages that a provider must have taken part in before its rates are said."""


def wilson(score: np.ndarray, n: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Ends of the Wilson interval for `score` successes of `n`, each from 0 to 1.

    A score may have a fraction, since shared firsts count their part. 0 of 0 gives NaN.
    """
    z = evidence.CONFIDENCE_Z
    with np.errstate(divide="ignore", invalid="ignore"):
        share = score / n
        middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
        spread = np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
        reach = z / (1 + z**2 / n) * spread
        return np.clip(middle - reach, 0, 1), np.clip(middle + reach, 0, 1)


@remembered
def league(corpus: Corpus, chosen: Filters) -> Result:
    """How often each provider is first, and how far it is behind otherwise.

    Returns:
        One row per provider that takes part in a coverage: provider, coverage_count,
        participation_share (of all n), carried_only_count (coverages it is in by carrier
        copies alone), lead_score (first reports, a shared one counting its part),
        lead_share (of its coverages) with low_share and high_share (Wilson, 95 %),
        lag_q1_hours, lag_median_hours, lag_q3_hours (its first time in a coverage minus
        the first report's; carrier copies have their own time) and reason. Below
        LEAST_COVERAGES the shares and lags are missing, and reason says so. Those with
        figures first, by lead_share, then coverage_count, then name.

    Source:
        docs/measures.md, "Lead rate" and "Lag".
    """
    led = coverage.led_by(chosen)
    report = reports.of(corpus, led)
    seen = report.appearances
    names = corpus.names(provider_column(chosen.by)).to_numpy(dtype=object)
    inside = np.flatnonzero(report.is_compared[seen.coverage])
    who, where = seen.provider[inside], seen.coverage[inside]
    is_first = seen.is_first[inside]
    taken = np.bincount(who, minlength=len(names))
    score = np.bincount(
        who, weights=is_first / report.sharing[where], minlength=len(names)
    )
    carried = np.bincount(
        who, weights=seen.is_carried_only[inside], minlength=len(names)
    )
    lag = instants.hours(seen.instant[inside] - report.first[where])
    rows = np.flatnonzero(taken)
    lags = quartiles.of(lag, who, rows)
    n = int(report.is_compared.sum())
    enough = taken[rows] >= LEAST_COVERAGES
    low, high = wilson(score[rows], taken[rows])
    frame = pd.DataFrame(
        {
            "provider": names[rows],
            "coverage_count": taken[rows],
            "participation_share": taken[rows] / max(n, 1),
            "carried_only_count": carried[rows].astype(np.int64),
            "lead_score": score[rows],
            "lead_share": guarded(score[rows] / taken[rows], enough),
            "low_share": guarded(low, enough),
            "high_share": guarded(high, enough),
            "lag_q1_hours": guarded(lags[0], enough),
            "lag_median_hours": guarded(lags[1], enough),
            "lag_q3_hours": guarded(lags[2], enough),
            "reason": reasons(enough, f"{LEAST_COVERAGES} coverages"),
        }
    ).sort_values(
        ["lead_share", "coverage_count", "provider"],
        ascending=[False, False, True],
        ignore_index=True,
    )
    return Result(
        frame,
        n,
        reports.UNIT,
        chosen.window,
        chosen.by,
        reports.not_compared(corpus, chosen, led),
        reason=coverage.why_nothing(corpus),
    )


def coverages(corpus: Corpus, chosen: Filters, provider: str) -> pd.DataFrame:
    """The coverages that a provider's rate and lags in the `league` are made of.

    Returns:
        One row per coverage that it takes part in, as many as its `coverage_count`:
        story (position of the story whose coverage it is), first_at, reported_at (the
        provider's first time), lag_hours (between the two), lead_score (what the
        coverage adds to the provider's own: 1, its part of a shared first report, or 0)
        and sharing_count (providers that share the first report). The latest first. An
        unknown provider has no rows.
    """
    report = reports.of(corpus, coverage.led_by(chosen))
    seen = report.appearances
    names = corpus.names(provider_column(chosen.by))
    code = names.get_indexer(pd.Index([provider]))[0]
    rows = np.flatnonzero((seen.provider == code) & report.is_compared[seen.coverage])
    where = seen.coverage[rows]
    first, own = report.first[where], seen.instant[rows]
    order = np.lexsort((where, -first))
    return pd.DataFrame(
        {
            "story": report.found.leads[where],
            "first_at": instants.as_times(first),
            "reported_at": instants.as_times(own),
            "lag_hours": instants.hours(own - first),
            "lead_score": seen.is_first[rows] / report.sharing[where],
            "sharing_count": report.sharing[where],
        }
    ).iloc[order]
