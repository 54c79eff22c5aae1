"""Presence and share of voice: how much of what is heard is one provider's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures.clauses import provider_column
from measures.memory import remembered
from measures.result import Result, left_out
from measures.when import bins

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

NO_PROVIDER = "without a provider"


@remembered
def presence(corpus: Corpus, chosen: Filters) -> Result:
    """How large a part each provider has of a bin of time, on average.

    A provider that ran ten stories on one day is heard on one day; one that ran a story
    on each of ten days is present on ten. A story weighs more in a bin with few.

    Returns:
        One row per provider with a story: provider, presence_share (the mean over the
        bins that have stories of its share in the bin; they add up to 1), story_count,
        story_share (of all stories counted), bin_count (bins it has a story in). The
        greatest presence first, then by name. n is the bins with stories; unit names
        their grain, which is the chosen one, or fits the range.

    Source:
        docs/measures.md, "Presence".
    """
    column = provider_column(chosen.by)
    names = corpus.names(column).to_numpy(dtype=object)
    spans = bins.chosen_bins(corpus, chosen)
    held = chosen.positions(corpus)
    codes, place = corpus.codes(column)[held], spans.of(corpus.days[held])
    counted = (codes >= 0) & (place >= 0)
    cell, counts = np.unique(
        place[counted].astype(np.int64) * max(len(names), 1) + codes[counted],
        return_counts=True,
    )
    bin_of, who = cell // max(len(names), 1), cell % max(len(names), 1)
    whole = np.bincount(bin_of, weights=counts, minlength=len(spans))
    n = int((whole > 0).sum())
    score = np.bincount(who, weights=counts / whole[bin_of], minlength=len(names))
    stories = np.bincount(who, weights=counts, minlength=len(names)).astype(np.int64)
    rows = np.flatnonzero(stories)
    frame = pd.DataFrame(
        {
            "provider": names[rows],
            "presence_share": score[rows] / max(n, 1),
            "story_count": stories[rows],
            "story_share": stories[rows] / max(int(stories.sum()), 1),
            "bin_count": np.bincount(who, minlength=len(names))[rows],
        }
    ).sort_values(
        ["presence_share", "provider"], ascending=[False, True], ignore_index=True
    )
    return Result(
        frame,
        n,
        f"{spans.grain}s with stories",
        identity=chosen.by,
        left_out=left_out(
            ((codes < 0).sum(), "stories", NO_PROVIDER),
            (((codes >= 0) & (place < 0)).sum(), "stories", "without a time"),
        ),
    )


@remembered
def share_of_voice(
    corpus: Corpus, chosen: Filters, compared: tuple[str, ...] = ()
) -> Result:
    """How the stories of a compared set of providers divide among them.

    Args:
        corpus: The corpus.
        chosen: The filters; the clause of the providers is skipped.
        compared: The set, in the chosen identity; empty: the providers chosen, and
            where none are, all.

    Returns:
        One row per provider of the set, without stories too: provider, story_count,
        voice_share (of the set's stories; they add up to 1, and are missing where the
        set has none). Most stories first, then by name. n is the set's stories.

    Source:
        docs/measures.md, "Share of voice".
    """
    column = provider_column(chosen.by)
    codes = corpus.codes(column)[chosen.without("provider").mask(corpus)]
    counts = np.bincount(codes[codes >= 0], minlength=len(corpus.names(column)))
    wanted = tuple(dict.fromkeys(compared or chosen.provider))
    if wanted:
        found = corpus.names(column).get_indexer(pd.Index(wanted))
        rows = found[found >= 0]
    else:
        rows = np.flatnonzero(counts)
    total = int(counts[rows].sum())
    frame = pd.DataFrame(
        {
            "provider": corpus.names(column).to_numpy(dtype=object)[rows],
            "story_count": counts[rows],
            "voice_share": counts[rows] / total if total else np.nan,
        }
    ).sort_values(
        ["story_count", "provider"], ascending=[False, True], ignore_index=True
    )
    others = int((codes >= 0).sum()) - total
    return Result(
        frame,
        total,
        f"stories of {len(rows)} compared providers",
        identity=chosen.by,
        left_out=left_out(
            (others, "stories", "of providers outside the compared set"),
            ((codes < 0).sum(), "stories", NO_PROVIDER),
        ),
    )
