"""Whose related stories came before those that others were published for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures.clauses import provider_column
from measures.related import coverage, reports, scoops

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


def by_provider(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """How many published stories of others each provider ran a related one before.

    Returns:
        One row per provider that did: provider, story_count (rows of
        `scoops.ledger` whose first report is its own, alone or shared), story_share (of
        the ledger). A shared first report counts for each that shares it, so together
        the counts may be more than the ledger. Most first, then by name.

    Source:
        docs/measures.md, "Credit gap".
    """
    provider, _ = _breaks(corpus, chosen)
    names = corpus.names(provider_column(chosen.by)).to_numpy(dtype=object)
    counts = np.bincount(provider, minlength=len(names))
    rows = np.flatnonzero(counts)
    gaps = len(scoops.ledger(corpus, chosen).frame)
    return pd.DataFrame(
        {
            "provider": names[rows],
            "story_count": counts[rows],
            "story_share": counts[rows] / max(gaps, 1),
        }
    ).sort_values(
        ["story_count", "provider"], ascending=[False, True], ignore_index=True
    )


def stories(corpus: Corpus, chosen: Filters, breaker: str) -> np.ndarray:
    """Positions of the published stories that this provider was earlier than, ascending.

    As many as its `story_count`; none for a provider that is unknown.
    """
    provider, story = _breaks(corpus, chosen)
    names = corpus.names(provider_column(chosen.by))
    return story[provider == names.get_indexer(pd.Index([breaker]))[0]]


def _breaks(corpus: Corpus, chosen: Filters) -> tuple[np.ndarray, np.ndarray]:
    """Each first report of a credit gap: the code of its provider, and the story."""
    gaps = scoops.ledger(corpus, chosen).frame["story"].to_numpy()
    report = reports.of(corpus, coverage.published(chosen))
    leads, seen = report.found.leads, report.appearances
    held = seen.is_first & np.isin(leads, gaps)[seen.coverage]
    return seen.provider[held], leads[seen.coverage[held]]
