"""Two sides over time, on the same axes: A and B."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from measures import dates
from measures.memory import remembered
from pages.charts.figure import Figure
from pages.charts.sentences import comparing
from pages.charts.versus import courselines, opposites, sharedbins
from pages.charts.versus.opposites import B

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.versus.comparison import Side
    from pages.charts.versus.sharedbins import Course

COLUMNS: Final = {
    "side": "Side",
    "first_day": "From",
    "last_day": "To",
    "story_count": "Stories",
    "story_share": "Share of its stories",
}


@remembered
def over_time(
    corpus: Corpus,
    left: Side,
    right: Side,
    *,
    aligned: bool = False,
    as_count: bool = False,
) -> Figure:
    """The stories of A and B in the same bins; a click lists those of one.

    Args:
        corpus: The corpus.
        left: A.
        right: B.
        aligned: Both ranges begin together, as one lays a period over the one before.
        as_count: Stories, not shares of each side's own.
    """
    found = sharedbins.of(corpus, left, right, aligned=aligned)
    rows = found.frame
    return Figure(
        key="course",
        title=comparing.courses(
            rows, found.sides, opposites.names(left, right), as_count=as_count
        ),
        counts=sharedbins.counts(found, as_count=as_count),
        frame=rows[sharedbins.DRAWN],
        spec=courselines.lines(
            ("side", "span"), aligned=found.is_aligned, as_count=as_count
        ),
        rows=left.filters,
        listing=rows[list(COLUMNS)].assign(
            **{
                day: [str(dates.to_date(at)) for at in rows[day]]
                for day in sharedbins.DAYS
            }
        ),
        unit=("point",),
        listing_columns=COLUMNS,
        names=("side", "span"),
        stories=lambda values: _stories(corpus, found, values),
        left_out=found.left_out,
        method=sharedbins.aligned_method() if found.is_aligned else sharedbins.METHOD,
        empty="" if len(rows) else "No story here has a readable time.",
    )


def _stories(corpus: Corpus, found: Course, values: tuple[str, ...]) -> np.ndarray:
    """The stories of one point, known by its side and its days in words."""
    rows = found.frame
    named = rows[(rows["side"] == values[0]) & (rows["span"] == values[1])]
    if named.empty:
        return np.zeros(0, dtype=np.int64)
    first, last = named[sharedbins.DAYS].iloc[0]
    held = found.sides[values[0] == B].mask(corpus)
    return np.flatnonzero(held & (corpus.days >= first) & (corpus.days <= last))
