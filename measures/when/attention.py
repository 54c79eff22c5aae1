"""Attention: how many stories ran, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from loaders import frames
from measures import dates
from measures.memory import remembered
from measures.when import bins

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

LEAST_DENOMINATOR = 5
HOURS = 24
WEEKDAY_COUNT = 7
WHOLE_SHARE = 0.9
"""A bin of fewer of the days of the longest, as February has of March, is none."""


def at(days: np.ndarray) -> pd.DatetimeIndex:
    """Days as instants: their midnights in UTC."""
    midnights = np.asarray(days, dtype="int64").astype("datetime64[D]")
    return pd.DatetimeIndex(midnights.astype("datetime64[s]")).tz_localize("UTC")


def bin_columns(spans: bins.Bins, each: int = 1) -> dict[str, object]:
    """The columns that say which bin a row is of, bins in order with `each` rows apiece.

    Returns:
        bin_at and bin_end_at (half-open, UTC), bin_day and bin_end_day.
    """
    starts, ends = np.repeat(spans.starts, each), np.repeat(spans.ends, each)
    return {
        "bin_at": at(starts),
        "bin_end_at": at(ends),
        "bin_day": starts,
        "bin_end_day": ends,
    }


SUBJECT = ("topic", "not_topic", "words")
SOURCE = ("provider", "not_provider")


def reference(chosen: Filters) -> Filters:
    """What attention is normalised against: the filters without their subject.

    The subject is topics and words; where none are chosen, it is the providers. So
    "IGN on Druid" is measured against all of IGN, and "IGN" against everything.
    """
    named = any(getattr(chosen, name) for name in SUBJECT)
    return chosen.without(*(SUBJECT if named else SOURCE))


@remembered
def over_time(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """Count the stories of each bin under the filters, empty bins as 0.

    Returns:
        One row per bin in order of time: bin_at and bin_end_at (half-open, UTC),
        bin_day and bin_end_day, story_count, all_count (stories of the bin under
        `reference`), story_share (their ratio, missing below LEAST_DENOMINATOR)
        and is_partial (the data or the range begins or ends inside the bin). A corpus
        without times gives no rows.

    Source:
        docs/measures.md, "Attention" and "Normalised attention".
    """
    return _counted(corpus, chosen, bins.chosen_bins(corpus, chosen))


@remembered
def within(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """As `over_time`, but a bin that the range begins or ends inside has its days only."""
    return _counted(corpus, chosen, bins.chosen_bins(corpus, chosen).clipped())


@remembered
def around(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """Count the stories of each bin over the whole span, cut where the range begins and ends.

    A bin that the range begins or ends inside is two rows: what is of the range, and what
    is not. So every row lies inside the range or outside, and no count is of both.

    Returns:
        As `over_time` of the filters without their dates, and is_inside.
    """
    whole = chosen.without("first", "last")
    spans = bins.chosen_bins(corpus, whole)
    first = None if chosen.first is None else dates.to_day(chosen.first)
    end = None if chosen.last is None else dates.to_day(chosen.last) + 1
    spans = spans.cut_at(*(day for day in (first, end) if day is not None))
    inside = np.ones(len(spans), dtype=bool)
    if first is not None:
        inside &= spans.starts >= first
    if end is not None:
        inside &= spans.ends <= end
    return _counted(corpus, whole, spans).assign(is_inside=inside)


def _counted(corpus: Corpus, chosen: Filters, spans: bins.Bins) -> pd.DataFrame:
    counts = spans.count(corpus.days[chosen.mask(corpus)])
    everything = spans.count(corpus.days[reference(chosen).mask(corpus)])
    enough = everything >= LEAST_DENOMINATOR
    share = np.divide(counts, everything, out=np.full(len(spans), np.nan), where=enough)
    return pd.DataFrame(
        bin_columns(spans)
        | {
            "story_count": counts,
            "all_count": everything,
            "story_share": share,
            "is_partial": spans.is_partial,
        }
    )


def usual(table: pd.DataFrame) -> float:
    """The stories that a bin usually has: the median, or the mean where that is 0.

    Bins that the data or the range do not fill are left aside; NaN where no bin is whole.

    Args:
        table: Rows of `around` or `over_time`.
    """
    days = table["bin_end_day"] - table["bin_day"]
    is_whole = ~table["is_partial"] & (days >= WHOLE_SHARE * days.max())
    counts = table.loc[is_whole, "story_count"]
    median = float(counts.median())
    return median if median != 0 else float(counts.mean())


@remembered
def by_day(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """Count the stories of each calendar day under the filters, empty days as 0.

    Returns:
        One row per day of the range that the corpus reaches: day_at (UTC midnight),
        published_day, story_count.
    """
    spans = bins.over(*bins.reached(corpus, chosen), "day")
    return pd.DataFrame(
        {
            "day_at": at(spans.starts),
            "published_day": spans.starts,
            "story_count": spans.count(corpus.days[chosen.mask(corpus)]),
        }
    )


@remembered
def rhythm(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """Count the stories of each weekday and hour of the day in UTC.

    Returns:
        168 rows, Monday 0:00 first: weekday (0 is Monday), hour, story_count.
        Stories without a time are left out. Weekday and hour clauses are not skipped.
    """
    held = chosen.mask(corpus) & (corpus.days != frames.UNDATED)
    cell = corpus.weekdays[held].astype(np.int64) * HOURS + corpus.hours[held]
    counts = np.bincount(cell, minlength=WEEKDAY_COUNT * HOURS)
    return pd.DataFrame(
        {
            "weekday": np.repeat(np.arange(WEEKDAY_COUNT), HOURS),
            "hour": np.tile(np.arange(HOURS), WEEKDAY_COUNT),
            "story_count": counts,
        }
    )


@remembered
def by_hour(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """Count the stories of each hour of the day in UTC.

    Returns:
        24 rows, 0:00 first: hour, story_count. Stories without a time are left out.
    """
    held = chosen.mask(corpus) & (corpus.days != frames.UNDATED)
    counts = np.bincount(corpus.hours[held], minlength=HOURS)
    return pd.DataFrame({"hour": np.arange(HOURS), "story_count": counts})


def undated_count(corpus: Corpus, chosen: Filters) -> int:
    """How many of the stories under the filters have no readable time."""
    return int((corpus.days[chosen.mask(corpus)] == frames.UNDATED).sum())
