"""Voice: the leading providers' shares of each bin of time, and who leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures.clauses import provider_column
from measures.memory import remembered
from measures.result import Result
from measures.when import attention, bins

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def share_over_time(corpus: Corpus, chosen: Filters, most: int = 8) -> pd.DataFrame:
    """Share of voice of the leading providers in each bin, the others together.

    Args:
        corpus: The corpus.
        chosen: The filters; when providers are chosen, they are the compared set.
        most: How many providers stand by themselves.

    Returns:
        One row per bin and provider: bin_at, bin_end_at, bin_day, bin_end_day, provider
        (an empty name stands for all others), order (0 is the largest), story_count,
        story_share (0 to 1, adding up to 1 in a bin; missing where it has fewer stories
        than attention.LEAST_DENOMINATOR).
    """
    column = provider_column(chosen.by)
    held = chosen.positions(corpus)
    codes = corpus.codes(column)[held]
    held, codes = held[codes >= 0], codes[codes >= 0]
    totals = np.bincount(codes, minlength=len(corpus.names(column)))
    leaders = np.argsort(-totals, kind="stable")[:most]
    leaders = leaders[totals[leaders] > 0]
    spans = bins.sharing_bins(corpus, chosen, most + 1)
    names = [*corpus.names(column)[leaders], ""]
    place = np.full(len(totals), len(leaders))
    place[leaders] = np.arange(len(leaders))
    at = spans.of(corpus.days[held])
    cell = at * len(names) + place[codes]
    grid = np.bincount(cell[at >= 0], minlength=len(spans) * len(names))
    grid = grid.reshape(len(spans), len(names))
    whole = grid.sum(axis=1, keepdims=True)
    enough = whole >= attention.LEAST_DENOMINATOR
    share = np.divide(grid, whole, out=np.full(grid.shape, np.nan), where=enough)
    return pd.DataFrame(
        attention.bin_columns(spans, len(names))
        | {
            "provider": np.tile(np.array(names, dtype=object), len(spans)),
            "order": np.tile(np.arange(len(names)), len(spans)),
            "story_count": grid.ravel(),
            "story_share": share.ravel(),
        }
    )


@remembered
def leading(corpus: Corpus, chosen: Filters, most: int = 8) -> Result:
    """In how many bins of `share_over_time` each had more stories than anybody else.

    Every provider competes, not only those that stand by themselves. A bin that
    several lead together is nobody's, and one with too few stories for a share is none.

    Returns:
        One row per provider that led a bin: provider, led_count (bins). Most first, then
        by name. n is the bins that have stories enough.
    """
    column = provider_column(chosen.by)
    held = chosen.positions(corpus)
    codes = corpus.codes(column)[held]
    spans = bins.sharing_bins(corpus, chosen, most + 1)
    at = spans.of(corpus.days[held])
    counted = (codes >= 0) & (at >= 0)
    width = max(len(corpus.names(column)), 1)
    cell, counts = np.unique(
        at[counted].astype(np.int64) * width + codes[counted], return_counts=True
    )
    whole = np.bincount(cell // width, weights=counts, minlength=len(spans))
    enough = whole >= attention.LEAST_DENOMINATOR
    best = np.zeros(len(spans), dtype=np.int64)
    np.maximum.at(best, cell // width, counts)
    first = counts == best[cell // width]
    level = np.bincount(cell[first] // width, minlength=len(spans))
    sole = first & (level == 1)[cell // width] & enough[cell // width]
    won = np.bincount(cell[sole] % width)
    order = np.argsort(-won, kind="stable")[: np.count_nonzero(won)]
    frame = pd.DataFrame(
        {
            "provider": corpus.names(column).to_numpy(dtype=object)[order],
            "led_count": won[order],
        }
    )
    return Result(frame, int(enough.sum()), f"{spans.grain}s", identity=chosen.by)
