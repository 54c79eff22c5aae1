"""Clusters: stories of some days put together by the coverage they share.

Connected components of the related links would grow without end, one story leading to
the next. Here a cluster is one story and its own related list, and no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from measures.related import breadth, coverage
from measures.statistics import distinct

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@dataclass(frozen=True, eq=False)
class Clusters:
    """The coverages that two stories at least share, the widest first."""

    lead: np.ndarray
    """Position of the story whose coverage it is."""
    story_count: np.ndarray
    """Stories of the days in it, the lead included."""
    before_count: np.ndarray
    """Stories of the baseline in it."""
    provider_count: np.ndarray
    """Provider families of its stories of the days."""
    alone_provider_count: int
    """Provider families of the stories of the days that are in none."""
    of_story: np.ndarray
    """Of each of the stories of the days: position of its cluster's lead, -1 for none."""


def of(
    corpus: Corpus, chosen: Filters, now: np.ndarray, before: np.ndarray
) -> Clusters:
    """Each story of the days in one cluster at most, and so with those before.

    The story of greatest breadth takes its coverage first (ties: higher quality, then
    earlier), then the widest of those not yet taken, and so on.

    Args:
        corpus: The corpus.
        chosen: What the stories were asked for by; its window bounds the coverage.
        now: Positions of the stories to put together, ascending, all under `chosen`.
        before: Positions of the stories of the baseline, none of them in `now`.
    """
    found = coverage.of(corpus, chosen)
    taken = np.full(len(corpus), -1)
    is_now, is_before = np.zeros((2, len(corpus)), dtype=bool)
    is_now[now], is_before[before] = True, True
    for lead in breadth.widest_first(corpus, chosen.window, now):
        if taken[lead] >= 0:
            continue
        place = np.searchsorted(found.leads, lead)
        rows = found.member[found.starts[place] : found.starts[place + 1]]
        free = rows[(rows >= 0) & (taken[rows] < 0)]
        if is_now[free].sum() > 1:
            taken[free[is_now[free] | is_before[free]]] = lead
    family = corpus.codes("provider_family")
    leads = np.unique(taken[now][taken[now] >= 0])
    order = breadth.widest_first(corpus, chosen.window, leads)
    return Clusters(
        lead=order,
        story_count=np.array([(taken[now] == lead).sum() for lead in order], int),
        before_count=np.array([(taken[before] == lead).sum() for lead in order], int),
        provider_count=np.array(
            [distinct.count(family[now[taken[now] == lead]]) for lead in order], int
        ),
        alone_provider_count=distinct.count(family[now[taken[now] < 0]]),
        of_story=taken[now],
    )
