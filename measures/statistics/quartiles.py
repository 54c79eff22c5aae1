"""Quartiles of many small groups at once."""

from __future__ import annotations

import numpy as np


def of(values: np.ndarray, groups: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Lower quartile, median and upper quartile of the values of each wanted group.

    Args:
        values: Numbers, none of them missing.
        groups: Of each value the code of its group, from 0.
        wanted: The groups to tell of.

    Returns:
        Three rows, one column per wanted group; between two values in proportion. NaN
        for a group without values.
    """
    order = np.lexsort((values, groups))
    ordered = values[order]
    begins = np.searchsorted(groups[order], wanted, side="left")
    sizes = np.searchsorted(groups[order], wanted, side="right") - begins
    found = np.full((3, len(wanted)), np.nan)
    has = sizes > 0
    for row, part in enumerate((0.25, 0.5, 0.75)):
        place = part * (sizes[has] - 1)
        lower = begins[has] + np.floor(place).astype(np.int64)
        upper = begins[has] + np.ceil(place).astype(np.int64)
        step = ordered[upper] - ordered[lower]
        found[row, has] = ordered[lower] + (place - np.floor(place)) * step
    return found
