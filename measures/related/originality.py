"""Originality: how many stories were exclusive, first, early, late, or carried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from loaders import frames
from measures.clauses import provider_column
from measures.memory import remembered
from measures.related import coverage, kinds
from measures.related.kinds import FOLDED, KINDS, YOUNG
from measures.result import LeftOut, Result, guarded, left_out, reasons

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

LEAST_STORIES: Final = 10
"""Stories that a provider must have before its mix is said in shares."""


@remembered
def mix(corpus: Corpus, chosen: Filters) -> Result:
    """How the stories divide into KINDS, each story being of exactly one.

    A carrier copy is that, whatever else; a story whose coverage has one family,
    that nobody lists and that is not folded, is exclusive; one that shares the first report is first; one before the median time of
    its coverage's members is early, any other late. Stories younger than the window are
    left out, since others may still follow.

    Returns:
        One row per kind, in the order of KINDS: kind, story_count, story_share (they
        add up to 1; missing where there is no story). n is the stories counted.

    Source:
        docs/measures.md, "Originality mix".
    """
    found = kinds.of(corpus, chosen)
    counts = np.bincount(found[found >= 0], minlength=len(KINDS))
    total = int(counts.sum())
    frame = pd.DataFrame(
        {
            "kind": KINDS,
            "story_count": counts,
            "story_share": counts / total if total else np.nan,
        }
    )
    return Result(
        frame,
        total,
        "stories",
        chosen.window,
        "family",
        _left_out(corpus, chosen, found),
        reason=coverage.why_nothing(corpus),
    )


@remembered
def by_provider(corpus: Corpus, chosen: Filters) -> Result:
    """The mix of each provider, in the chosen identity.

    Returns:
        One row per provider and kind: provider, kind, story_count, provider_count (its
        stories counted), story_share (of these; they add up to 1; missing below
        LEAST_STORIES) and reason. Providers by stories, most first, then by name. n is
        the stories counted that have a provider.

    Source:
        docs/measures.md, "Originality mix".
    """
    found = kinds.of(corpus, chosen)
    column = provider_column(chosen.by)
    names = corpus.names(column).to_numpy(dtype=object)
    who = corpus.codes(column).astype(np.int64)
    held = (found >= 0) & (who >= 0)
    grid = np.bincount(
        who[held] * len(KINDS) + found[held], minlength=len(names) * len(KINDS)
    ).reshape(len(names), len(KINDS))
    order = np.argsort(-grid.sum(axis=1), kind="stable")
    grid, names = grid[order], names[order]
    has = grid.sum(axis=1) > 0
    grid, names = grid[has], names[has]
    total = np.repeat(grid.sum(axis=1), len(KINDS))
    enough = total >= LEAST_STORIES
    frame = pd.DataFrame(
        {
            "provider": np.repeat(names, len(KINDS)),
            "kind": np.tile(np.array(KINDS, dtype=object), len(names)),
            "story_count": grid.ravel(),
            "provider_count": total,
            "story_share": guarded(grid.ravel() / np.maximum(total, 1), enough),
            "reason": reasons(enough, f"{LEAST_STORIES} stories"),
        }
    )
    nameless = int(((found >= 0) & (who < 0)).sum())
    return Result(
        frame,
        int(held.sum()),
        "stories",
        chosen.window,
        chosen.by,
        _left_out(corpus, chosen, found)
        + left_out((nameless, "stories", "without a provider")),
        reason=coverage.why_nothing(corpus),
    )


@remembered
def stories(corpus: Corpus, chosen: Filters, kind: str) -> np.ndarray:
    """Positions of the stories of this kind, ascending: the rows behind a mark.

    Raises:
        ValueError: `kind` is none of KINDS.
    """
    return np.flatnonzero(kinds.of(corpus, chosen) == KINDS.index(kind))


def _left_out(
    corpus: Corpus, chosen: Filters, found: np.ndarray
) -> tuple[LeftOut, ...]:
    undated = chosen.mask(corpus) & (corpus.days == frames.UNDATED)
    return left_out(
        ((found == YOUNG).sum(), "stories", "younger than the window"),
        ((found == FOLDED).sum(), "stories", "folded into one that nobody links"),
        (undated.sum(), "stories", "without a time"),
    )
