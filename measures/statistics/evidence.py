"""Evidence: whether a number is more than chance, and worth a headline."""

from __future__ import annotations

from statistics import NormalDist
from typing import Final

REMARKABLE_SCORE: Final = 2.0
"""The size from which a residual is remarkable."""
CONFIDENCE_SHARE: Final = 0.95
"""How sure an interval is."""
CONFIDENCE_Z: Final = NormalDist().inv_cdf((1 + CONFIDENCE_SHARE) / 2)
"""The normal quantile of a two-sided interval of CONFIDENCE_SHARE."""
