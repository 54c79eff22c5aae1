"""Completeness: which stories have what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from loaders import frames

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from loaders.corpus import Corpus
    from measures.filters import Filters


def _column(name: str) -> Callable[[Corpus], np.ndarray]:
    return lambda corpus: corpus.stories[name].to_numpy(dtype=bool)


def _present(name: str) -> Callable[[Corpus], np.ndarray]:
    return lambda corpus: corpus.stories[name].notna().to_numpy()


def _topics(corpus: Corpus) -> np.ndarray:
    held = np.zeros(len(corpus), dtype=bool)
    held[corpus.topic_pairs[0]] = True
    return held


FIELDS: Final[Mapping[str, Callable[[Corpus], np.ndarray]]] = {
    "a time": lambda corpus: corpus.days != frames.UNDATED,
    "a provider": _present("provider_family"),
    "a topic": _topics,
    "an excerpt": _column("has_excerpt"),
    "a picture": _column("has_image"),
    "a quality score": _present("quality_score"),
    "a known state": lambda corpus: (
        corpus.codes("state") != frames.state_names.index("unknown")
    ),
    "related coverage": lambda corpus: corpus.related_counts > 0,
}
"""Each thing that a story can have, and which stories have it, by position."""


def by_field(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """Count the stories that have each thing, and those that lack it.

    Returns:
        One row per FIELDS, in their order: field, present_count, story_count (those
        that lack it, which is what a mark counts), present_share (0 to 1; missing when
        there are no stories), is_chosen. The clause "lacking" is skipped.
    """
    wide = chosen.without("lacks")
    held = wide.mask(corpus)
    total = int(held.sum())
    present = [int(has(corpus)[held].sum()) for has in FIELDS.values()]
    return pd.DataFrame(
        {
            "field": list(FIELDS),
            "present_count": present,
            "story_count": [total - count for count in present],
            "present_share": [
                count / total if total else float("nan") for count in present
            ],
            "is_chosen": [name in chosen.lacks for name in FIELDS],
        }
    )
