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
        One row per bin and side, the left side first: side (its label), bin_day and
        bin_end_day ([start, end); days since the side's own first day where aligned),
        bin_at and bin_end_at (UTC midnights of the side's own days), story_count and
        story_share (of the side's stories with a time: they add up to 1, and are missing
        for a side without any). A corpus without times gives no rows.
    """
    ends = left.span(corpus), right.span(corpus)
    if ends[0] is None or ends[1] is None:
        return Result(_bin_rows([]), 0, "stories")
    begins = (ends[0][0], ends[1][0]) if aligned else (0, 0)
    spans = _shared_bins(
        left.filters.grain,
        min(end[0] - begin for end, begin in zip(ends, begins, strict=True) if end),
        max(end[1] - begin for end, begin in zip(ends, begins, strict=True) if end),
        aligned=aligned,
    )
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


def _shared_bins(grain: str, first: int, last: int, *, aligned: bool) -> bins.Bins:
    grain = grain or bins.fitting(first, last)
    if not aligned or grain == "day":
        return bins.over(first, last, grain)
    edges = np.arange(first, last + WEEK_DAYS + 1, WEEK_DAYS, dtype=np.int32)
    return bins.Bins("week", edges[:-1], edges[1:], first, last)


def _bin_rows(rows: list[dict[str, object]]) -> pd.DataFrame:
    columns = ["side", "bin_day", "bin_end_day", "bin_at", "bin_end_at"]
    return pd.DataFrame(rows, columns=[*columns, "story_count", "story_share"])
