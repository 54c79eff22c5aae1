"""Evidence: whether a number is more than chance, and worth a headline.

The rules are those of docs/measures.md, "What may be said". They know nothing of words:
`pages.charts.sentences` asks them and then says what they allow.
"""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_FOR_SHARE: Final = 10
"""Stories (or coverages) that a share is said of; below, counts are."""
LEAST_FOR_PEAK: Final = 5
"""Stories that a peak or a burst must have."""
LEAST_USUAL: Final = 1.0
"""Stories that must be usual before "times the usual" is said."""
LEAD_SCORE: Final = 2.0
"""How far, in standard deviations, one of two counts must be ahead to lead."""
REMARKABLE_SCORE: Final = 2.0
"""The size from which a residual is remarkable."""
FALSE_DISCOVERY_SHARE: Final = 0.05
"""The share of false ones among extremes of many that are said."""
TAIL_TERMS: Final = 100
TAIL_DEVIATIONS: Final = 20
"""Terms of a Poisson tail that are summed, and for each standard deviation so many more:
those after them are next to nothing."""
CONFIDENCE_SHARE: Final = 0.95
"""How sure an interval is."""
CONFIDENCE_Z: Final = NormalDist().inv_cdf((1 + CONFIDENCE_SHARE) / 2)
"""The normal quantile of a two-sided interval of CONFIDENCE_SHARE."""


def is_ahead(more: float, less: float) -> bool:
    """Whether one of two counts is ahead of the other by more than chance.

    (a - b) / √(a + b) is at least LEAD_SCORE: were both equally likely, a lead so large
    would come about in one case of forty.
    """
    return more > less and (more - less) / np.sqrt(more + less) >= LEAD_SCORE


def leaders(counts: Sequence[int] | np.ndarray) -> int:
    """How many of the counts, greatest first, cannot be told apart from the first.

    1 where the first leads alone; 0 where there are no counts.
    """
    ordered = np.asarray(counts, dtype=np.float64)
    if not len(ordered) or ordered[0] <= 0:
        return 0
    return sum(not is_ahead(ordered[0], count) for count in ordered)


def wilson(score: np.ndarray, n: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Ends of the Wilson interval for `score` successes of `n`, each from 0 to 1.

    A score may have a fraction, since shared firsts count their part. 0 of 0 gives NaN.
    The interval is of CONFIDENCE_SHARE (Wilson, 1927).
    """
    z = CONFIDENCE_Z
    with np.errstate(divide="ignore", invalid="ignore"):
        share = score / n
        middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
        spread = np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
        reach = z / (1 + z**2 / n) * spread
        return np.clip(middle - reach, 0, 1), np.clip(middle + reach, 0, 1)


def is_clear_of(low: float, high: float, pooled: float) -> bool:
    """Whether an interval lies wholly on one side of the pooled rate."""
    return bool(low > pooled or high < pooled)


def sign_test(wins: np.ndarray, n: np.ndarray) -> np.ndarray:
    """How likely a split at least as uneven is, were both sides equally likely.

    Args:
        wins: How often the one came before the other.
        n: How often either did: ties are left out.

    Returns:
        Two-sided p values of the binomial distribution; 1 where n is 0.
    """
    wins, n = np.asarray(wins), np.asarray(n)
    most = np.maximum(wins, n - wins)
    return np.minimum(2 * binomial_test(most, n, np.full(len(n), 0.5)), 1.0)


def binomial_test(k: np.ndarray, n: np.ndarray, share: np.ndarray) -> np.ndarray:
    """How likely at least `k` of `n` are where each has its share; 1 where k is 0."""
    logs = _log_factorials(int(np.max(n, initial=0)))
    found = np.ones(len(k))
    for at, (wins, size, part) in enumerate(zip(k, n, share, strict=True)):
        if wins > 0 and 0 < part < 1:
            hits = np.arange(wins, size + 1)
            log_ways = logs[size] - logs[hits] - logs[size - hits]
            log_odds = hits * np.log(part) + (size - hits) * np.log1p(-part)
            found[at] = np.exp(log_ways + log_odds).sum()
    return np.minimum(found, 1.0)


def poisson_test(k: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """How likely at least `k` are where so many are expected; 1 where k is 0.

    Summed over the side that is shorter to sum, so that small values keep their digits.
    """
    most = int(np.max(k, initial=0))
    reach = TAIL_TERMS + TAIL_DEVIATIONS * int(np.sqrt(most))
    logs = _log_factorials(most + reach)
    found = np.ones(len(k))
    for at, (count, mean) in enumerate(zip(k, expected, strict=True)):
        if count > 0 and mean > 0:
            is_above = count > mean
            terms = np.arange(count, count + reach) if is_above else np.arange(count)
            part = np.exp(terms * np.log(mean) - mean - logs[terms]).sum()
            found[at] = part if is_above else 1 - part
    return np.clip(found, 0.0, 1.0)


def _log_factorials(most: int) -> np.ndarray:
    """The logarithms of 0! to `most`!."""
    return np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, most + 1)))])


def holds(p_values: np.ndarray) -> np.ndarray:
    """Which of many tests hold when corrected for how many there are.

    Benjamini and Hochberg (1995): of those that hold, at most FALSE_DISCOVERY_SHARE are
    expected to be chance. NaN never holds; without tests the result is empty.
    """
    p = np.asarray(p_values, dtype=np.float64)
    order = np.argsort(p, kind="stable")
    ranks = np.arange(1, len(p) + 1)
    known = np.isfinite(p[order])
    passed = known & (p[order] <= FALSE_DISCOVERY_SHARE * ranks / max(known.sum(), 1))
    last = np.flatnonzero(passed)
    found = np.zeros(len(p), dtype=bool)
    if len(last):
        found[order[: last[-1] + 1]] = True
    return found
