"""Co-coverage: which providers run the same stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from loaders import frames
from measures import association, coverage, reports
from measures.clauses import provider_column
from measures.memory import remembered
from measures.result import Result, guarded, left_out, too_little

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

LEAST_OF_ONE: Final = 10
"""Coverages that a provider must be in before its company is said."""


@remembered
def of_providers(corpus: Corpus, chosen: Filters, most: int = 20) -> Result:
    """How often two providers are in the same coverage, against chance.

    Returns:
        One row per ordered pair of the `most` providers in most coverages: provider,
        other, provider_count and other_count (coverages each is in), both_count (the
        support), given_share (coverages of the provider that the other is in too:
        P(other | provider), not the same in reverse), jaccard_share, lift_score,
        npmi_score (the same in reverse) and reason. given_share is missing below a
        support of 5 or below 10 coverages of the provider, the others below 10 of
        either; reason is empty where none is missing. In order of the providers'
        coverages, most first. n is all coverages, of one provider too.

    Source:
        docs/measures.md, "Co-coverage".
    """
    led = coverage.led_by(chosen)
    report = reports.of(corpus, led)
    seen = report.appearances
    names = corpus.names(provider_column(chosen.by)).to_numpy(dtype=object)
    n = len(report.found)
    taken = np.bincount(seen.provider, minlength=len(names))
    top = np.argsort(-taken, kind="stable")[:most]
    top = top[taken[top] > 0]
    place = np.full(len(names), -1)
    place[top] = np.arange(len(top))
    kept = place[seen.provider] >= 0
    found = association.pairs(
        seen.coverage[kept], place[seen.provider[kept]], max(len(top), 1)
    )
    both = np.zeros((len(top), len(top)), dtype=np.int64)
    both[found.left, found.right] = both[found.right, found.left] = found.support
    left, right = np.nonzero(~np.eye(len(top), dtype=bool))
    support, own, other = both[left, right], taken[top[left]], taken[top[right]]
    one = (support >= association.LEAST_SUPPORT) & (own >= LEAST_OF_ONE)
    two = one & (other >= LEAST_OF_ONE)
    with np.errstate(divide="ignore", invalid="ignore"):
        figures = association.measures(support, own, other, n)
    needs = (
        f"{association.LEAST_SUPPORT} shared coverages, {LEAST_OF_ONE} of the provider"
    )
    frame = pd.DataFrame(
        {
            "provider": names[top[left]],
            "other": names[top[right]],
            "provider_count": own,
            "other_count": other,
            "both_count": support,
            "given_share": guarded(support / own, one),
            **{name: guarded(values, two) for name, values in figures.items()},
            "reason": np.select(
                [two, one], ["", _of_other()], too_little(needs)
            ).astype(object),
        }
    )
    asked, held = chosen.mask(corpus), led.mask(corpus)
    undated = held & (corpus.days == frames.UNDATED)
    return Result(
        frame,
        n,
        "coverages",
        chosen.window,
        chosen.by,
        left_out(
            ((asked & ~held).sum(), "stories", "not published"),
            (undated.sum(), "stories", "without a time"),
            ((taken > 0).sum() - len(top), "providers", "not among the largest"),
        ),
        reason=coverage.why_nothing(corpus),
    )


def _of_other() -> str:
    return too_little(f"{LEAST_OF_ONE} coverages of the other")


@remembered
def stories(corpus: Corpus, chosen: Filters, *providers: str) -> np.ndarray:
    """Positions of the stories whose coverage has all of these providers, ascending.

    These are the rows behind a mark: as many as its `both_count`, or for one provider
    its coverages. An unknown provider is in no coverage.
    """
    report = reports.of(corpus, coverage.led_by(chosen))
    seen = report.appearances
    held = np.ones(len(report.found), dtype=bool)
    codes = corpus.names(provider_column(chosen.by)).get_indexer(pd.Index(providers))
    for code in codes:
        inside = np.zeros(len(report.found), dtype=bool)
        inside[seen.coverage[seen.provider == code]] = True
        held &= inside
    return report.found.leads[held]
