"""Who precedes whom: the order in which two providers come into the same coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from measures import instants
from measures.clauses import provider_column
from measures.memory import remembered
from measures.related import coverage, reports
from measures.result import Result, guarded, left_out, reasons

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

LEAST_MEETINGS: Final = 5
"""Coverages that two providers must share before one is said to precede the other."""


@remembered
def precedence(corpus: Corpus, chosen: Filters, most: int = 15) -> Result:
    """How often one provider's first time in a coverage precedes another's.

    Returns:
        One row per ordered pair of the `most` providers in most coverages: provider,
        other, both_count (coverages that both are in), before_count (the provider more
        than SHARED_MINUTES before the other), tie_count (within them), before_share (of
        both_count), before_score (how sure that is) and reason; the two are missing below
        LEAST_MEETINGS, and reason says so. In order of the providers' coverages, most
        first. before_share of a pair, of its reverse and the ties add up to 1.

        before_score is the z of a sign test, (b - a) / √(b + a) for b times before and a
        times after: 0 where neither is more often before, and -1 times that of the
        reverse. Five of five make 2.2, fifty of fifty 7.1.

    Source:
        docs/measures.md, "Precedence".
    """
    led = coverage.led_by(chosen)
    report = reports.of(corpus, led)
    seen = report.appearances
    names = corpus.names(provider_column(chosen.by)).to_numpy(dtype=object)
    inside = report.is_compared[seen.coverage]
    taken = np.bincount(seen.provider[inside], minlength=len(names))
    top = np.argsort(-taken, kind="stable")[:most]
    top = top[taken[top] > 0]
    place = np.full(len(names), -1)
    place[top] = np.arange(len(top))
    held = np.flatnonzero(inside & (place[seen.provider] >= 0))
    where = np.unique(seen.coverage[held], return_inverse=True)[1]
    times = np.full((len(top), int(where.max(initial=-1)) + 1), instants.NEVER)
    times[place[seen.provider[held]], where] = seen.instant[held]
    both = np.zeros((len(top), len(top)), dtype=np.int64)
    before, tied = both.copy(), both.copy()
    for row, own in enumerate(times):
        meet = (own != instants.NEVER) & (times != instants.NEVER)
        later = times - own
        both[row] = meet.sum(axis=1)
        before[row] = (meet & (later > reports.SHARED)).sum(axis=1)
        tied[row] = (meet & (np.abs(later) <= reports.SHARED)).sum(axis=1)
    left, right = np.nonzero(~np.eye(len(top), dtype=bool))
    enough = both[left, right] >= LEAST_MEETINGS
    share = before[left, right] / np.maximum(both[left, right], 1)
    ahead, behind = before[left, right], before[right, left]
    score = (ahead - behind) / np.sqrt(np.maximum(ahead + behind, 1))
    frame = pd.DataFrame(
        {
            "provider": names[top[left]],
            "other": names[top[right]],
            "both_count": both[left, right],
            "before_count": ahead,
            "tie_count": tied[left, right],
            "before_share": guarded(share, enough),
            "before_score": guarded(score, enough),
            "reason": reasons(enough, f"{LEAST_MEETINGS} shared coverages"),
        }
    )
    n = int(report.is_compared.sum())
    return Result(
        frame,
        n,
        reports.UNIT,
        chosen.window,
        chosen.by,
        reports.not_compared(corpus, chosen, led)
        + left_out(
            (int((taken > 0).sum()) - len(top), "providers", "in fewer coverages")
        ),
        reason=coverage.why_nothing(corpus),
    )


BEFORE, TOGETHER, AFTER = "before", "together", "after"


def meetings(
    corpus: Corpus, chosen: Filters, provider: str, other: str
) -> pd.DataFrame:
    """The coverages that a pair's share is made of: those with both and a first report.

    Returns:
        One row per coverage, as many as the pair's `both_count`: story (position of the
        story whose coverage it is), order (BEFORE where the share counts it, TOGETHER
        within 5 minutes, or AFTER), ahead_hours (how long the provider was before the
        other), reported_at and other_at (the first time of either). The latest first.
        None where one of the two is unknown.
    """
    report = reports.of(corpus, coverage.led_by(chosen))
    seen = report.appearances
    names = corpus.names(provider_column(chosen.by))
    times = np.full((2, len(report.found)), instants.NEVER)
    for own, code in zip(
        times, names.get_indexer(pd.Index([provider, other])), strict=True
    ):
        inside = seen.provider == code
        own[seen.coverage[inside]] = seen.instant[inside]
    meet = report.is_compared & (times != instants.NEVER).all(axis=0)
    held = np.flatnonzero(meet)
    own, others = times[:, held]
    ahead = others - own
    order = np.lexsort((held, -own))
    return pd.DataFrame(
        {
            "story": report.found.leads[held],
            "order": np.select(
                [ahead > reports.SHARED, ahead >= -reports.SHARED],
                [BEFORE, TOGETHER],
                AFTER,
            ).astype(object),
            "ahead_hours": instants.hours(ahead),
            "reported_at": instants.as_times(own),
            "other_at": instants.as_times(others),
        }
    ).iloc[order]
