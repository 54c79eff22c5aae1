"""Spread: how the widest coverages grew, hour by hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures import instants
from measures.memory import remembered
from measures.related import breadth, coverage, reports
from measures.result import Result, left_out

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def curves(corpus: Corpus, chosen: Filters, most: int = 12) -> Result:
    """How the widest coverages grew: families by hours since the first report.

    Returns:
        One row per family that came in, of the `most` widest coverages: story (position
        of the story whose coverage it is), order (0 is the widest), hours (since the
        first report; carrier copies before it count at 0), breadth_count (families so
        far, this one included; the last of those that came in together counts them
        all), provider. In order of coverage, then time.
    """
    led = coverage.led_by(chosen)
    report = reports.of(corpus, led, breadth.FAMILY)
    seen = report.appearances
    widest = breadth.speed(corpus, chosen).frame["story"].to_numpy()[:most]
    place = np.full(len(report.found) + 1, -1)
    place[np.searchsorted(report.found.leads, widest)] = np.arange(len(widest))
    rows = np.flatnonzero(place[seen.coverage] >= 0)
    order = place[seen.coverage[rows]]
    late = np.maximum(seen.instant[rows] - report.first[seen.coverage[rows]], 0)
    by_time = np.lexsort((seen.provider[rows], late, order))
    rows, order, late = rows[by_time], order[by_time], late[by_time]
    names = corpus.names("provider_family").to_numpy(dtype=object)
    frame = pd.DataFrame(
        {
            "story": widest[order],
            "order": order,
            "hours": instants.hours(late),
            "breadth_count": pd.Series(order).groupby(order).cumcount() + 1,
            "provider": names[seen.provider[rows]],
        }
    )
    n = int(report.is_compared.sum())
    unseen = left_out((n - len(widest), "coverages", "not among the widest"))
    return Result(
        frame,
        n,
        reports.UNIT,
        chosen.window,
        "family",
        unseen,
        coverage.why_nothing(corpus),
    )
