"""Concentration: in how few hands the stories are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures.clauses import provider_column
from measures.filters import IDENTITIES
from measures.memory import remembered
from measures.result import Result

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def concentration(corpus: Corpus, chosen: Filters) -> Result:
    """How concentrated the stories are, under the three identities side by side.

    Which stories are asked for still depends on the identity chosen, where providers
    are; what is counted does not.

    Returns:
        One row per identity, in the order of `IDENTITIES`: identity, provider_count,
        story_count (stories with a provider: the denominator), missing_count (stories
        without one, left out), hhi_score (the sum of squared shares, from 0 to 1),
        effective_count (its inverse: so many providers of equal size would be as
        concentrated), top_provider and top_share. Without stories the scores and the
        top are missing. n is the stories under the filters.

    Source:
        docs/measures.md, "Concentration".
    """
    held = chosen.mask(corpus)
    rows = [_of_identity(corpus, held, by) for by in IDENTITIES]
    return Result(pd.DataFrame(rows), int(held.sum()), "stories")


def _of_identity(corpus: Corpus, held: np.ndarray, by: str) -> dict[str, object]:
    column = provider_column(by)
    codes = corpus.codes(column)[held]
    counts = np.bincount(codes[codes >= 0], minlength=1)
    total = int(counts.sum())
    shares = counts / total if total else np.full(1, np.nan)
    index = float((shares**2).sum())
    top = int(counts.argmax())  # the first of equals: names are in alphabetical order
    return {
        "identity": by,
        "provider_count": int((counts > 0).sum()),
        "story_count": total,
        "missing_count": len(codes) - total,
        "hhi_score": index,
        "effective_count": 1 / index,
        "top_provider": corpus.names(column)[top] if total else None,
        "top_share": float(shares[top]),
    }
