"""Burst days: days with far more stories than the 28 before them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from loaders import frames
from measures.memory import remembered
from measures.result import Result, left_out
from measures.when import attention, bins

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

BASELINE_DAYS: Final = 28
"""Four weeks, so that each weekday counts equally often."""
LEAST_STORIES: Final = 5
LEAST_Z: Final = 3.5
MOST_APART_DAYS: Final = 2
MAD_TO_DEVIATION: Final = 1.4826
"""The standard deviation of a normal distribution over its median absolute deviation."""


@dataclass(frozen=True, eq=False)
class _Series:
    """Stories per day from `first_day` on, whatever dates are asked for."""

    first_day: int
    counts: np.ndarray


@remembered
def burst_days(corpus: Corpus, chosen: Filters) -> Result:
    """The days in the range that stand out from the 28 days before them.

    The days before the range count for the baseline too. Days in the first 28 of the
    corpus have no baseline and are never bursts.

    Returns:
        One row per burst day in order of time: day_at (UTC midnight), published_day,
        story_count, median_count and mean_count (per day, of the 28 days before),
        z_score, and episode (from 0; days at most 2 apart share one). n is the days of
        the range that have a baseline.

    Source:
        docs/measures.md, "Burst day".
    """
    ends = bins.span(corpus, chosen)
    series = _daily(corpus, chosen)
    if ends is None or series is None:
        return _result(np.zeros(0, dtype=np.int64), _no_baseline(), 0, 0)
    first = max(ends[0], series.first_day)
    last = min(ends[1], series.first_day + len(series.counts) - 1)
    if last < first:  # outside the corpus: an end before day 0 would count from behind
        return _result(np.zeros(0, dtype=np.int64), _no_baseline(), 0, 0)
    known_from = max(first, series.first_day + BASELINE_DAYS)
    inside = series.counts[known_from - series.first_day : last + 1 - series.first_day]
    places = np.flatnonzero(inside >= LEAST_STORIES) + known_from - series.first_day
    before = _baseline(series.counts, places)
    burst = before[2] >= LEAST_Z
    too_early = max(0, min(known_from, last + 1) - first)
    return _result(
        places[burst] + series.first_day,
        before[:, burst],
        max(0, last + 1 - known_from),
        too_early,
        series.counts[places[burst]],
    )


def _daily(corpus: Corpus, chosen: Filters) -> _Series | None:
    if corpus.span is None:
        return None
    first, last = corpus.span
    days = corpus.days[chosen.without("first", "last").mask(corpus)]
    days = days[days != frames.UNDATED]
    return _Series(first, np.bincount(days - first, minlength=last - first + 1))


def _baseline(counts: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Median, mean and z of these days against the 28 before each: three rows."""
    if not len(places):
        return _no_baseline()
    before = counts[places[:, None] + np.arange(-BASELINE_DAYS, 0)]
    median = np.median(before, axis=1)
    deviation = np.median(np.abs(before - median[:, None]), axis=1)
    mean = before.mean(axis=1)
    spread = np.maximum(MAD_TO_DEVIATION * deviation, np.sqrt(np.maximum(mean, 1)))
    return np.stack([median, mean, (counts[places] - median) / spread])


def _no_baseline() -> np.ndarray:
    return np.zeros((3, 0))


def _result(
    days: np.ndarray,
    baseline: np.ndarray,
    n: int,
    too_early: int,
    counts: np.ndarray | None = None,
) -> Result:
    frame = pd.DataFrame(
        {
            "day_at": attention.at(days),
            "published_day": days,
            "story_count": np.zeros(0, dtype=np.int64) if counts is None else counts,
            "median_count": baseline[0],
            "mean_count": baseline[1],
            "z_score": baseline[2],
            "episode": np.cumsum(np.diff(days, prepend=days[:1]) > MOST_APART_DAYS),
        }
    )
    why = f"fewer than {BASELINE_DAYS} days of the corpus lie before them"
    return Result(frame, n, "days", left_out=left_out((too_early, "days", why)))
