"""Blind spots: stories that went wide and that a large provider did not run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from measures.clauses import provider_column
from measures.memory import remembered
from measures.related import coverage, reports
from measures.result import Result, left_out

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

LEAST_BREADTH: Final = 5
"""Providers in the coverage of a story that is called wide."""


@remembered
def of_providers(corpus: Corpus, chosen: Filters, most: int = 10) -> Result:
    """How many wide stories each of the largest providers is not linked to.

    Returns:
        One row per provider, of the `most` in most coverages: provider, coverage_count
        (of all coverages), wide_count (wide ones it is in), absent_count (wide ones it
        is not in), absent_share (of all n; missing where there is none). Most absent
        first, then by name. n is the coverages of at least LEAST_BREADTH providers.
        Absent means that nobody linked it, not that it did not write.
    """
    report = reports.of(corpus, coverage.led_by(chosen))
    seen = report.appearances
    names = corpus.names(provider_column(chosen.by)).to_numpy(dtype=object)
    wide = report.breadth >= LEAST_BREADTH
    taken = np.bincount(seen.provider, minlength=len(names))
    inside = np.bincount(seen.provider[wide[seen.coverage]], minlength=len(names))
    top = np.argsort(-taken, kind="stable")[:most]
    top = top[taken[top] > 0]
    n = int(wide.sum())
    frame = pd.DataFrame(
        {
            "provider": names[top],
            "coverage_count": taken[top],
            "wide_count": inside[top],
            "absent_count": n - inside[top],
            "absent_share": (n - inside[top]) / n if n else np.nan,
        }
    ).sort_values(
        ["absent_count", "provider"], ascending=[False, True], ignore_index=True
    )
    return Result(
        frame,
        n,
        f"coverages of at least {LEAST_BREADTH} providers",
        chosen.window,
        chosen.by,
        left_out(((~wide).sum(), "coverages", f"fewer than {LEAST_BREADTH} providers")),
        reason=coverage.why_nothing(corpus),
    )


@remembered
def stories(corpus: Corpus, chosen: Filters, provider: str) -> np.ndarray:
    """Positions of the wide stories that a provider is not linked to, ascending."""
    report = reports.of(corpus, coverage.led_by(chosen))
    seen = report.appearances
    codes = corpus.names(provider_column(chosen.by)).get_indexer(pd.Index([provider]))
    absent = report.breadth >= LEAST_BREADTH
    absent[seen.coverage[seen.provider == codes[0]]] = False
    return report.found.leads[absent]
