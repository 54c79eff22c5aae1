"""Breadth: how many provider families ran a story, and how fast it spread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from measures import breadths, instants, stories
from measures.memory import remembered
from measures.related import coverage, reports
from measures.result import Result

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

FAMILY: Final = "family"
"""Breadth is of families, whatever identity is chosen: carriers fold into origins."""
WITHIN_HOURS: Final = (1, 6, 24, 72)
LEAST_FAMILIES: Final = 3
"""Families that a half-breadth is said of: half of two is the first alone."""


def widest_first(corpus: Corpus, window: int, stories: np.ndarray) -> np.ndarray:
    """These positions by breadth, widest first; ties: higher quality, then earlier."""
    width = breadths.counts(corpus, window)[stories]
    quality = np.nan_to_num(corpus.quality[stories], nan=-np.inf)
    return stories[np.lexsort((instants.of(corpus)[stories], -quality, -width))]


def widest(corpus: Corpus, chosen: Filters, most: int) -> np.ndarray:
    """Positions of the widest stories that anybody else ran, the widest first."""
    found = stories.ordered(corpus, chosen, "widest")[:most]
    return found[breadths.counts(corpus, chosen.window)[found] > 1]


@remembered
def speed(corpus: Corpus, chosen: Filters) -> Result:
    """How wide each coverage went, and how fast.

    Providers are families whatever identity is chosen. Hours count from the first
    report. What lies past the end of the corpus is missing: a coverage that is younger
    than the window is censored, and its half-breadth and lifespan are not said.

    Returns:
        One row per coverage with two families and a first report: story (position),
        first_at, breadth_count, within_1_count, within_6_count, within_24_count,
        within_72_count (families by then, carrier copies included), half_breadth_hours
        (until half of the families, rounded up, came in; missing below LEAST_FAMILIES),
        lifespan_hours (from the first
        report to the last member), age_hours (from the first report to the latest
        story of the corpus), is_censored and reason. Widest first, then as
        `stories.ordered` has them: the newest.

    Source:
        docs/measures.md, "Breadth in h hours", "Half-breadth time" and "Lifespan".
    """
    led = coverage.led_by(chosen)
    report = reports.of(corpus, led, FAMILY)
    found, seen = report.found, report.appearances
    rows = np.flatnonzero(report.is_compared)
    late = np.maximum(seen.instant - report.first[seen.coverage], 0)
    age = instants.latest(corpus) - report.first[rows]
    censored = age < chosen.window * instants.PER_HOUR
    within = {
        f"within_{hours}_count": _whole(
            np.bincount(
                seen.coverage[late <= hours * instants.PER_HOUR], minlength=len(found)
            )[rows],
            age >= hours * instants.PER_HOUR,
        )
        for hours in WITHIN_HOURS
    }
    last = np.maximum.reduceat(found.instant, found.starts[:-1]) if len(found) else age
    half = _half_breadth(report, late)
    frame = pd.DataFrame(
        {
            "story": found.leads[rows],
            "first_at": instants.as_times(report.first[rows]),
            "breadth_count": report.breadth[rows],
            **within,
            "half_breadth_hours": _known(
                half[rows], censored | (report.breadth[rows] < LEAST_FAMILIES)
            ),
            "lifespan_hours": _known(last[rows] - report.first[rows], censored),
            "age_hours": instants.hours(age),
            "is_censored": censored,
            "reason": np.where(censored, YOUNG, "").astype(object),
        }
    )
    leads = found.leads[rows]
    newest = -instants.of(corpus)[leads]
    widest = np.lexsort((leads, newest, -report.breadth[rows]))
    return Result(
        frame.iloc[widest].reset_index(drop=True),
        len(rows),
        reports.UNIT,
        chosen.window,
        FAMILY,
        reports.not_compared(corpus, chosen, led, FAMILY),
        reason=coverage.why_nothing(corpus),
    )


YOUNG: Final = "younger than the window"


def _half_breadth(report: reports.Reports, late: np.ndarray) -> np.ndarray:
    """Of each coverage: microseconds until half of its families, rounded up, had it."""
    seen = report.appearances
    order = np.lexsort((late, seen.coverage))
    begins = np.searchsorted(seen.coverage, np.arange(len(report.found)))
    half = np.maximum((report.breadth + 1) // 2, 1) - 1
    at = np.minimum(begins + half, len(order) - 1)
    return late[order][at] if len(order) else np.zeros(len(report.found))


def _known(lengths: np.ndarray, is_unknown: np.ndarray) -> np.ndarray:
    return np.where(is_unknown, np.nan, instants.hours(lengths))


def _whole(counts: np.ndarray, is_known: np.ndarray) -> pd.Series:
    return pd.Series(counts, dtype="Int64").where(pd.Series(is_known))
