"""The anatomy of a burst: what the stories beyond the usual number are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from measures import dates
from measures.memory import remembered
from measures.when import bursts, clusters, episodes, excess
from measures.when.excess import Excess

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

ONE_STORY: Final = "one story in many outlets"
MANY_STORIES: Final = "many stories"
UNLINKED: Final = "no related coverage is known"
ONE_STORY_SHARE: Final = 0.5
"""A coverage that makes up half of the excess is what the burst is about."""


@dataclass(frozen=True, eq=False)
class Anatomy:
    """The excess of one episode, three times divided. Each division adds up to it.

    Each frame has story_count (in the episode), expected_count (the daily mean of the 28
    days before, times the days of the episode), excess_count (their difference) and
    excess_share (of the whole excess; missing where that is 0), greatest excess first.
    Parts that shrank have a negative excess.
    """

    first_day: int
    last_day: int
    story_count: int
    expected_count: float
    excess_count: float
    providers: pd.DataFrame
    """provider; in the chosen identity, "no provider" for stories without one."""
    topics: pd.DataFrame
    """topic; a story counts in equal parts in each of its topics, so that the parts add
    up. "no topic" for stories without one. Umbrella topics take part."""
    coverages: pd.DataFrame
    """story: position of the widest story of a shared coverage; excess.ALONE for
    the stories that share none. provider_count: its families within the episode."""
    verdict: str
    """ONE_STORY where a single coverage of two families at least makes up half of the
    excess or more, UNLINKED where none of the stories has a related link, and nothing
    can be told; else MANY_STORIES. Empty where there is no excess."""


@remembered
def of(corpus: Corpus, chosen: Filters, first_day: int, last_day: int) -> Anatomy:
    """The anatomy of the days from the first to the last, ends included.

    Every story belongs to one coverage at most: the widest story takes its coverage's
    stories first, then the widest of the rest, and so on. A coverage is shared when it
    has two stories of the episode. The usual flow of the days before is set against the
    part of the stories that stand alone, except for what belongs to a coverage.

    Source:
        docs/measures.md, "Burst anatomy".
    """
    inside, split = _split(corpus, chosen, first_day, last_day)
    coverages = excess.by_coverage(corpus, inside, split)
    return Anatomy(
        first_day,
        last_day,
        len(split.now),
        split.expected_count,
        split.excess_count,
        excess.by_provider(corpus, chosen, split),
        excess.by_topic(corpus, split),
        coverages,
        _verdict(corpus, split, coverages),
    )


def stories(
    corpus: Corpus, chosen: Filters, first_day: int, last_day: int, lead: int
) -> np.ndarray:
    """Positions of the stories of one part of `Anatomy.coverages`, ascending.

    `lead` is the `story` of the part; excess.ALONE gives those that share no coverage.
    """
    inside, split = _split(corpus, chosen, first_day, last_day)
    groups = clusters.of(corpus, inside, split.now, split.before)
    return split.now[groups.of_story == lead]


def _split(
    corpus: Corpus, chosen: Filters, first_day: int, last_day: int
) -> tuple[Filters, Excess]:
    """The filters of just these days, and their stories against those before."""
    inside = chosen.with_(first=dates.to_date(first_day), last=dates.to_date(last_day))
    ever = chosen.without("first", "last").mask(corpus)
    begin = first_day - bursts.BASELINE_DAYS
    past = episodes.between(corpus, ever, begin, first_day - 1)
    return inside, Excess(
        inside.positions(corpus),
        np.flatnonzero(past),
        (last_day - first_day + 1) / bursts.BASELINE_DAYS,
    )


def _verdict(corpus: Corpus, split: Excess, coverages: pd.DataFrame) -> str:
    whole = split.excess_count
    if whole <= 0:
        return ""
    if not corpus.stories["related_count"].to_numpy()[split.now].any():
        return UNLINKED
    is_shared = (coverages["story"] != excess.ALONE) & (coverages["provider_count"] > 1)
    parts = coverages.loc[is_shared, "excess_count"]
    return ONE_STORY if (parts >= ONE_STORY_SHARE * whole).any() else MANY_STORIES
