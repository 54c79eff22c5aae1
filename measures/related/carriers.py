"""Carrier against origin: how long until a carrier has what its origin has run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from measures import instants
from measures.memory import remembered
from measures.related import coverage, titles
from measures.result import Result, guarded, left_out, reasons
from measures.statistics import quartiles

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.related.members import Coverages

LEAST_PAIRS: Final = 10
"""Copies with their origin's own report that a carrier must have before lags are said."""


@remembered
def pairs(corpus: Corpus, chosen: Filters) -> Result:
    """Each carrier copy beside its origin's own report in the same coverage.

    The origin's report is the earliest member of the same family and headline that is no
    carrier copy. Of several copies by one carrier the earliest counts.

    Returns:
        One row per coverage, family and carrier: story (position of the story whose
        coverage it is), provider, carrier, origin_at, copied_at and lag_hours (negative:
        the copy is dated before the origin). In order of the stories. n is the copies,
        with their origin's report in the coverage or not.

    Source:
        docs/measures.md, "Carrier lag".
    """
    led = coverage.led_by(chosen)
    found = coverage.of(corpus, led, "family")
    has_family = found.provider >= 0
    copies = _reported(corpus, found, np.flatnonzero(has_family & (found.carrier >= 0)))
    own = _reported(corpus, found, np.flatnonzero(has_family & (found.carrier < 0)))
    one = copies.drop_duplicates(["coverage", "provider", "carrier"])
    beside = one.merge(own[["coverage", "provider"]].drop_duplicates())
    joined = (
        copies[copies["headline"] != ""]
        .merge(
            own.drop_duplicates(["coverage", "provider", "headline"])[
                ["coverage", "provider", "headline", "instant"]
            ],
            on=["coverage", "provider", "headline"],
            suffixes=("", "_own"),
        )
        .sort_values(["coverage", "provider", "carrier", "instant"], ignore_index=True)
        .drop_duplicates(["coverage", "provider", "carrier"], ignore_index=True)
    )
    families = corpus.names("provider_family").to_numpy(dtype=object)
    carriers = corpus.names("carrier").to_numpy(dtype=object)
    copied, origin = joined["instant"].to_numpy(), joined["instant_own"].to_numpy()
    frame = pd.DataFrame(
        {
            "story": found.leads[joined["coverage"]],
            "provider": families[joined["provider"]],
            "carrier": carriers[joined["carrier"]],
            "origin_at": instants.as_times(origin),
            "copied_at": instants.as_times(copied),
            "lag_hours": instants.hours(copied - origin),
        }
    )
    return Result(
        frame,
        len(one),
        "carrier copies, one per coverage, family and carrier",
        chosen.window,
        "family",
        left_out(
            (
                len(one) - len(beside),
                "carrier copies",
                "the origin's own report is not in the coverage",
            ),
            (
                len(beside) - len(frame),
                "carrier copies",
                "the origin's reports in the coverage have other headlines",
            ),
        ),
        reason=coverage.why_nothing(corpus),
    )


@remembered
def by_carrier(corpus: Corpus, chosen: Filters) -> Result:
    """How fast each carrier copies.

    Returns:
        One row per carrier with a pair: carrier, pair_count, lag_q1_hours,
        lag_median_hours, lag_q3_hours (missing below LEAST_PAIRS), before_count (copies
        dated before the origin) and reason. Most pairs first, then by name.
    """
    whole = pairs(corpus, chosen)
    code, names = pd.factorize(whole.frame["carrier"])
    lag = whole.frame["lag_hours"].to_numpy()
    counts = np.bincount(code, minlength=len(names))
    lags = quartiles.of(lag, code, np.arange(len(names)))
    enough = counts >= LEAST_PAIRS
    frame = pd.DataFrame(
        {
            "carrier": np.asarray(names, dtype=object),
            "pair_count": counts,
            "lag_q1_hours": guarded(lags[0], enough),
            "lag_median_hours": guarded(lags[1], enough),
            "lag_q3_hours": guarded(lags[2], enough),
            "before_count": np.bincount(code[lag < 0], minlength=len(names)),
            "reason": reasons(enough, f"{LEAST_PAIRS} copies with their origin"),
        }
    ).sort_values(["pair_count", "carrier"], ascending=[False, True], ignore_index=True)
    return Result(
        frame,
        len(whole.frame),
        "carrier copies with their origin's own report",
        chosen.window,
        "family",
        whole.left_out,
        reason=coverage.why_nothing(corpus),
    )


def _reported(corpus: Corpus, found: Coverages, rows: np.ndarray) -> pd.DataFrame:
    """These rows of coverages with their headlines made alike, the earliest first."""
    return pd.DataFrame(
        {
            "coverage": found.coverage[rows],
            "provider": found.provider[rows].astype(np.int64),
            "carrier": found.carrier[rows].astype(np.int64),
            "instant": found.instant[rows],
            "headline": titles.alike(titles.of(corpus, found, rows)),
        }
    ).sort_values("instant", kind="stable")
