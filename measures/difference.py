"""Difference: where two sides part, over time, by provider and by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures import attention, bins
from measures.clauses import provider_column
from measures.excess import NO_PROVIDER, NO_TOPIC, by_topic_shared
from measures.memory import remembered
from measures.result import Result, left_out

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.comparison import Side

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


@remembered
def by_provider(corpus: Corpus, left: Side, right: Side) -> Result:
    """The difference between the sides, divided among the providers.

    Returns:
        One row per provider, in the left side's identity, with a story on either side:
        provider ("no provider" for stories without one), left_count, right_count,
        difference_count (left minus right: they add up to the whole difference),
        left_share, right_share (of the side's stories; each adds up to 1) and
        difference_share (left minus right: they add up to 0; missing where a side has
        no stories). The greatest difference_share first. n is the difference of the two
        sides in stories.
    """
    column = provider_column(left.filters.by)
    names = [*corpus.names(column), NO_PROVIDER]  # code -1 becomes the last
    codes = corpus.codes(column).astype(np.int64) % len(names)
    counts = [
        np.bincount(codes[side.mask(corpus)], minlength=len(names))
        for side in (left, right)
    ]
    return _divided(corpus, (left, right), "provider", names, counts)


@remembered
def by_topic(corpus: Corpus, left: Side, right: Side) -> Result:
    """The difference between the sides, divided among the topics.

    A story counts in equal parts in each of its topics, so that the parts add up; the
    counts have fractions. "no topic" stands for the stories without one. Columns as
    `by_provider`, with topic in place of provider.
    """
    names = [*corpus.topic_names, NO_TOPIC]
    counts = [
        by_topic_shared(corpus, np.flatnonzero(side.mask(corpus)))
        for side in (left, right)
    ]
    return _divided(corpus, (left, right), "topic", names, counts)


def _divided(
    corpus: Corpus,
    sides: tuple[Side, Side],
    kind: str,
    names: list[str],
    counts: list[np.ndarray],
) -> Result:
    totals = [int(side.mask(corpus).sum()) for side in sides]
    shares = [
        count / total if total else np.full(len(names), np.nan)
        for count, total in zip(counts, totals, strict=True)
    ]
    frame = pd.DataFrame(
        {
            kind: np.array(names, dtype=object),
            "left_count": counts[0],
            "right_count": counts[1],
            "difference_count": counts[0] - counts[1],
            "left_share": shares[0],
            "right_share": shares[1],
            "difference_share": shares[0] - shares[1],
        }
    )
    frame = frame[(counts[0] > 0) | (counts[1] > 0)].sort_values(
        ["difference_share", "difference_count", kind],
        ascending=[False, False, True],
        ignore_index=True,
    )
    return Result(
        frame,
        totals[0] - totals[1],
        "stories of difference",
        identity=sides[0].filters.by if kind == "provider" else "",
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
