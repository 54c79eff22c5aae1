"""Co-occurrence: which topics stand together in one story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from measures.memory import remembered
from measures.result import Result, left_out, too_little
from measures.statistics import association
from measures.what import umbrella

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

LEAST_TOPICS: Final = 6
"""Fewer topics make a list that one reads at a glance, not a pattern."""


@remembered
def of_topics(corpus: Corpus, chosen: Filters) -> Result:
    """The pairs of topics that come together in at least 5 stories.

    Umbrella topics are set aside.

    Returns:
        One row per pair: topic and other (in the order of their names), both_count (the
        support), topic_count and other_count, jaccard_share, lift_score, npmi_score. The
        greatest lift_score first. n is the stories under the filters, with topics or
        without. With fewer than 6 topics besides the umbrella topics reason says that
        they are too few to compare; the pairs are given all the same.

    Source:
        docs/measures.md, "Co-occurrence".
    """
    held = chosen.mask(corpus)
    n = int(held.sum())
    story, topic = corpus.topic_pairs
    aside = umbrella.topics(corpus)
    names = corpus.topic_names.to_numpy(dtype=object)
    kept = held[story] & ~np.isin(names, aside)[topic]
    counts = np.bincount(topic[kept], minlength=len(names))
    found = association.pairs(story[kept], topic[kept], max(len(names), 1))
    enough = found.support >= association.LEAST_SUPPORT
    left, right = found.left[enough], found.right[enough]
    support = found.support[enough]
    frame = pd.DataFrame(
        {
            "topic": names[left],
            "other": names[right],
            "both_count": support,
            "topic_count": counts[left],
            "other_count": counts[right],
            **association.measures(support, counts[left], counts[right], n),
        }
    ).sort_values(
        ["lift_score", "both_count", "topic", "other"],
        ascending=[False, False, True, True],
        ignore_index=True,
    )
    few = int((counts > 0).sum()) < LEAST_TOPICS
    rare = f"together in fewer than {association.LEAST_SUPPORT} stories"
    return Result(
        frame,
        n,
        "stories",
        left_out=umbrella.left_out(aside) + left_out(((~enough).sum(), "pairs", rare)),
        reason=too_little(f"{LEAST_TOPICS} topics to compare") if few else "",
    )


def compared_count(corpus: Corpus, chosen: Filters) -> int:
    """How many pairs of topics were compared: those of topics with stories enough.

    Only they can come together in LEAST_SUPPORT stories, whether they do or not.
    """
    story, topic = corpus.topic_pairs
    counts = np.bincount(
        topic[chosen.mask(corpus)[story]], minlength=len(corpus.topic_names)
    )
    names = corpus.topic_names.to_numpy(dtype=object)
    counts[np.isin(names, umbrella.topics(corpus))] = 0
    many = int((counts >= association.LEAST_SUPPORT).sum())
    return many * (many - 1) // 2


def stories(corpus: Corpus, chosen: Filters, topic: str, other: str) -> np.ndarray:
    """The positions of the stories under the filters that have both topics."""
    both = [chosen.with_(topic=(name,)).mask(corpus) for name in (topic, other)]
    return np.flatnonzero(chosen.mask(corpus) & both[0] & both[1])
