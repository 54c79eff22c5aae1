"""Share against momentum: what is large, and what is rising."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from measures.memory import remembered
from measures.result import Result, left_out, too_little
from measures.what import momentum

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def of(corpus: Corpus, chosen: Filters, kind: str = "topic") -> Result:
    """Share against momentum: which are large, and which are rising.

    Args:
        corpus: The corpus.
        chosen: The filters.
        kind: "topic" or "provider".

    Returns:
        The rows of `momentum.of_topics` or `momentum.of_providers` that have a momentum, with quadrant:
        "large and rising", "large and falling", "small and rising" or "small and
        falling". Large is a share above the median of these rows; no change is falling.
        The others are counted as left out.
    """
    measure = momentum.of_topics if kind == "topic" else momentum.of_providers
    whole = measure(corpus, chosen)
    known = whole.frame.dropna(subset="momentum_score").reset_index(drop=True)
    large = known["story_share"] > known["story_share"].median()
    rising = known["momentum_score"] > 0
    size = np.where(large, "large", "small").astype(object)
    way = np.where(rising, " and rising", " and falling").astype(object)
    guard = too_little(momentum.needs())
    return Result(
        known.assign(quadrant=size + way),
        whole.n,
        whole.unit,
        identity=whole.identity,
        left_out=whole.left_out
        + left_out((len(whole.frame) - len(known), f"{kind}s", guard)),
        reason="" if len(known) else guard,
    )
