"""What topics bear beyond their ranking: peaks, momentum, pairs, who writes of what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from measures import dates
from measures.statistics import evidence
from measures.what.momentum import BASELINE_DAYS, RECENT_DAYS
from pages.charts.sentences.sentence import say

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from pages.charts.wording import Sentence

LEAST_BINS: Final = 3
"""Fewer have no course."""


def course(
    shown: pd.DataFrame, noun: str, ends: tuple[date | None, date | None]
) -> Sentence:
    """The topic whose share stands out most in one bin, and that bin.

    It is the peak of the topic among the bins that a share is said of, and more than
    chance gives the greatest of all cells that are shown.

    Args:
        shown: Rows of `topics.over_time` that have a share.
        noun: What a bin is.
        ends: First and last day of the range; None where it has no end.
    """
    if shown["bin_day"].nunique() < LEAST_BINS:
        return say("course.topics")
    counts, of = shown["story_count"].to_numpy(), shown["all_count"].to_numpy()
    code = np.unique(shown["topic"].to_numpy(dtype=str), return_inverse=True)[1]
    sums = [np.bincount(code, weights=values) for values in (counts, of)]
    pooled = (sums[0] / np.maximum(sums[1], 1))[code]
    p = evidence.binomial_test(counts, of, pooled)
    sure = evidence.holds(p) & (counts >= evidence.LEAST_FOR_PEAK)
    share = np.where(of >= evidence.LEAST_FOR_SHARE, shown["story_share"], -1)
    sure &= share == _sole_peaks(share, code)
    if not sure.any():
        return say("course.topics")
    top = shown.iloc[int(np.where(sure, share, -1).argmax())]
    first, last = dates.to_date(top["bin_day"]), dates.to_date(top["bin_end_day"] - 1)
    return say(
        "course.topic_peak",
        name=str(top["topic"]),
        share=float(top["story_share"]),
        noun=noun,
        when=(max(first, ends[0] or first), min(last, ends[1] or last)),
    )


def _sole_peaks(share: np.ndarray, code: np.ndarray) -> np.ndarray:
    """Of each row the greatest share of its code; infinite where several rows have it."""
    best = np.zeros(int(code.max(initial=0)) + 1)
    np.maximum.at(best, code, share)
    times = np.bincount(code[share == best[code]], minlength=len(best))
    return np.where(times == 1, best, np.inf)[code]


def _is_moving(known: pd.DataFrame) -> np.ndarray:
    """Which topics rise or fall by more than chance gives so many.

    What is expected is itself of a few stories, so the two windows are held against each
    other: of the stories of both, how many are recent.
    """
    recent = known["recent_count"].to_numpy()
    expected = known["expected_count"].to_numpy()
    both = recent + np.rint(expected * BASELINE_DAYS / RECENT_DAYS).astype(np.int64)
    part = np.full(len(known), RECENT_DAYS / (RECENT_DAYS + BASELINE_DAYS))
    more = evidence.binomial_test(recent, both, part)
    less = evidence.binomial_test(both - recent, both, 1 - part)
    sure = evidence.holds(np.minimum(2 * np.minimum(more, less), 1))
    size = known["momentum_score"].abs().to_numpy()
    return sure & (size >= evidence.REMARKABLE_SCORE)


def momentum(known: pd.DataFrame) -> Sentence:
    """The topic that rises most, or falls, where one does by more than chance.

    Args:
        known: Rows of `momentum.of_topics` that have a momentum, the greatest first.
    """
    held = known[_is_moving(known)] if len(known) else known
    if held.empty:
        return say("momentum.plain")
    is_up = held["momentum_score"].iloc[0] > 0
    top = held.iloc[0 if is_up else -1]
    return say(
        "momentum.rising" if is_up else "momentum.falling",
        name=str(top["topic"]),
        story_count=int(top["recent_count"]),
        days=RECENT_DAYS,
        expected=float(top["expected_count"]),
    )


def quadrants(table: pd.DataFrame) -> Sentence:
    """Which topics are large and rising (or the next kind that there is), if any are."""
    held = table[_is_moving(table)] if len(table) else table
    for kind in ("large and rising", "small and rising", "large and falling"):
        names = held.loc[held["quadrant"] == kind, "topic"].tolist()
        if names:
            verb = "is" if len(names) == 1 else "are"
            return say("quadrants.named", names=tuple(names), verb=verb, kind=kind)
    return say("quadrants.plain")


def cells(table: pd.DataFrame) -> Sentence:
    """The provider and topic that stand out most from what chance would give.

    Args:
        table: Rows of `residuals.topic_by_provider`.
    """
    known = table[table["residual_score"].notna()]
    if known.empty:
        return say("cells.plain")
    counts, of = known["story_count"].to_numpy(), known["provider_count"].to_numpy()
    part = np.clip(known["expected_count"] / np.maximum(of, 1), 0, 1).to_numpy()
    more = evidence.binomial_test(counts, of, part)
    less = evidence.binomial_test(of - counts, of, 1 - part)
    score = known["residual_score"].to_numpy()
    size = np.abs(score).round(6)  # of equals the one above chance
    sure = evidence.holds(np.minimum(2 * np.minimum(more, less), 1))
    sure &= size >= evidence.REMARKABLE_SCORE
    if not sure.any():
        return say("cells.plain")
    top = known.iloc[int(np.lexsort((score, np.where(sure, size, -1)))[-1])]
    facts: dict[str, Any] = {
        "name": str(top["provider"]),
        "topic": str(top["topic"]),
        "story_count": int(top["story_count"]),
        "expected": float(top["expected_count"]),
    }
    return say("cells.more" if top["residual_score"] > 0 else "cells.less", **facts)


def pairs(found: pd.DataFrame, sizes: tuple[int, int], most: int) -> Sentence:
    """The two topics that go together most surely more often than by chance.

    Not those of the greatest lift: that is greatest where hardly any were expected.

    Args:
        found: Rows of `cooccurrence.of_topics`, all of them.
        sizes: How many stories there are, and how many pairs were compared: those that
            came together too rarely to have a row among them.
        most: So many of the rows are shown; one of them is named.
    """
    n, compared = sizes
    counts = found[["topic_count", "other_count"]].to_numpy()
    rarer, other = counts.min(axis=1), counts.max(axis=1)
    p = evidence.binomial_test(found["both_count"].to_numpy(), rarer, other / max(n, 1))
    sure = evidence.holds(p, compared)
    sure[most:] = False
    if not sure.any():
        return say("pairs.plain")
    at = int(np.where(sure, p, np.inf).argmin())
    top = found.iloc[at]
    is_usual = bool(rarer[at] * other[at] / n >= evidence.LEAST_USUAL)
    return say(
        "pairs.times" if is_usual else "pairs.more",
        name=str(top["topic"]),
        other=str(top["other"]),
        story_count=int(top["both_count"]),
        lift=float(top["lift_score"]),
        is_usual=is_usual,
    )
