"""What a measure hands over: a small frame, and all that has to be said with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

TOO_LITTLE: Final = "too little data"
"""How a guard is said on every page; what it needs follows in brackets."""


@dataclass(frozen=True)
class LeftOut:
    """How many of what a figure does not count, and why."""

    count: int
    unit: str
    why: str


@dataclass(frozen=True, eq=False)
class Result:
    """One measure's figures. Shared between readers: nobody changes the frame."""

    frame: pd.DataFrame
    n: int
    """The denominator: how many of `unit` the figures are about."""
    unit: str
    window_hours: int | None = None
    """Hours around a story in which related coverage counts; None: it does not."""
    identity: str = ""
    """How providers are told apart, of `filters.IDENTITIES`; empty: they are not."""
    left_out: tuple[LeftOut, ...] = ()
    """Never with a count of 0."""
    reason: str = ""
    """Why there is no figure at all; empty when there is one."""


def left_out(*items: tuple[int, str, str]) -> tuple[LeftOut, ...]:
    """What was left out, as (count, unit, why), without what there was none of."""
    return tuple(LeftOut(int(count), unit, why) for count, unit, why in items if count)


def too_little(needs: str) -> str:
    """The words of a guard: `too little data: needs 10 coverages`."""
    return f"{TOO_LITTLE}: needs {needs}"


def guarded(values: np.ndarray, is_enough: np.ndarray) -> np.ndarray:
    """The values as floats, NaN where there is not enough to say them."""
    return np.where(is_enough, values, np.nan).astype(np.float64)


def reasons(is_enough: np.ndarray, needs: str) -> np.ndarray:
    """For each figure why it is missing, empty where it is not."""
    return np.where(is_enough, "", too_little(needs)).astype(object)
