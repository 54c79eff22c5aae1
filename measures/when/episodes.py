"""Episodes: burst days that belong together, and the story that stands for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from loaders import frames
from measures.memory import remembered
from measures.related import breadth
from measures.result import Result
from measures.when import attention, bursts

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def episodes(corpus: Corpus, chosen: Filters) -> Result:
    """The bursts in the range, each with the story that stands for it.

    Returns:
        One row per episode in order of time: episode (from 0), first_at, first_day,
        last_day (inclusive), burst_day_count, story_count (from the first to the last
        day), expected_count (the daily mean of the 28 days before the first day, times
        the days), excess_count (their difference), peak_day and peak_count (the day with
        most stories), z_score (the highest), and peak_story: position of the story of
        greatest breadth within the window; ties: higher quality, then earlier. n is the
        burst days.

    Source:
        docs/measures.md, "Burst episode" and "Peak label".
    """
    days = bursts.burst_days(corpus, chosen)
    rows = [
        _episode(corpus, chosen, group)
        for _, group in days.frame.groupby("episode", sort=True)
    ]
    columns = {
        "episode": "int64",
        "first_at": frames.TIME,
        "first_day": "int64",
        "last_day": "int64",
        "burst_day_count": "int64",
        "story_count": "int64",
        "expected_count": "float64",
        "excess_count": "float64",
        "peak_day": "int64",
        "peak_count": "int64",
        "z_score": "float64",
        "peak_story": "int64",
    }
    frame = pd.DataFrame(rows, columns=list(columns)).astype(columns)
    return Result(
        frame, len(days.frame), "burst days", chosen.window, left_out=days.left_out
    )


def expected_per_day(corpus: Corpus, chosen: Filters, first_day: int) -> float:
    """Stories per day in the 28 days before a day, whatever dates are asked for."""
    held = chosen.without("first", "last").mask(corpus)
    before = between(corpus, held, first_day - bursts.BASELINE_DAYS, first_day - 1)
    return float(before.sum()) / bursts.BASELINE_DAYS


def between(corpus: Corpus, held: np.ndarray, first: int, last: int) -> np.ndarray:
    """Which of the held stories ran from the first to the last day, ends included."""
    return held & (corpus.days >= first) & (corpus.days <= last)


def _episode(corpus: Corpus, chosen: Filters, group: pd.DataFrame) -> dict[str, object]:
    first, last = int(group["published_day"].min()), int(group["published_day"].max())
    held = chosen.without("first", "last").mask(corpus)
    stories = np.flatnonzero(between(corpus, held, first, last))
    expected = expected_per_day(corpus, chosen, first) * (last - first + 1)
    counts = group["story_count"].to_numpy()
    return {
        "episode": int(group["episode"].iloc[0]),
        "first_at": attention.at(np.array([first]))[0],
        "first_day": first,
        "last_day": last,
        "burst_day_count": len(group),
        "story_count": len(stories),
        "expected_count": expected,
        "excess_count": len(stories) - expected,
        "peak_day": int(group["published_day"].to_numpy()[counts.argmax()]),
        "peak_count": int(counts.max()),
        "z_score": float(group["z_score"].max()),
        "peak_story": int(breadth.widest_first(corpus, chosen.window, stories)[0]),
    }
