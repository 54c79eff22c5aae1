"""Providers: who covers how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures import breadths, facets
from measures.clauses import provider_column
from measures.filters import EVERYTHING
from measures.memory import remembered
from measures.statistics import distinct, quartiles
from measures.when import bins

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

SPARK_BINS = 26


@remembered
def count(corpus: Corpus, chosen: Filters) -> int:
    """The number of distinct providers under the filters, by the chosen identity."""
    codes = corpus.codes(provider_column(chosen.by))[chosen.mask(corpus)]
    return distinct.count(codes)


@remembered
def shares(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """Count the stories of each provider, under all filters but the provider's own.

    Returns:
        One row per provider with a story: provider, story_count, story_share (share of
        voice, 0 to 1 of all these stories), is_chosen. Most stories first, then by
        name. No stories give no rows.
    """
    names, counts, _ = facets.tally(corpus, chosen, "provider")
    names, counts = names[counts > 0], counts[counts > 0]
    return pd.DataFrame(
        {
            "provider": names,
            "story_count": counts,
            "story_share": counts / max(int(counts.sum()), 1),
            "is_chosen": np.isin(names, list(chosen.provider)),
        }
    )


@remembered
def ranking(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """Rank the providers by stories, under all filters but the provider's own.

    Returns:
        As `shares`, and mean_quality_score, breadth_median_count (of the breadths
        within the filters' window), first_at, last_at, story_counts (a list: stories in each of SPARK_BINS equal parts of the range).
    """
    ranked = shares(corpus, chosen)
    return ranked.join(_facts(corpus, chosen.without("provider", "grain")))


@remembered
def _facts(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """What `ranking` adds to `shares`, row by row."""
    column = provider_column(chosen.by)
    held = chosen.positions(corpus)
    codes = corpus.codes(column)[held]
    held, codes = held[codes >= 0], codes[codes >= 0]
    at = corpus.codes_of(column, shares(corpus, chosen)["provider"])
    grouped = corpus.stories[["published_at"]].iloc[held].groupby(codes)
    facts = grouped.agg(
        first_at=("published_at", "min"), last_at=("published_at", "max")
    ).reindex(at)
    quality = pd.Series(corpus.quality[held]).groupby(codes).mean().reindex(at)
    width = breadths.counts(corpus, chosen.window)[held]
    return pd.DataFrame(
        {
            "mean_quality_score": quality.to_numpy(),
            "breadth_median_count": quartiles.of(width, codes, at)[1],
            "first_at": facts["first_at"].array,
            "last_at": facts["last_at"].array,
            "story_counts": _sparks(corpus, chosen, held, codes, at),
        }
    )


def _sparks(
    corpus: Corpus,
    chosen: Filters,
    held: np.ndarray,
    codes: np.ndarray,
    order: np.ndarray,
) -> list[list[int]]:
    """Stories in equal parts of the range, a list for each code of `order`."""
    ends = bins.span(corpus, chosen)
    if ends is None:
        return [[] for _ in order]
    parts = min(SPARK_BINS, ends[1] - ends[0] + 1)
    days = corpus.days[held]
    inside = (days >= ends[0]) & (days <= ends[1])
    part = (days[inside] - ends[0]) * parts // (ends[1] - ends[0] + 1)
    place = np.full(int(codes.max(initial=-1)) + 1, -1)
    place[order[order < len(place)]] = np.flatnonzero(order < len(place))
    cell = place[codes[inside]] * parts + part
    grid = np.bincount(cell[cell >= 0], minlength=len(order) * parts)
    rows: list[list[int]] = grid.reshape(len(order), parts).tolist()
    return rows


@remembered
def places(corpus: Corpus, by: str) -> dict[str, int]:
    """The place of each provider by its stories in the whole corpus, from 0.

    A provider's colour goes by it, so that no filter changes it.
    """
    counted = facets.counts(corpus, EVERYTHING.with_(by=by), "provider")
    return {name: place for place, name in enumerate(counted["value"])}
