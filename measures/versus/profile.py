"""The profile of a view, such as one provider's: its topics against the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures.memory import remembered
from measures.result import Result, left_out
from measures.versus import comparison
from measures.what import umbrella

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def topics(corpus: Corpus, chosen: Filters) -> Result:
    """How many of these stories have each topic, against the rest of the same dates.

    A story counts whole in each of its topics, so the shares do not add up to 1. Umbrella
    topics are set aside.

    Returns:
        One row per topic that these stories have: topic, story_count, rest_count,
        story_share and rest_share (of all stories of the side, with topics or without),
        difference_share (the one less the other; missing where there is no rest). The
        largest story_share first, then by name. n is these stories.

    Source:
        docs/measures.md, "Profile".
    """
    names = corpus.topic_names.to_numpy(dtype=object)
    story, topic = corpus.topic_pairs
    masks = [side.mask(corpus) for side in comparison.with_rest(chosen)]
    n, rest = (int(mask.sum()) for mask in masks)
    counts, others = (
        np.bincount(topic[mask[story]], minlength=len(names)) for mask in masks
    )
    aside = umbrella.topics(corpus)
    rows = np.flatnonzero((counts > 0) & ~np.isin(names, aside))
    own = counts[rows] / max(n, 1)
    theirs = others[rows] / rest if rest else np.full(len(rows), np.nan)
    frame = pd.DataFrame(
        {
            "topic": names[rows],
            "story_count": counts[rows],
            "rest_count": others[rows],
            "story_share": own,
            "rest_share": theirs,
            "difference_share": own - theirs,
        }
    ).sort_values(["story_share", "topic"], ascending=[False, True], ignore_index=True)
    bare = n - int((np.bincount(story, minlength=len(corpus))[masks[0]] > 0).sum())
    return Result(
        frame,
        n,
        "stories",
        left_out=umbrella.left_out(aside)
        + left_out((bare, "stories", "without a topic")),
    )
