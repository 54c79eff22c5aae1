"""Co-coverage: which providers run the same stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from loaders import frames
from measures import instants
from measures.clauses import provider_column
from measures.memory import remembered
from measures.related import coverage, reports
from measures.result import Result, guarded, left_out, too_little
from measures.statistics import association

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
        npmi_score, lift_bound_score and npmi_bound_score (see `association.bounds`; the
        same in reverse) and reason. given_share is missing below a
        support of 5 or below 10 coverages of the provider, the others below 10 of
        either; reason is empty where none is missing. In order of the providers'
        coverages, most first. n is all coverages, of one provider too.

    Source:
        docs/measures.md, "Co-coverage".
    """
    found = _Runs(corpus, chosen)
    top = np.argsort(-found.taken, kind="stable")[:most]
    top = top[found.taken[top] > 0]
    place = np.full(len(found.taken), -1)
    place[top] = np.arange(len(top))
    kept = place[found.seen.provider] >= 0
    pairs = association.pairs(
        found.seen.coverage[kept], place[found.seen.provider[kept]], max(len(top), 1)
    )
    both = np.zeros((len(top), len(top)), dtype=np.int64)
    both[pairs.left, pairs.right] = both[pairs.right, pairs.left] = pairs.support
    left, right = np.nonzero(~np.eye(len(top), dtype=bool))
    more = (found.taken > 0).sum() - len(top)
    return found.result(
        top[left],
        top[right],
        both[left, right],
        (more, "providers", "not among the largest"),
    )


@remembered
def of_provider(corpus: Corpus, chosen: Filters, provider: str) -> Result:
    """With whom one provider is in the same coverage, against chance.

    Returns:
        The rows of `of_providers` of this provider with each that shares a coverage with
        it, most shared first; none where nobody knows it.

    Source:
        docs/measures.md, "Co-coverage".
    """
    found = _Runs(corpus, chosen)
    seen, code = found.seen, found.names.get_indexer(pd.Index([provider]))[0]
    with_it = np.zeros(found.n, dtype=bool)
    with_it[seen.coverage[seen.provider == code]] = True
    shared = np.bincount(
        seen.provider[with_it[seen.coverage]], minlength=len(found.taken)
    )
    if code >= 0:
        shared[code] = 0
    others = np.argsort(-shared, kind="stable")[: np.count_nonzero(shared)]
    return found.result(np.full(len(others), code), others, shared[others])


class _Runs:
    """Who is in which coverage of the stories asked for."""

    def __init__(self, corpus: Corpus, chosen: Filters) -> None:
        self._corpus, self._chosen = corpus, chosen
        self._led = coverage.led_by(chosen)
        report = reports.of(corpus, self._led)
        self.n = len(report.found)
        self.seen = report.appearances
        self.names = corpus.names(provider_column(chosen.by))
        self.taken = np.bincount(self.seen.provider, minlength=len(self.names))
        """Of each provider the coverages that it is in."""

    def result(
        self,
        left: np.ndarray,
        right: np.ndarray,
        support: np.ndarray,
        *aside: tuple[int, str, str],
    ) -> Result:
        """A row for each of these pairs of codes, with what is guarded in it."""
        own, other = self.taken[left], self.taken[right]
        one = (support >= association.LEAST_SUPPORT) & (own >= LEAST_OF_ONE)
        two = one & (other >= LEAST_OF_ONE)
        with np.errstate(divide="ignore", invalid="ignore"):
            figures = association.measures(support, own, other, self.n)
            figures |= association.bounds(support, own, other, self.n)
        names = self.names.to_numpy(dtype=object)
        asked, held = self._chosen.mask(self._corpus), self._led.mask(self._corpus)
        undated = held & (self._corpus.days == frames.UNDATED)
        return Result(
            pd.DataFrame(
                {
                    "provider": names[left],
                    "other": names[right],
                    "provider_count": own,
                    "other_count": other,
                    "both_count": support,
                    "given_share": guarded(support / own, one),
                    **{name: guarded(values, two) for name, values in figures.items()},
                    "reason": np.select(
                        [two, one], ["", _of_other()], too_little(_needs())
                    ).astype(object),
                }
            ),
            self.n,
            "coverages",
            self._chosen.window,
            self._chosen.by,
            left_out(
                ((asked & ~held).sum(), "stories", "not published"),
                (undated.sum(), "stories", "without a time"),
                *aside,
            ),
            reason=coverage.why_nothing(self._corpus),
        )


def _needs() -> str:
    shared = f"{association.LEAST_SUPPORT} shared coverages"
    return f"{shared}, {LEAST_OF_ONE} of the provider"


def _of_other() -> str:
    return too_little(f"{LEAST_OF_ONE} coverages of the other")


@remembered
def stories(corpus: Corpus, chosen: Filters, *providers: str) -> np.ndarray:
    """Positions of the stories whose coverage has all of these providers, ascending.

    These are the rows behind a mark: as many as its `both_count`, or for one provider
    its coverages. An unknown provider is in no coverage.
    """
    leads, takes_part = _takes_part(corpus, chosen, providers)
    return leads[takes_part.all(axis=0)]


def either(corpus: Corpus, chosen: Filters, provider: str, other: str) -> pd.DataFrame:
    """The coverages that one of two providers is in, or both.

    Returns:
        One row per coverage: story (position of the story whose coverage it is),
        published_at (of that story), has_provider and has_other. The latest first.
        Those with both are the pair's `both_count`, those with the provider its
        `provider_count`.
    """
    leads, takes_part = _takes_part(corpus, chosen, (provider, other))
    held = np.flatnonzero(takes_part.any(axis=0))
    at = instants.of(corpus)[leads[held]]
    held, at = (values[np.lexsort((held, -at))] for values in (held, at))
    return pd.DataFrame(
        {
            "story": leads[held],
            "published_at": instants.as_times(at),
            "has_provider": takes_part[0, held],
            "has_other": takes_part[1, held],
        }
    )


def _takes_part(
    corpus: Corpus, chosen: Filters, providers: tuple[str, ...]
) -> tuple[np.ndarray, np.ndarray]:
    """The story of each coverage; and a row a provider: whether it is in each."""
    report = reports.of(corpus, coverage.led_by(chosen))
    seen = report.appearances
    codes = corpus.names(provider_column(chosen.by)).get_indexer(pd.Index(providers))
    takes_part = np.zeros((len(codes), len(report.found)), dtype=bool)
    for row, code in zip(takes_part, codes, strict=True):
        row[seen.coverage[seen.provider == code]] = True
    return report.found.leads, takes_part
