"""Values one on another: where each part of a bin begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

BOTTOM = "bottom"
TOP = "top"


def stacked(parts: pd.DataFrame, value: str) -> pd.DataFrame:
    """The rows with BOTTOM and TOP: the values of each bin_day one on another.

    They keep their order, the first of a bin begins at 0, and TOP - BOTTOM is the value.
    """
    top = parts.groupby("bin_day")[value].cumsum()
    return parts.assign(**{BOTTOM: top - parts[value], TOP: top})
