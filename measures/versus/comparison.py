"""Comparison: how two views of the corpus differ, and what the difference is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures.clauses import SETTINGS, provider_column
from measures.filters import DEFAULTS
from measures.memory import remembered
from measures.result import Result
from measures.statistics import distinct
from measures.when import bins, periods

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

DATES = ("first", "last")


@dataclass(frozen=True)
class Side:
    """One of two views: the stories under filters, or the rest of the stories."""

    label: str
    filters: Filters
    is_rest: bool = False
    """It is the stories that `filters` does not ask for, of the same dates. Where
    nothing but dates is asked for, it is those of all other dates."""

    def mask(self, corpus: Corpus) -> np.ndarray:
        """True for each story of this side, by position. Not to be changed."""
        held = self.filters.mask(corpus)
        return self._around().mask(corpus) & ~held if self.is_rest else held

    def describe(self) -> str:
        """What this side holds, in English. It holds corpus text: escape it."""
        if not self.is_rest:
            return self.filters.describe() or "all stories"
        around = self._around().describe()
        what = self.filters.without(*DATES) if around else self.filters
        return f"{around}, not ({what.describe()})".removeprefix(", ")

    def span(self, corpus: Corpus) -> tuple[int, int] | None:
        """First and last day of this side's range; None where no story has a time."""
        return bins.span(corpus, self._dated())

    def reached(self, corpus: Corpus) -> tuple[int, int]:
        """First and last day of the part of its range that the corpus reaches.

        One that ends before it begins where there is none.
        """
        return bins.reached(corpus, self._dated())

    def _dated(self) -> Filters:
        """The filters whose dates are this side's range."""
        return self._around() if self.is_rest else self.filters

    def _around(self) -> Filters:
        """Of what the rest is the rest: all stories, of the same dates perhaps."""
        bare = self.filters.without(*(set(DEFAULTS) - {*SETTINGS, *DATES}))
        nothing_else = bare == self.filters
        return bare.without(*DATES) if nothing_else else bare


def with_rest(chosen: Filters) -> tuple[Side, Side]:
    """These filters, and the stories that they leave out."""
    return Side("chosen", chosen), Side("the rest", chosen, is_rest=True)


def with_before(corpus: Corpus, chosen: Filters) -> tuple[Side, Side] | None:
    """These filters, and the same over the period before.

    None where no range is chosen or the corpus has no day that early.
    """
    earlier = periods.before(corpus, chosen)
    if earlier is None:
        return None
    return Side("chosen", chosen), Side("the period before", earlier)


@remembered
def sizes(corpus: Corpus, left: Side, right: Side) -> Result:
    """How many stories and providers each side has, and how many they share.

    Returns:
        Two rows, the left side first: side (its label), story_count, provider_count (in
        the left side's identity), only_count (stories that the other does not have),
        both_count, story_share (of the stories of either; NaN where there are none). n
        is the stories of either side.
    """
    masks = [side.mask(corpus) for side in (left, right)]
    codes = corpus.codes(provider_column(left.filters.by))
    both = int((masks[0] & masks[1]).sum())
    n = int((masks[0] | masks[1]).sum())
    counts = np.array([int(mask.sum()) for mask in masks])
    frame = pd.DataFrame(
        {
            "side": [left.label, right.label],
            "story_count": counts,
            "provider_count": [distinct.count(codes[mask]) for mask in masks],
            "only_count": counts - both,
            "both_count": both,
            "story_share": counts / n if n else np.nan,
        }
    )
    return Result(frame, n, "stories", identity=left.filters.by)
