"""Momentum: what is gaining or losing attention just now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from loaders import frames
from measures import dates
from measures.clauses import provider_column
from measures.memory import remembered
from measures.result import Result, guarded, left_out, reasons
from measures.what import umbrella
from measures.when import bins

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

RECENT_DAYS: Final = 7
BASELINE_DAYS: Final = 28
LEAST_EXPECTED: Final = 5
"""Expected stories below which a Pearson residual says nothing."""


def needs() -> str:
    """What a momentum needs to be said."""
    return f"{LEAST_EXPECTED} expected stories"


@remembered
def of_providers(corpus: Corpus, chosen: Filters) -> Result:
    """The momentum of each provider, in the chosen identity; columns as `of_topics`."""
    column = provider_column(chosen.by)
    codes = corpus.codes(column)
    story = np.flatnonzero(codes >= 0)
    names = corpus.names(column)
    frame = _momentum(corpus, chosen, (story, codes[story], names))
    missing = chosen.mask(corpus) & (codes < 0)
    return Result(
        frame.rename(columns={"name": "provider"}),
        int(chosen.mask(corpus).sum()),
        "stories",
        identity=chosen.by,
        left_out=left_out((missing.sum(), "stories", "without a provider")),
    )


@remembered
def of_topics(corpus: Corpus, chosen: Filters) -> Result:
    """The momentum of each topic but the umbrella topics: the last days against before.

    The last RECENT_DAYS of the range are compared with the BASELINE_DAYS before
    them, which may lie before the range. Where the range has no end, it is the last day
    of the corpus.

    Returns:
        One row per topic with a story in the range or in the baseline: topic,
        story_count and story_share (in the range, share of all n), recent_count (O),
        expected_count (E: the baseline's daily mean times RECENT_DAYS), momentum_score
        ((O - E) / √E, missing where E is below LEAST_EXPECTED) and reason. The greatest momentum
        first, those without one last, then by stories and name.

    Source:
        docs/measures.md, "Momentum".
    """
    story, topic = corpus.topic_pairs
    frame = _momentum(corpus, chosen, (story, topic, corpus.topic_names))
    aside = umbrella.topics(corpus)
    kept = frame[~frame["name"].isin(aside)].reset_index(drop=True)
    return Result(
        kept.rename(columns={"name": "topic"}),
        int(chosen.mask(corpus).sum()),
        "stories",
        left_out=umbrella.left_out(aside),
    )


def _momentum(
    corpus: Corpus,
    chosen: Filters,
    tagged: tuple[np.ndarray, np.ndarray, pd.Index],
) -> pd.DataFrame:
    """Momentum of each name; `tagged` is story positions, codes, and their names."""
    story, codes, names = tagged
    in_range = chosen.mask(corpus)
    ever = chosen.without("first", "last").mask(corpus) & (
        corpus.days != frames.UNDATED
    )
    end = _end(corpus, chosen)
    days = corpus.days.astype(np.int64)
    split, begin = end - RECENT_DAYS, end - RECENT_DAYS - BASELINE_DAYS
    is_recent = ever & (days > split) & (days <= end)
    is_before = ever & (days > begin) & (days <= split)

    def count(held: np.ndarray) -> np.ndarray:
        return np.bincount(codes[held[story]], minlength=len(names))

    total, recent = count(in_range), count(is_recent)
    expected = count(is_before) * RECENT_DAYS / BASELINE_DAYS
    rows = np.flatnonzero((total > 0) | (recent > 0) | (expected > 0))
    total, recent, expected = total[rows], recent[rows], expected[rows]
    has_past = corpus.span is not None and corpus.span[0] <= begin + 1
    enough = (expected >= LEAST_EXPECTED) & has_past
    score = (recent - expected) / np.sqrt(np.where(expected > 0, expected, 1))
    days_needed = f"{RECENT_DAYS + BASELINE_DAYS} days of the corpus"
    why = reasons(enough, needs() if has_past else days_needed)
    return pd.DataFrame(
        {
            "name": names.to_numpy(dtype=object)[rows],
            "story_count": total,
            "story_share": total / max(int(in_range.sum()), 1),
            "recent_count": recent,
            "expected_count": expected,
            "momentum_score": guarded(score, enough),
            "reason": why,
        }
    ).sort_values(
        ["momentum_score", "story_count", "name"],
        ascending=[False, False, True],
        ignore_index=True,
    )


def recent(corpus: Corpus, chosen: Filters) -> Filters | None:
    """The filters over the recent days that momentum counts; None without times."""
    end = _end(corpus, chosen)
    if end == frames.UNDATED:
        return None
    return chosen.with_(
        first=dates.to_date(end - RECENT_DAYS + 1), last=dates.to_date(end)
    )


def within_range(corpus: Corpus, chosen: Filters) -> Filters:
    """The recent days as far as the range holds them; the filters where none has a time.

    A range of fewer days than momentum counts leaves the others out.
    """
    counted = recent(corpus, chosen)
    if counted is None or counted.first is None:
        return chosen
    first = max(counted.first, chosen.first or counted.first)
    return counted.with_(first=first)


def _end(corpus: Corpus, chosen: Filters) -> int:
    """The last day of the range that the corpus reaches."""
    ends = bins.span(corpus, chosen)
    if ends is None or corpus.span is None:
        return frames.UNDATED
    return min(ends[1], corpus.span[1])
