"""The coverage of each story: the story and its related list, within the window.

Everything about who is first, who follows and how wide a story went is computed from
the flat arrays here, for all stories at once. The definitions are those of
docs/measures.md, "Coverage".
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd

from loaders import frames
from measures import instants
from measures.clauses import provider_column
from measures.related.links import links
from measures.related.members import Coverages

if TYPE_CHECKING:
    from collections.abc import Hashable

    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_KEPT = 4
"""Coverages kept at once for a corpus: of a million stories each takes 0.2 GB."""

NO_LINKS = "the stories of this corpus have no related coverage"


_kept: WeakKeyDictionary[Corpus, OrderedDict[Hashable, Coverages]] = WeakKeyDictionary()
_lock = Lock()


def of(corpus: Corpus, chosen: Filters, by: str = "") -> Coverages:
    """The coverage of every story that is asked for; its members need not be.

    Kept for the next measure, the latest few, as long as the corpus itself is.

    Args:
        corpus: The corpus.
        chosen: Which stories, and the window.
        by: Identity of the members' providers; empty: the chosen one. Which stories are
            asked for does not depend on it.
    """
    by = by or chosen.by
    key = (chosen.without("grain"), by)
    with _lock:
        kept = _kept.setdefault(corpus, OrderedDict())
        if key in kept:
            kept.move_to_end(key)
            return kept[key]
    found = _gather(corpus, chosen, by)
    with _lock:
        kept[key] = found
        while len(kept) > MOST_KEPT:
            kept.popitem(last=False)
    return found


def _gather(corpus: Corpus, chosen: Filters, by: str) -> Coverages:
    held = chosen.mask(corpus) & (corpus.days != frames.UNDATED)
    leads = np.flatnonzero(held)
    column = provider_column(by)
    link = links(corpus, column)
    # A gap that is missing compares as False: no member without a time.
    rows = np.flatnonzero(held[link.story] & (np.abs(link.gap_hours) <= chosen.window))
    rank = np.cumsum(held) - 1
    sizes = np.bincount(rank[link.story[rows]], minlength=len(leads)) + 1
    starts = np.concatenate([[0], np.cumsum(sizes)])
    is_lead = np.zeros(starts[-1], dtype=bool)
    is_lead[starts[:-1]] = True

    def woven(of_leads: np.ndarray | np.int32, of_links: np.ndarray) -> np.ndarray:
        values = np.empty(len(is_lead), dtype=of_links.dtype)
        values[is_lead] = of_leads
        values[~is_lead] = of_links
        return values

    own = instants.of(corpus)[leads]
    return Coverages(
        leads=leads,
        starts=starts,
        member=woven(leads, link.target[rows]),
        entry=woven(np.int32(-1), link.entry[rows]),
        provider=woven(corpus.codes(column)[leads], link.provider[rows]),
        carrier=woven(corpus.codes("carrier")[leads], link.carrier[rows]),
        instant=woven(own, link.instant[rows]),
    )


def why_nothing(corpus: Corpus) -> str:
    """Why figures of related coverage say nothing here; empty where they can."""
    return "" if len(corpus.related) else NO_LINKS


def led_by(chosen: Filters) -> Filters:
    """The filters for figures that count coverages: published stories lead them.

    An unpublished story is mostly one of the coverage of a published one, and would
    count the same coverage again. Where a state is asked for, it is that one.
    """
    return chosen if chosen.state else chosen.with_(state=("published",))


def published(chosen: Filters) -> Filters:
    """The published stories among those asked for; none where they are not asked for."""
    asked = not chosen.state or "published" in chosen.state
    return chosen.with_(state=("published",) if asked else ("neither",))


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
