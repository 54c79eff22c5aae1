"""When stories ran: the peak of a timeline, where it has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from measures import dates
from measures.statistics import evidence
from pages.charts.sentences.sentence import MOST_NAMES, say

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from pages.charts.wording import Sentence

HERE = " in this range"


def peak(
    table: pd.DataFrame, noun: str, *, is_narrowed: bool, is_subject: bool = False
) -> Sentence:
    """The peak of these bins; equal ones are named or counted, none is preferred.

    A peak has evidence.LEAST_FOR_PEAK stories, and more than chance gives some bin of an
    even course; otherwise it is only said how many a bin has at most.

    Args:
        table: The rows of `attention.around` or `attention.over_time` that are spoken of.
        noun: What a bin is: a day, a week or a month.
        is_narrowed: They are those of a chosen range.
        is_subject: They are the stories of a topic or of words: then a peak is said with
            its share of all stories, since that of a growing corpus is no news.
    """
    counts = table["story_count"].to_numpy()
    total, most = int(counts.sum()), int(counts.max(initial=0))
    if not total:
        return say("time.none")
    here = HERE if is_narrowed else ""
    top = table.iloc[int(counts.argmax())]
    facts: dict[str, Any] = {"here": here, "noun": noun, "story_count": most}
    if most == total:
        return say("time.all", when=_ends(top), story_count=total)
    if most < evidence.LEAST_FOR_PEAK or not stands_out(counts):
        return say("time.even", **{**facts, "story_count": total, "most": most})
    if (counts == most).sum() > 1:
        return _equal(table[counts == most], facts)
    share = float(top["story_share"])
    is_part = most < int(top["all_count"]) >= evidence.LEAST_FOR_SHARE
    if is_subject and is_part:
        return say("time.peak_of_all", **facts, when=_ends(top), share=share)
    return say("time.peak", **facts, when=_ends(top))


def _equal(equal: pd.DataFrame, facts: dict[str, Any]) -> Sentence:
    """Peaks of the same height: named where they are few, else counted."""
    if len(equal) > MOST_NAMES:
        return say("time.equals", **facts, bin_count=len(equal))
    times = tuple(_ends(row) for _, row in equal.iterrows())
    return say("time.equal", **facts, times=times)


def stands_out(counts: np.ndarray) -> bool:
    """Whether the greatest count is more than chance gives an even course of so many bins."""
    p = evidence.poisson_test(counts, np.full(len(counts), counts.mean()))
    return bool(evidence.holds(p)[int(counts.argmax())])


def times_usual(
    table: pd.DataFrame, noun: str, usual: float, least_ratio: float
) -> Sentence | None:
    """The peak of a timeline and how many times the usual it is.

    None where the timeline has no single peak, where fewer than evidence.LEAST_USUAL
    stories are usual, or where the peak is less than `least_ratio` times as many.
    """
    top = peak(table, noun, is_narrowed=False)
    if top.kind != "time.peak" or usual < evidence.LEAST_USUAL:
        return None
    most = int(top.facts["story_count"])
    if most / usual < least_ratio:
        return None
    return say(
        "time.times_usual",
        when=top.facts["when"],
        story_count=most,
        usual=usual,
        ratio=most / usual,
        noun=noun,
    )


def _ends(row: pd.Series) -> tuple[date, date]:
    return dates.to_date(row["bin_day"]), dates.to_date(row["bin_end_day"] - 1)
