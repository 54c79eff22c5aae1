"""The backlog: what was not published, why, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from loaders import frames
from measures.memory import remembered
from measures.related.links import links
from measures.result import Result, left_out
from measures.when import attention, bins

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def by_reason(corpus: Corpus, chosen: Filters) -> Result:
    """The unpublished stories by reason.

    Returns:
        One row per reason, in the order of `frames.reason_names`, without stories too:
        reason, story_count, story_share (of the unpublished; they add up to 1, and are
        missing where there is none). n is the unpublished stories under the filters.

    Source:
        docs/measures.md, "Backlog".
    """
    held = chosen.mask(corpus)
    codes = corpus.codes("backlog_reason")[held]
    counts = np.bincount(codes[codes >= 0], minlength=len(frames.reason_names))
    total = int(counts.sum())
    states = corpus.codes("state")[held]
    frame = pd.DataFrame(
        {
            "reason": frames.reason_names,
            "story_count": counts,
            "story_share": counts / total if total else np.nan,
        }
    )
    unknown = (states == frames.state_names.index("unknown")).sum()
    published = (states == frames.state_names.index("published")).sum()
    return Result(
        frame,
        total,
        "unpublished stories",
        left_out=left_out(
            (published, "stories", "published"),
            (unknown, "stories", "their files do not say whether they were published"),
        ),
    )


@remembered
def over_time(corpus: Corpus, chosen: Filters) -> Result:
    """The unpublished stories of each bin by reason, empty bins as 0.

    Returns:
        One row per bin and reason, in order of time: bin_at, bin_end_at, bin_day and
        bin_end_day ([start, end), UTC), reason, story_count, all_count (all stories of
        the bin under the filters). n is the unpublished stories with a time.
    """
    held = chosen.mask(corpus)
    spans = bins.chosen_bins(corpus, chosen)
    codes = corpus.codes("backlog_reason").astype(np.int64)
    place = spans.of(corpus.days[held])
    codes = codes[held]
    inside = (codes >= 0) & (place >= 0)
    width = len(frames.reason_names)
    counts = np.bincount(
        place[inside] * width + codes[inside], minlength=len(spans) * width
    )
    frame = pd.DataFrame(
        attention.bin_columns(spans, width)
        | {
            "reason": np.tile(np.array(frames.reason_names, dtype=object), len(spans)),
            "story_count": counts,
            "all_count": np.repeat(spans.count(corpus.days[held]), width),
        }
    )
    undated = ((codes >= 0) & (place < 0)).sum()
    return Result(
        frame,
        int(inside.sum()),
        f"unpublished stories by {spans.grain}",
        left_out=left_out((undated, "stories", "without a time")),
    )


@remembered
def leaderless(corpus: Corpus, chosen: Filters) -> Result:
    """The folded stories that no published story lists: a list of what to look at.

    A published story anywhere in the corpus is a leader, under the filters or not.

    Returns:
        One row per story: story (position), published_at, lister_count (stories of any
        state that list it). The latest first, those without a time last. n is the
        folded stories under the filters.

    Source:
        docs/measures.md, "Folded without a leader".
    """
    folded = corpus.stories["is_folded"].to_numpy() & chosen.mask(corpus)
    link = links(corpus, "provider_family")
    published = corpus.codes("state") == frames.state_names.index("published")
    is_filed = link.target >= 0
    led = np.zeros(len(corpus), dtype=bool)
    led[link.target[is_filed & published[link.story]]] = True
    listers = np.bincount(link.target[is_filed], minlength=len(corpus))
    rows = np.flatnonzero(folded & ~led)
    frame = pd.DataFrame(
        {
            "story": rows,
            "published_at": corpus.stories["published_at"].iloc[rows].array,
            "lister_count": listers[rows],
        }
    )
    return Result(
        frame.sort_values(
            ["published_at", "story"], ascending=[False, True], ignore_index=True
        ),
        int(folded.sum()),
        "folded stories",
        left_out=left_out(
            ((folded & led).sum(), "stories", "a published story lists them")
        ),
    )
