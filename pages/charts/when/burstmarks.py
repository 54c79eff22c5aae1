"""Bursts on a timeline: a mark over each, and the headlines of the greatest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures.when import attention, bins, bursts
from measures.when.episodes import episodes
from pages.charts import headlines
from pages.charts.when import episode

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_MARKS = 60
"""More marks than this would touch each other."""
MOST_NAMES = 6
LONGEST_NAME = 60
SHARE_OF_WIDTH = 1 / 5
"""How much of the width a name may take."""
TIERS = 2
"""Lines of names, one over the other."""


def note() -> str:
    """What the marks are."""
    return (
        "▼ a burst: days with far more stories than the "
        f"{bursts.BASELINE_DAYS} days before. A click chooses its days."
    )


def rows(corpus: Corpus, shown: Filters, table: pd.DataFrame) -> pd.DataFrame:
    """The bursts as further rows of a timeline's frame.

    Args:
        corpus: The corpus.
        shown: The filters of the timeline.
        table: `attention.over_time` of them.

    Returns:
        One row per burst, of each bin the greatest: bin_at, bin_end_at, bin_day and
        bin_end_day (the episode's own), story_count, span, peak_at (the middle of the
        bin that holds its peak), peak_count (the height of that bin), name, tier (the
        line its name stands in; -1: it is not written) and name_at (the name's middle).
    """
    found = episodes(corpus, shown).frame.sort_values(
        ["excess_count", "first_day"], ascending=[False, True]
    )
    starts = table["bin_day"].to_numpy()
    place = np.searchsorted(starts, found["peak_day"], side="right") - 1
    found = found.assign(place=place).drop_duplicates("place")
    found = found.head(min(MOST_MARKS, max(bins.MOST_BINS - len(table), 0)))
    middle = (starts + table["bin_end_day"].to_numpy()) / 2
    peak = middle[found["place"]]
    return pd.DataFrame(
        {
            "bin_at": attention.at(found["first_day"].to_numpy()),
            "bin_end_at": attention.at(found["last_day"].to_numpy() + 1),
            "bin_day": found["first_day"].to_numpy(),
            "bin_end_day": found["last_day"].to_numpy() + 1,
            "story_count": found["story_count"].to_numpy(),
            "span": episode.spans(found),
            "peak_at": _at(peak),
            "peak_count": table["story_count"].to_numpy()[found["place"]],
            "name": [
                headlines.of(corpus, i, LONGEST_NAME) for i in found["peak_story"]
            ],
        }
    ).assign(**_places(peak, table))


def _places(
    peak: np.ndarray, table: pd.DataFrame
) -> dict[str, np.ndarray | pd.DatetimeIndex]:
    """Where the names of the greatest bursts stand, as far as there is room."""
    tiers = np.full(len(peak), -1)
    first, last = table["bin_day"].min(), table["bin_end_day"].max()
    room = (last - first) * SHARE_OF_WIDTH
    centres = np.clip(peak, first + room / 2, last - room / 2)
    for i, centre in enumerate(centres):
        for tier in range(TIERS):
            free = (np.abs(centres[tiers == tier] - centre) >= room).all()
            if free and (tiers >= 0).sum() < MOST_NAMES:
                tiers[i] = tier
                break
    return {"tier": tiers, "name_at": _at(centres)}


def _at(days: np.ndarray) -> pd.DatetimeIndex:
    """Days with a fraction as instants, to the second."""
    seconds = np.round(np.asarray(days, dtype=float) * 86_400).astype("int64")
    return pd.DatetimeIndex(seconds.astype("datetime64[s]")).tz_localize("UTC")
