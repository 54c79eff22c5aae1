"""Names above points: those that have room. What is left out, a tooltip tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTER_PX: Final = 6.4
LINE_PX: Final = 15.0
RISE_PX: Final = 12.0
"""From a point to the middle of its name."""
POINT_PX: Final = 6.0
"""From the middle of a point to its edge."""
NARROW_PX: Final = 320.0
"""What a chart has across at least: half a page, or a phone's."""


def with_room(
    across: np.ndarray, up: np.ndarray, names: Sequence[str], height_px: float
) -> list[str]:
    """The names of points, empty where one would lie over a name before it or a point.

    Args:
        across: Where each point is, from 0 at the left to 1 at the right.
        up: The same from the foot of the chart to its head.
        names: Of each point; the first ones go first.
        height_px: From the foot to the head.
    """
    x, y = across * NARROW_PX, up * height_px
    half = np.array([len(name) for name in names]) * LETTER_PX / 2
    shown: list[int] = []
    for one in range(len(names)):
        middle = y[one] + RISE_PX
        over_point = (np.abs(x - x[one]) < half[one] + POINT_PX) & (
            np.abs(y - middle) < RISE_PX  # its own point is no nearer
        )
        over_point[one] = False
        over_name = any(
            abs(x[other] - x[one]) < half[other] + half[one]
            and abs(y[other] - y[one]) < LINE_PX
            for other in shown
        )
        if not over_name and not over_point.any():
            shown.append(one)
    return [name if one in shown else "" for one, name in enumerate(names)]
