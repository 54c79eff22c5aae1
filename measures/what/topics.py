"""Topics: what the stories are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures import facets
from measures.memory import remembered
from measures.statistics import distinct
from measures.what import umbrella
from measures.when import attention, bins

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


def count(corpus: Corpus, chosen: Filters) -> int:
    """The number of distinct topics of the stories under the filters."""
    story, topic = corpus.topic_pairs
    return distinct.count(topic[chosen.mask(corpus)[story]])


@remembered
def ranking(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """Rank the topics by stories, under all filters but the topics' own.

    Returns:
        One row per topic with a story: topic, story_count, story_share (of all these
        stories; topics overlap, so it does not add up to 1), is_chosen, is_umbrella.
        Most stories first, then by name. No stories give no rows.
    """
    ranked = facets.counts(corpus, chosen, "topic").rename(columns={"value": "topic"})
    ranked = ranked[ranked["story_count"] > 0].reset_index(drop=True)
    return ranked.assign(is_umbrella=ranked["topic"].isin(umbrella.topics(corpus)))


@remembered
def over_time(corpus: Corpus, chosen: Filters, most: int = 8) -> pd.DataFrame:
    """Share of each leading topic among the stories of each bin.

    Umbrella topics are set aside. Where topics are chosen, only they are shown.

    Returns:
        One row per bin and topic: bin_at, bin_end_at, bin_day, bin_end_day, topic, order
        (0 has most stories), story_count, all_count (stories of the bin under all
        filters but the topics' own), story_share (their ratio; missing where all_count
        is below attention.LEAST_DENOMINATOR).
    """
    ranked = ranking(corpus, chosen)
    if chosen.topic:
        ranked = ranked[ranked["is_chosen"]]
    names = ranked.loc[~ranked["is_umbrella"], "topic"].head(most).tolist()
    spans = bins.sharing_bins(corpus, chosen, most)
    held = chosen.without("topic").mask(corpus)
    story, topic = corpus.topic_pairs
    place = _places(len(corpus.topic_names), corpus.topic_codes_of(names))
    shown = held[story] & (place[topic] >= 0)
    at = spans.of(corpus.days[story[shown]])
    cell = (at * len(names) + place[topic[shown]])[at >= 0]
    grid = np.bincount(cell, minlength=len(spans) * len(names))
    whole = np.repeat(spans.count(corpus.days[held]), len(names))
    enough = whole >= attention.LEAST_DENOMINATOR
    share = np.divide(grid, whole, out=np.full(len(grid), np.nan), where=enough)
    return pd.DataFrame(
        attention.bin_columns(spans, len(names))
        | {
            "topic": np.tile(np.array(names, dtype=object), len(spans)),
            "order": np.tile(np.arange(len(names)), len(spans)),
            "story_count": grid,
            "all_count": whole,
            "story_share": share,
        }
    )


def _places(size: int, codes: np.ndarray) -> np.ndarray:
    """The place of each code among `codes`, -1 for others and (last) for "missing"."""
    place = np.full(size + 1, -1)
    place[codes] = np.arange(len(codes))
    return place
