"""Instants as whole microseconds, so that a million of them subtract in no time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from loaders import frames
from measures.memory import remembered

if TYPE_CHECKING:
    from loaders.corpus import Corpus

PER_HOUR: Final = 3_600_000_000
PER_MINUTE: Final = 60_000_000
NEVER: Final = int(np.iinfo(np.int64).min)
"""The microseconds of a missing time: what NaT is inside."""


@remembered
def of(corpus: Corpus) -> np.ndarray:
    """`published_at` of each story in microseconds; NEVER where there is none."""
    return microseconds(corpus.stories["published_at"])


def microseconds(times: pd.Series) -> np.ndarray:
    """A column of times as int64 microseconds since 1970-01-01 UTC; NEVER for NaT."""
    naive = times.dt.tz_localize(None).to_numpy(dtype="datetime64[us]")
    return naive.astype(np.int64)


def as_times(values: np.ndarray) -> pd.Series:
    """Microseconds as a column of times in UTC; NaT for NEVER."""
    naive = pd.Series(values.astype("datetime64[us]"))
    return naive.dt.tz_localize("UTC").astype(frames.TIME)


def hours(values: np.ndarray) -> np.ndarray:
    """A length of time in hours from microseconds."""
    return values / PER_HOUR


@remembered
def latest(corpus: Corpus) -> int:
    """The time of the latest filed story: what is younger cannot be known.

    NEVER when no story has a time.
    """
    return int(of(corpus).max(initial=NEVER))
