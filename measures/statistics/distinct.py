"""How many different codes there are.

`np.unique` of numbers alone hashes them, which takes twenty times as long.
"""

from __future__ import annotations

import numpy as np


def count(codes: np.ndarray) -> int:
    """The number of different codes; negative ones, which mean none, do not count."""
    return int(np.count_nonzero(np.bincount(codes[codes >= 0])))


def count_by(group: np.ndarray, codes: np.ndarray, groups: int) -> np.ndarray:
    """The number of different codes in each group.

    Args:
        group: The group of each row, 0 to groups - 1.
        codes: The code of each row, 0 or more.
        groups: How many there are; an empty one gives 0.
    """
    width = int(codes.max(initial=-1)) + 1
    held = np.zeros((groups, width), dtype=bool)
    held[group, codes] = True
    return held.sum(axis=1)
