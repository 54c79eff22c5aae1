"""Heat: the score of the files, taken apart into what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from measures.memory import remembered
from measures.result import Result, left_out

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

PER_RELATED: Final = 20
KINDS: Final = ("as derived", "differs", "folded (-1)", "missing", "quality missing")


@remembered
def audit(corpus: Corpus, chosen: Filters) -> Result:
    """How many heat scores are just quality + 20 for each entry of the related list.

    Entries count as the file has them, before cleaning: that is what heat was made of.

    Returns:
        One row per kind, in the order of KINDS: kind, story_count, story_share (of all
        n; they add up to 1, and are missing where there is no story). n is the stories
        under the filters.

    Source:
        docs/measures.md, "Heat audit".
    """
    held = chosen.mask(corpus)
    counts = np.bincount(_kinds(corpus)[held], minlength=len(KINDS))
    total = int(held.sum())
    frame = pd.DataFrame(
        {
            "kind": KINDS,
            "story_count": counts,
            "story_share": counts / total if total else np.nan,
        }
    )
    return Result(frame, total, "stories")


@remembered
def differing(corpus: Corpus, chosen: Filters) -> Result:
    """The stories whose heat is not what its parts make.

    Returns:
        One row per story: story (position), heat_score, quality_score, entry_count (of
        the related list, before cleaning), derived_score, difference_score (heat minus
        derived). The greatest difference either way first, then in order of the stories.
        n is the stories that have both scores.
    """
    held = chosen.mask(corpus)
    kinds = _kinds(corpus)
    rows = np.flatnonzero(held & (kinds == KINDS.index("differs")))
    stories = corpus.stories.iloc[rows]
    entries = entry_counts(corpus)[rows]
    quality = stories["quality_score"].to_numpy(np.int64)
    heat = stories["heat_score"].to_numpy(np.int64)
    derived = quality + PER_RELATED * entries
    frame = pd.DataFrame(
        {
            "story": rows,
            "heat_score": heat,
            "quality_score": quality,
            "entry_count": entries,
            "derived_score": derived,
            "difference_score": heat - derived,
        }
    )
    order = np.lexsort((rows, -np.abs(heat - derived)))
    scored = np.isin(kinds, [KINDS.index("as derived"), KINDS.index("differs")])
    aside = [(held & (kinds == KINDS.index(kind))).sum() for kind in KINDS[2:]]
    return Result(
        frame.iloc[order].reset_index(drop=True),
        int((held & scored).sum()),
        "stories with heat and quality",
        left_out=left_out(
            (aside[0], "stories", "folded: their heat is -1"),
            (aside[1], "stories", "without a heat"),
            (aside[2], "stories", "with a heat but no quality"),
        ),
    )


@remembered
def stories(corpus: Corpus, chosen: Filters, kind: str) -> np.ndarray:
    """The positions of the stories of one of KINDS; none for an unknown kind."""
    if kind not in KINDS:
        return np.array([], dtype=np.int64)
    return np.flatnonzero(chosen.mask(corpus) & (_kinds(corpus) == KINDS.index(kind)))


def entry_counts(corpus: Corpus) -> np.ndarray:
    """Entries of each story's related list as the file has them, before cleaning."""
    columns = ["related_count", "repeat_count", "self_count", "unusable_count"]
    return corpus.stories[columns].to_numpy(np.int64).sum(axis=1)


@remembered
def _kinds(corpus: Corpus) -> np.ndarray:
    """Of each story which of KINDS its heat is."""
    stories = corpus.stories
    heat = stories["heat_score"].to_numpy(np.float64, na_value=np.nan)
    quality = stories["quality_score"].to_numpy(np.float64, na_value=np.nan)
    derived = quality + PER_RELATED * entry_counts(corpus)
    return np.select(
        [
            stories["is_folded"].to_numpy(),
            np.isnan(heat),
            np.isnan(quality),
            heat == derived,
        ],
        [2, 3, 4, 0],
        1,
    )
