"""The stories beyond the usual number, divided so that the parts add up to the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from measures.clauses import provider_column
from measures.when import clusters

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

NO_PROVIDER: Final = "no provider"
NO_TOPIC: Final = "no topic"
ALONE: Final = -1
"""`story` of the part that holds the stories of no shared coverage."""


@dataclass(frozen=True, eq=False)
class Excess:
    """The stories of some days, and those of the days before to hold against them."""

    now: np.ndarray
    """Positions of the stories."""
    before: np.ndarray
    """Positions of the stories of the baseline."""
    per_story: float
    """How many stories are expected now for each story before."""

    @property
    def expected_count(self) -> float:
        """The stories that would have been usual."""
        return len(self.before) * self.per_story

    @property
    def excess_count(self) -> float:
        """The stories beyond."""
        return len(self.now) - self.expected_count


def by_provider(
    corpus: Corpus,
    chosen: Filters,
    split: Excess,
) -> pd.DataFrame:
    """The excess of each provider in the chosen identity; columns as `Anatomy`."""
    column = provider_column(chosen.by)
    names = [*corpus.names(column), NO_PROVIDER]  # code -1 reads the last
    codes = corpus.codes(column).astype(np.int64) % len(names)
    counts = [
        np.bincount(codes[held], minlength=len(names))
        for held in (split.now, split.before)
    ]
    parts = pd.DataFrame({"provider": np.array(names, dtype=object)})
    return _parts(parts, counts[0], counts[1] * split.per_story, split)


def by_topic(
    corpus: Corpus,
    split: Excess,
) -> pd.DataFrame:
    """The excess of each topic, a story in equal parts in each of its own."""
    names = [*corpus.topic_names, NO_TOPIC]
    parts = pd.DataFrame({"topic": np.array(names, dtype=object)})
    counts = [by_topic_shared(corpus, held) for held in (split.now, split.before)]
    return _parts(parts, counts[0], counts[1] * split.per_story, split)


def by_topic_shared(corpus: Corpus, held: np.ndarray) -> np.ndarray:
    """Stories of each topic, each story divided among its own; those of none last."""
    story, topic = corpus.topic_pairs
    inside = np.zeros(len(corpus), dtype=bool)
    inside[held] = True
    rows = inside[story]
    sizes = np.bincount(story[rows], minlength=len(corpus))
    weights = 1 / sizes[story[rows]]
    found = np.bincount(
        topic[rows], weights=weights, minlength=len(corpus.topic_names) + 1
    )
    found[-1] = (sizes[held] == 0).sum()
    return found


def by_coverage(
    corpus: Corpus,
    chosen: Filters,
    split: Excess,
) -> pd.DataFrame:
    """The excess of each shared coverage, and of the stories that share none.

    `chosen` asks for just the stories of the days.
    """
    groups = clusters.of(corpus, chosen, split.now, split.before)
    parts = pd.DataFrame(
        {
            "story": [*groups.lead, ALONE],
            "provider_count": [*groups.provider_count, groups.alone_provider_count],
        }
    )
    counts = np.array([*groups.story_count, len(split.now) - groups.story_count.sum()])
    usual = np.array(
        [*groups.before_count, len(split.before) - groups.before_count.sum()]
    )
    return _parts(parts, counts, usual * split.per_story, split)


def _parts(
    parts: pd.DataFrame, counts: np.ndarray, expected: np.ndarray, split: Excess
) -> pd.DataFrame:
    """The parts with something in them, the greatest excess first."""
    whole = split.excess_count
    found = parts.assign(
        story_count=counts,
        expected_count=expected,
        excess_count=counts - expected,
        excess_share=(counts - expected) / whole if whole else np.nan,
    )
    found = found[(found["story_count"] > 0) | (found["expected_count"] > 0)]
    return found.sort_values("excess_count", ascending=False, ignore_index=True)
