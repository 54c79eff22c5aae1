"""The coverage of each story: the story and its related list, within the window.

Everything about who is first, who follows and how wide a story went is computed from
the flat arrays here, for all stories at once. The definitions are those of
docs/measures.md, "Coverage".
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd

from loaders import frames
from measures import instants
from measures.clauses import provider_column
from measures.links import links

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_KEPT = 6
"""Coverages kept at once for a corpus: of a million stories each takes 0.2 GB."""


@dataclass(frozen=True, eq=False)
class Coverages:
    """Coverages side by side: the rows of coverage i are `starts[i]:starts[i + 1]`.

    The first row of each is the story whose coverage it is; the others keep the order of
    its list. Stories without a time have no coverage, members without one are no members.
    """

    leads: np.ndarray
    """Position of the story of each coverage, ascending."""
    starts: np.ndarray
    """Where the rows of each coverage begin, and the end: one more than coverages."""
    member: np.ndarray
    """Of each row: position of the story, -1 where it is only seen."""
    entry: np.ndarray
    """Of each row: its row in `corpus.related`, -1 for the story itself."""
    provider: np.ndarray
    """Of each row: code in the chosen identity, -1 where there is none."""
    carrier: np.ndarray
    """Of each row: code of the carrier, -1 where it is no carrier copy."""
    instant: np.ndarray
    """Of each row: microseconds since 1970-01-01 UTC; a filed story's own time."""

    def __len__(self) -> int:
        """The number of coverages."""
        return len(self.leads)

    @cached_property
    def coverage(self) -> np.ndarray:
        """Of each row: which coverage it belongs to."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    @cached_property
    def lead_instant(self) -> np.ndarray:
        """Of each coverage: its story's own time."""
        return self.instant[self.starts[:-1]]

    @cached_property
    def lead_provider(self) -> np.ndarray:
        """Of each coverage: the code of its story's provider."""
        return self.provider[self.starts[:-1]]


_kept: WeakKeyDictionary[Corpus, OrderedDict[Filters, Coverages]] = WeakKeyDictionary()
_lock = Lock()


def of(corpus: Corpus, chosen: Filters) -> Coverages:
    """The coverage of every story that is asked for; its members need not be.

    Kept for the next measure, the latest few, as long as the corpus itself is.
    """
    key = chosen.without("grain")
    with _lock:
        kept = _kept.setdefault(corpus, OrderedDict())
        if key in kept:
            kept.move_to_end(key)
            return kept[key]
    found = _gather(corpus, chosen)
    with _lock:
        kept[key] = found
        while len(kept) > MOST_KEPT:
            kept.popitem(last=False)
    return found


def _gather(corpus: Corpus, chosen: Filters) -> Coverages:
    held = chosen.mask(corpus) & (corpus.days != frames.UNDATED)
    leads = np.flatnonzero(held)
    column = provider_column(chosen.by)
    link = links(corpus, column)
    # A gap that is missing compares as False: no member without a time.
    rows = np.flatnonzero(held[link.story] & (np.abs(link.gap_hours) <= chosen.window))
    rank = np.cumsum(held) - 1
    sizes = np.bincount(rank[link.story[rows]], minlength=len(leads)) + 1
    starts = np.concatenate([[0], np.cumsum(sizes)])
    is_lead = np.zeros(starts[-1], dtype=bool)
    is_lead[starts[:-1]] = True

    def woven(of_leads: np.ndarray, of_links: np.ndarray) -> np.ndarray:
        values = np.empty(len(is_lead), dtype=of_links.dtype)
        values[is_lead] = of_leads
        values[~is_lead] = of_links
        return values

    own = instants.of(corpus)[leads]
    return Coverages(
        leads=leads,
        starts=starts,
        member=woven(leads, link.target[rows]),
        entry=woven(np.full(len(leads), -1), link.entry[rows]),
        provider=woven(corpus.codes(column)[leads], link.provider[rows]),
        carrier=woven(corpus.codes("carrier")[leads], link.carrier[rows]),
        instant=woven(own, link.instant[rows]),
    )


def led_by(chosen: Filters) -> Filters:
    """The filters for figures that count coverages: published stories lead them.

    An unpublished story is mostly one of the coverage of a published one, and would
    count the same coverage again. Where a state is asked for, it is that one.
    """
    return chosen if chosen.state else chosen.with_(state=("published",))


def members(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """The members of the coverage of every story that is asked for, as one long frame.

    Returns:
        One row per member: story (position of the story whose coverage it is), member
        (its own position, -1 where it is only seen), entry (row in `corpus.related`, -1
        for the story itself), provider (code in the chosen identity, -1 where missing),
        is_carrier_copy, published_at (the file's time where there is a file) and
        gap_hours (after the story; negative: before). In order of the stories; the
        story itself first, then its list. Stories without a time have no rows, and
        neither have members without one.
    """
    found = of(corpus, chosen)
    return pd.DataFrame(
        {
            "story": found.leads[found.coverage],
            "member": found.member,
            "entry": found.entry,
            "provider": found.provider,
            "is_carrier_copy": found.carrier >= 0,
            "published_at": instants.as_times(found.instant),
            "gap_hours": instants.hours(
                found.instant - found.lead_instant[found.coverage]
            ),
        }
    )
