"""The figures at the head of the overview: how much there is, and how it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from measures.clauses import provider_column
from measures.memory import remembered
from measures.statistics import distinct
from measures.what import topics
from measures.when import bins, periods
from measures.who import providers

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.when.periods import Change

SPARK_BINS = 30
SUMS = {"Stories", "Related coverage"}


@dataclass(frozen=True)
class Total:
    """One figure: its name, its count against the period before, and its course."""

    name: str
    change: Change
    is_sum: bool
    """It is a sum over the stories; else a number of distinct names."""
    course: tuple[int, ...]
    """The count in each of at most SPARK_BINS equal parts of the range."""


def story_count(corpus: Corpus, chosen: Filters) -> int:
    """The number of distinct filed stories under the filters."""
    return int(chosen.mask(corpus).sum())


def related_count(corpus: Corpus, chosen: Filters) -> int:
    """The related links of the stories under the filters, after cleaning."""
    return int(corpus.related_counts[chosen.mask(corpus)].sum())


@remembered
def totals(corpus: Corpus, chosen: Filters) -> tuple[Total, ...]:
    """Stories, providers, topics and related coverage, in this order."""
    held = chosen.positions(corpus)
    part, parts = _parts(corpus, chosen, held)
    inside = part >= 0
    place = np.full(len(corpus), -1)
    place[held[inside]] = part[inside]
    who = corpus.codes(provider_column(chosen.by))[held]
    named = inside & (who >= 0)
    story, topic = corpus.topic_pairs
    tagged = place[story] >= 0
    courses = (
        np.bincount(part[inside], minlength=parts),
        distinct.count_by(part[named], who[named], parts),
        distinct.count_by(place[story[tagged]], topic[tagged], parts),
        np.bincount(
            part[inside], weights=corpus.related_counts[held[inside]], minlength=parts
        ),
    )
    counts = (story_count, providers.count, topics.count, related_count)
    names = ("Stories", "Providers", "Topics", "Related coverage")
    return tuple(
        Total(
            name,
            periods.change(corpus, chosen, count),
            name in SUMS,
            tuple(int(value) for value in course),
        )
        for name, count, course in zip(names, counts, courses, strict=True)
    )


def _parts(corpus: Corpus, chosen: Filters, held: np.ndarray) -> tuple[np.ndarray, int]:
    """Which equal part of the range each story falls into (-1: none), and how many."""
    ends = bins.span(corpus, chosen)
    if ends is None:
        return np.full(len(held), -1), 0
    length = ends[1] - ends[0] + 1
    parts = min(SPARK_BINS, length)
    days = corpus.days[held].astype(np.int64)
    part = (days - ends[0]) * parts // length
    return np.where((days >= ends[0]) & (days <= ends[1]), part, -1), parts
