"""Two sides in the same bins: the rows that both of their lines are drawn from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from measures import dates
from measures.versus import course
from measures.when import bins
from pages.charts import wording
from pages.charts.versus import opposites

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.versus.comparison import Side

MOST_BINS: Final = bins.MOST_BINS // 2
"""Each bin is drawn twice."""
DRAWN: Final = ["side", "role", "at", "span", "story_count", "story_share"]
DAYS: Final = ["first_day", "last_day"]
METHOD: Final = (
    "Both sides are counted in the same bins, of UTC days; a bin at the end of a range "
    "holds only the days of the range. A share is the bin's stories over all stories of "
    "the side that have a time. Outside its own range, and outside the corpus, a side "
    "has no line."
)


@dataclass(frozen=True, eq=False)
class Course:
    """Both sides in the same bins, A first."""

    sides: tuple[Side, Side]
    """Labelled A and B."""
    is_aligned: bool
    """Both begin with day 1; else they stand on the calendar."""
    frame: pd.DataFrame
    """A row per bin and side, as far as the side's range and the corpus reach: side,
    role, at (day from 1 where aligned, else the bin's start), first_day and last_day
    (included), span (those in words), story_count, story_share (of the side's own)."""
    bin_name: str
    left_out: str


def aligned_method() -> str:
    """How two periods are counted that are laid over each other."""
    week = wording.number(course.WEEK_DAYS)
    return (
        f"{METHOD} Both periods begin with day 1, and bins are single days or {week} of "
        "them."
    )


def of(corpus: Corpus, left: Side, right: Side, *, aligned: bool) -> Course:
    """The course of two sides, in a grain of no more than MOST_BINS."""
    spans = [_reach(corpus, side) for side in (left, right)]
    longest = max(last - first for first, last in spans)
    aligned = aligned and longest < course.WEEK_DAYS * (MOST_BINS - 1)
    whole = max(last for _, last in spans) - min(first for first, _ in spans)
    grain = _bounded(left.filters.grain, longest if aligned else whole)
    sides = (
        replace(left, label=opposites.A, filters=left.filters.with_(grain=grain)),
        replace(right, label=opposites.B),
    )
    result = course.over_time(corpus, *sides, aligned=aligned)
    begins = [(side.span(corpus) or (0, 0))[0] if aligned else 0 for side in sides]
    is_other = (result.frame["side"] == opposites.B).to_numpy(dtype=int)
    begin = np.array(begins)[is_other]
    reach = np.array(spans)[is_other]
    found = result.frame.assign(
        role=[opposites.ROLES[side] for side in result.frame["side"]],
        at=result.frame["bin_day"] + 1 if aligned else result.frame["bin_at"],
        first_day=np.maximum(result.frame["bin_day"] + begin, reach[:, 0]),
        last_day=np.minimum(result.frame["bin_end_day"] - 1 + begin, reach[:, 1]),
    )
    found = found[found["first_day"] <= found["last_day"]]
    return Course(
        sides,
        aligned,
        found.assign(
            span=[
                dates.span(dates.to_date(first), dates.to_date(last))
                for first, last in zip(
                    found["first_day"], found["last_day"], strict=True
                )
            ]
        ),
        result.unit.removeprefix("stories by "),
        wording.left_out(result.left_out),
    )


def _reach(corpus: Corpus, side: Side) -> tuple[int, int]:
    """First and last day of a side's range, as far as the corpus reaches."""
    span = side.span(corpus)
    if span is None or corpus.span is None:
        return 0, -1
    return max(span[0], corpus.span[0]), min(span[1], corpus.span[1])


def _bounded(grain: str, days: int) -> str:
    if grain == "day" and days >= MOST_BINS:
        grain = "week"
    if grain == "week" and days >= course.WEEK_DAYS * (MOST_BINS - 1):
        grain = "month"
    return grain


def counts(found: Course, *, as_count: bool) -> str:
    """The unit of both lines, and the bins."""
    if as_count:
        return f"Stories of each side, by {found.bin_name}. All times are UTC."
    return (
        f"Share of each side’s own stories, by {found.bin_name}; each line adds up to "
        "100%. All times are UTC."
    )
