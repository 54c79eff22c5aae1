"""Association: how much more often two things come together than by chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from measures.statistics import evidence

LEAST_SUPPORT: Final = 5
"""Times that a pair must have come together before anything is said of it."""


@dataclass(frozen=True, eq=False)
class Pairs:
    """Pairs of codes that come together in a group, each once, the lower code first."""

    left: np.ndarray
    right: np.ndarray
    support: np.ndarray
    """The number of groups that hold both."""


def pairs(group: np.ndarray, code: np.ndarray, width: int) -> Pairs:
    """Count in how many groups each two codes come together.

    Args:
        group: Of each entry its group; entries of a group need not stand together.
        code: Of each entry its code, from 0; each at most once in a group.
        width: More than the greatest code.
    """
    order = np.lexsort((code, group))
    group, code = group[order], code[order].astype(np.int64)
    keys = [np.zeros(0, dtype=np.int64)]
    rows = np.arange(len(group))
    step = 1
    # Each entry with the next of its group, then the one after, and so on: what is
    # touched is the pairs that there are, not all that there could be.
    while True:
        rows = rows[rows + step < len(group)]
        rows = rows[group[rows] == group[rows + step]]
        if not len(rows):
            break
        keys.append(code[rows] * width + code[rows + step])
        step += 1
    key, support = np.unique(np.concatenate(keys), return_counts=True)
    return Pairs(key // width, key % width, support)


def bounds(
    support: np.ndarray, left: np.ndarray, right: np.ndarray, n: int
) -> dict[str, np.ndarray]:
    """Lift and NPMI as far as they are sure: the end of their interval nearer to chance.

    Of few groups that hold both the interval is wide: then the end is at chance itself,
    however great the lift. Arguments as for `measures`.

    Returns:
        lift_bound_score (1 where the interval holds chance) and npmi_bound_score (0
        there; NaN where both are in every group).

    Source:
        The variance of the logarithm of lift in a multinomial sample, by the delta
        method: 1 / both - 1 / left - 1 / right + 2 both / (left right) - 1 / n.
    """
    both = support.astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        log_lift = np.log(both * n / (left * right))
        variance = 1 / both - 1 / left - 1 / right + 2 * both / (left * right)
        reach = evidence.CONFIDENCE_Z * np.sqrt(np.maximum(variance - 1 / max(n, 1), 0))
        sure = np.sign(log_lift) * np.maximum(np.abs(log_lift) - reach, 0)
        npmi = sure / -np.log(both / n)
    return {
        "lift_bound_score": np.exp(sure),
        "npmi_bound_score": np.where(support == n, np.nan, npmi),
    }


def measures(
    support: np.ndarray, left: np.ndarray, right: np.ndarray, n: int
) -> dict[str, np.ndarray]:
    """Jaccard, lift and NPMI from counts.

    Args:
        support: Groups that hold both.
        left: Groups that hold the one.
        right: Groups that hold the other.
        n: All groups.

    Returns:
        jaccard_share (0 to 1), lift_score (1: as by chance) and npmi_score (-1 to 1; 0:
        as by chance; NaN where both are in every group, which tells nothing).
    """
    both = support.astype(np.float64)
    lift = both * n / (left * right)
    with np.errstate(divide="ignore", invalid="ignore"):
        npmi = np.log(lift) / -np.log(both / n)
    return {
        "jaccard_share": both / (left + right - both),
        "lift_score": lift,
        "npmi_score": np.where(support == n, np.nan, npmi),
    }
