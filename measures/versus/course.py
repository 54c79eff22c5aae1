"""Course: how the stories of two sides ran over time, in the same bins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures.memory import remembered
from measures.result import Result, left_out
from measures.when import attention, bins

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.versus.comparison import Side

WEEK_DAYS = 7


@remembered
def over_time(
    corpus: Corpus, left: Side, right: Side, *, aligned: bool = False
) -> Result:
    """The stories of both sides in the same bins, empty bins as 0.

    Args:
        corpus: The corpus.
        left: The one side; its grain counts.
        right: The other.
        aligned: Both ranges begin at 0, as one lays a period over the one before it,
            and bins are single days or 7 of them; else both stand on the calendar.

    Returns:
        One row per bin and side, the left side first, of the bins that either range
        reaches within the corpus and, on the calendar, those between: side (its label),
        bin_day and bin_end_day ([start, end); days since the side's own first day where
        aligned), bin_at and bin_end_at (UTC midnights of the side's own days),
        story_count and story_share (of the side's stories with a time: they add up to 1,
        and are missing for a side without any). A corpus without times gives no rows,
        nor do two ranges outside it.
    """
    ranges = left.span(corpus), right.span(corpus)
    if ranges[0] is None or ranges[1] is None:
        return Result(_bin_rows([]), 0, "stories")
    begins = (ranges[0][0], ranges[1][0]) if aligned else (0, 0)
    reached = np.array([left.reached(corpus), right.reached(corpus)], dtype=np.int64)
    is_within = reached[:, 0] <= reached[:, 1]
    known = (reached - np.array(begins)[:, None])[is_within]
    if not len(known):
        return Result(_bin_rows([]), 0, f"stories by {left.filters.grain or 'day'}")
    spans = (_aligned if aligned else _on_calendar)(left.filters.grain, known)
    rows, undated, n = [], 0, 0
    for side, begin in zip((left, right), begins, strict=True):
        days = corpus.days[side.mask(corpus)].astype(np.int64)
        counts = spans.count(days - begin)
        total = int(counts.sum())
        undated, n = undated + len(days) - total, n + total
        rows.append(
            pd.DataFrame(
                {
                    "side": side.label,
                    "bin_day": spans.starts,
                    "bin_end_day": spans.ends,
                    "bin_at": attention.at(spans.starts + begin),
                    "bin_end_at": attention.at(spans.ends + begin),
                    "story_count": counts,
                    "story_share": counts / total if total else np.nan,
                }
            )
        )
    return Result(
        pd.concat(rows, ignore_index=True),
        n,
        f"stories by {spans.grain}",
        left_out=left_out((undated, "stories", "without a time")),
    )


def _on_calendar(grain: str, reached: np.ndarray) -> bins.Bins:
    first, last = int(reached.min()), int(reached.max())
    return bins.over(first, last, grain or bins.fitting(first, last))


def _aligned(grain: str, reached: np.ndarray) -> bins.Bins:
    """Single days, or 7 of them from day 0 on; none that neither range reaches.

    Where one range reaches the corpus long after it began, much of nothing is between.
    """
    longest = int((reached[:, 1] - reached[:, 0]).max())
    is_daily = (grain or bins.fitting(0, longest)) == "day"
    size = 1 if is_daily else WEEK_DAYS
    starts = np.unique(
        np.concatenate(
            [
                np.arange(first // size, last // size + 1) * size
                for first, last in reached
            ]
        )
    ).astype(np.int32)
    return bins.Bins(
        "day" if is_daily else "week",
        starts,
        starts + np.int32(size),
        int(reached.min()),
        int(reached.max()),
    )


def _bin_rows(rows: list[dict[str, object]]) -> pd.DataFrame:
    columns = ["side", "bin_day", "bin_end_day", "bin_at", "bin_end_at"]
    return pd.DataFrame(rows, columns=[*columns, "story_count", "story_share"])
