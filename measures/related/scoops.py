"""Credit gaps: published stories that another provider ran a related story before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures import instants
from measures.clauses import provider_column
from measures.memory import remembered
from measures.related import coverage, reports
from measures.result import Result

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def ledger(corpus: Corpus, chosen: Filters) -> Result:
    """The credit gap of each published story with an earlier related one of another.

    Returns:
        One row per credit gap, the longest first: story (position), provider,
        published_at, first_provider (all that share the first report, joined by ", "),
        first_story (position of the earliest first report, -1 where it is only seen),
        first_entry (its row in `corpus.related`), first_at, gap_hours, breadth_count
        (providers in the coverage). n is the published stories with two providers at
        least in their coverage and a first report, gap or not.

    Source:
        docs/measures.md, "Credit gap".
    """
    published = coverage.published(chosen)
    report = reports.of(corpus, published)
    found = report.found
    names = corpus.names(provider_column(chosen.by)).to_numpy(dtype=object)
    rows = np.flatnonzero(_has_gap(report))
    earliest = _earliest_rows(report, rows)
    gap = found.lead_instant[rows] - report.first[rows]
    frame = pd.DataFrame(
        {
            "story": found.leads[rows],
            "provider": names[found.lead_provider[rows]],
            "published_at": instants.as_times(found.lead_instant[rows]),
            "first_provider": _sharing(report, rows, names),
            "first_story": found.member[earliest],
            "first_entry": found.entry[earliest],
            "first_at": instants.as_times(report.first[rows]),
            "gap_hours": instants.hours(gap),
            "breadth_count": report.breadth[rows],
        }
    )
    order = np.lexsort((frame["story"], -frame["gap_hours"]))
    return Result(
        frame=frame.iloc[order].reset_index(drop=True),
        n=int((report.is_compared).sum()),
        unit="published stories with at least two providers in their coverage",
        window_hours=chosen.window,
        identity=chosen.by,
        left_out=reports.not_compared(corpus, chosen, published),
        reason=coverage.why_nothing(corpus),
    )


@remembered
def by_provider(corpus: Corpus, chosen: Filters) -> Result:
    """How often each provider was earlier than a published story, and the reverse.

    Returns:
        One row per provider with either: provider, broken_score (first reports before
        a published story of another; a shared one counts its part), credited_count
        (its published stories with an earlier related one of another). Greatest score
        first, then by name. Both columns add up to the rows of the ledger, except where
        a first report bears no provider's name.
    """
    whole = ledger(corpus, chosen)
    report = reports.of(corpus, coverage.published(chosen))
    names = corpus.names(provider_column(chosen.by)).to_numpy(dtype=object)
    has_gap = np.isin(report.found.leads, whole.frame["story"])
    seen = report.appearances
    shares = seen.is_first & has_gap[seen.coverage]
    broken = np.bincount(
        seen.provider[shares],
        weights=1 / report.sharing[seen.coverage[shares]],
        minlength=len(names),
    )
    credited = np.bincount(report.found.lead_provider[has_gap], minlength=len(names))
    rows = np.flatnonzero((broken > 0) | (credited > 0))
    frame = pd.DataFrame(
        {
            "provider": names[rows],
            "broken_score": broken[rows],
            "credited_count": credited[rows],
        }
    ).sort_values(
        ["broken_score", "provider"], ascending=[False, True], ignore_index=True
    )
    return Result(
        frame=frame,
        n=len(whole.frame),
        unit="credit gaps",
        window_hours=chosen.window,
        identity=chosen.by,
        left_out=whole.left_out,
        reason=coverage.why_nothing(corpus),
    )


def _has_gap(report: reports.Reports) -> np.ndarray:
    """Of each coverage: its story's provider is not among the first, and it is late."""
    found, seen = report.found, report.appearances
    key = found.lead_provider[seen.coverage] == seen.provider
    is_among = np.zeros(len(found), dtype=bool)
    is_among[seen.coverage[key & seen.is_first]] = True
    is_late = found.lead_instant > report.first + reports.SHARED
    return report.is_compared & (found.lead_provider >= 0) & ~is_among & is_late


def _earliest_rows(report: reports.Reports, coverages: np.ndarray) -> np.ndarray:
    """Of each of these coverages the row of its earliest first report."""
    found = report.found
    is_asked = np.zeros(len(found), dtype=bool)
    is_asked[coverages] = True
    candidates = np.flatnonzero(report.is_first & is_asked[found.coverage])
    candidates = candidates[
        np.lexsort((found.instant[candidates], found.coverage[candidates]))
    ]
    at = np.searchsorted(found.coverage[candidates], coverages)
    return candidates[at]


def _sharing(
    report: reports.Reports, coverages: np.ndarray, names: np.ndarray
) -> np.ndarray:
    """The names of all that share the first report of each of these coverages."""
    seen = report.appearances
    rows = np.flatnonzero(seen.is_first)
    begins = np.searchsorted(seen.coverage[rows], coverages)
    sharing = report.sharing[coverages]
    joined = names[seen.provider[rows[begins]]]
    for place in np.flatnonzero(sharing > 1):
        firsts = rows[begins[place] : begins[place] + sharing[place]]
        joined[place] = ", ".join(names[seen.provider[firsts]])
    return joined
