"""Where a story stands: published or not, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from loaders import frames

if TYPE_CHECKING:
    import pyarrow as pa


def states(is_published: pa.ChunkedArray) -> pd.Categorical[int]:
    """`published`, `unpublished` or `unknown` for true, false and null."""
    codes = pc.fill_null(pc.if_else(is_published, 0, 1), 2).to_numpy()
    return pd.Categorical.from_codes(
        codes.astype(np.int8), dtype=pd.CategoricalDtype(list(frames.state_names))
    )


def backlog_reasons(
    state: pd.Categorical[int],
    is_folded: np.ndarray,
    quality_score: pd.Series,
    published_at: pd.Series,
) -> pd.Categorical[int]:
    """Why each unpublished story is not published; missing for the others.

    `folded` where its heat is -1; `below gate` where its quality is under the lowest
    published one of its UTC month; else `other`. A month without a published story
    that has a quality has no gate, nor has a story without a time.

    Source:
        content/README.md, "Identities".
    """
    month = published_at.dt.year * 12 + published_at.dt.month
    quality = quality_score.astype("float64")
    gates = quality[state.codes == 0].groupby(month).min()
    below = quality < month.map(gates)
    codes = np.select([is_folded, below], [0, 1], 2)
    codes[state.codes != 1] = -1
    return pd.Categorical.from_codes(
        codes.astype(np.int8), dtype=pd.CategoricalDtype(list(frames.reason_names))
    )
