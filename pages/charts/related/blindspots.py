"""Blind spots: stories of wide coverage that a large provider is not linked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from measures.memory import remembered
from measures.related import blindspots
from pages.charts import ranking, wording
from pages.charts.figure import Figure
from pages.charts.related import coverage
from pages.charts.sentences import linked

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def absent(corpus: Corpus, chosen: Filters) -> Figure:
    """Wide stories that each large provider is not linked to; a click lists them."""
    result = blindspots.of_providers(corpus, chosen)
    missed = result.frame[result.frame["absent_count"] > 0]
    counted = missed[["provider"]].assign(
        story_count=missed["absent_count"],
        story_share=missed["absent_share"],
        is_chosen=False,
    )
    known = frozenset(result.frame["provider"])
    return Figure(
        key="blind-spots",
        title=linked.absent(result.frame, result.n),
        counts=(
            "Wide stories that a provider is not linked to, of "
            f"{coverage.whole(result)}, for the {wording.count(len(result.frame), 'provider')} in "
            f"most coverages. {coverage.read_as(result)}"
        ),
        frame=ranking.table(counted, "provider"),
        spec=ranking.bars("provider", "Not in it"),
        rows=chosen,
        names=("provider",),
        stories=lambda names: (
            blindspots.stories(corpus, chosen, names[0])
            if names[0] in known
            else np.zeros(0, dtype=np.int64)
        ),
        listing=result.frame,
        unit=("provider",),
        listing_columns={
            "coverage_count": "Coverages",
            "wide_count": "Wide ones it is in",
            "absent_count": "Wide ones it is not in",
            "absent_share": "Share not in",
        },
        left_out=coverage.left_out(result),
        method=(
            f"A story is wide where its coverage has {blindspots.LEAST_BREADTH} providers or more. "
            "Absent means that nobody linked the provider's report, not that it did not "
            "write one."
        ),
        empty="" if len(missed) else coverage.nothing(result, _nothing(result.n)),
    )


def _nothing(wide: int) -> str:
    if not wide:
        return f"Too little data: no related coverage here has {blindspots.LEAST_BREADTH} providers."
    return "No blind spot: the largest providers are in every wide coverage."
