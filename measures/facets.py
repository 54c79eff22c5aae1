"""Facets: what else could be chosen, and how many stories each choice would show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures.clauses import provider_column
from measures.memory import remembered

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

COLUMNS = {
    "type": "type",
    "state": "state",
    "reason": "backlog_reason",
    "carrier": "carrier",
}
FIELDS = ("provider", "topic", *COLUMNS)


@remembered
def counts(corpus: Corpus, chosen: Filters, field: str) -> pd.DataFrame:
    """Count the stories of each value of a field under all filters but its own.

    Args:
        corpus: The corpus.
        chosen: The filters; the clause of `field` is skipped.
        field: One of FIELDS.

    Returns:
        One row per value that the corpus has: value, story_count, story_share (of the
        stories under the other filters), is_chosen. Most stories first, then in
        alphabetical order. Values that have no story under the filters stand at 0.
    """
    others = chosen.without(field).mask(corpus)
    if field == "topic":
        story, codes = corpus.topic_pairs
        names = corpus.topic_names
        found = np.bincount(codes[others[story]], minlength=len(names))
    else:
        column = provider_column(chosen.by) if field == "provider" else COLUMNS[field]
        names = corpus.names(column)
        codes = corpus.codes(column)[others]
        found = np.bincount(codes[codes >= 0], minlength=len(names))
    total = int(others.sum())
    order = np.argsort(-found, kind="stable")  # names are in alphabetical order
    values = names.to_numpy(dtype=object)[order]
    return pd.DataFrame(
        {
            "value": values,
            "story_count": found[order].astype(np.int64),
            "story_share": found[order] / total if total else np.nan,
            "is_chosen": np.isin(values, list(getattr(chosen, field))),
        }
    )
