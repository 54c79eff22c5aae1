"""Difference: where two sides part, by provider and by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures.clauses import provider_column
from measures.memory import remembered
from measures.result import Result
from measures.when.excess import NO_PROVIDER, NO_TOPIC, by_topic_shared

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.versus.comparison import Side


@remembered
def by_provider(corpus: Corpus, left: Side, right: Side) -> Result:
    """The difference between the sides, divided among the providers.

    Returns:
        One row per provider, in the left side's identity, with a story on either side:
        provider ("no provider" for stories without one), left_count, right_count,
        difference_count (left minus right: they add up to the whole difference),
        left_share, right_share (of the side's stories; each adds up to 1) and
        difference_share (left minus right: they add up to 0; missing where a side has
        no stories). The greatest difference_share first. n is the difference of the two
        sides in stories.
    """
    column = provider_column(left.filters.by)
    names = [*corpus.names(column), NO_PROVIDER]  # code -1 becomes the last
    codes = corpus.codes(column).astype(np.int64) % len(names)
    counts = [
        np.bincount(codes[side.mask(corpus)], minlength=len(names))
        for side in (left, right)
    ]
    return _divided(corpus, (left, right), "provider", names, counts)


@remembered
def by_topic(corpus: Corpus, left: Side, right: Side) -> Result:
    """The difference between the sides, divided among the topics.

    A story counts in equal parts in each of its topics, so that the parts add up; the
    counts have fractions. "no topic" stands for the stories without one. Columns as
    `by_provider`, with topic in place of provider.
    """
    names = [*corpus.topic_names, NO_TOPIC]
    counts = [
        by_topic_shared(corpus, np.flatnonzero(side.mask(corpus)))
        for side in (left, right)
    ]
    return _divided(corpus, (left, right), "topic", names, counts)


def _divided(
    corpus: Corpus,
    sides: tuple[Side, Side],
    kind: str,
    names: list[str],
    counts: list[np.ndarray],
) -> Result:
    totals = [int(side.mask(corpus).sum()) for side in sides]
    shares = [
        count / total if total else np.full(len(names), np.nan)
        for count, total in zip(counts, totals, strict=True)
    ]
    frame = pd.DataFrame(
        {
            kind: np.array(names, dtype=object),
            "left_count": counts[0],
            "right_count": counts[1],
            "difference_count": counts[0] - counts[1],
            "left_share": shares[0],
            "right_share": shares[1],
            "difference_share": shares[0] - shares[1],
        }
    )
    frame = frame[(counts[0] > 0) | (counts[1] > 0)].sort_values(
        ["difference_share", "difference_count", kind],
        ascending=[False, False, True],
        ignore_index=True,
    )
    return Result(
        frame,
        totals[0] - totals[1],
        "stories of difference",
        identity=sides[0].filters.by if kind == "provider" else "",
    )
