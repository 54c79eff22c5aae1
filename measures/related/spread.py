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
    speed = breadth.speed(corpus, chosen)
    widest = speed.frame["story"].to_numpy()[:most]
    n = speed.n
    unseen = left_out((n - len(widest), "coverages", "not among the widest"))
    return Result(
        _arrivals(corpus, chosen, widest).drop(columns="arrived_at"),
        n,
        reports.UNIT,
        chosen.window,
        "family",
        unseen,
        coverage.why_nothing(corpus),
    )


def arrivals(corpus: Corpus, chosen: Filters, story: int) -> pd.DataFrame:
    """How one coverage grew: the families that its breadth counts, as they came in.

    Returns:
        One row per family, as many as the coverage's `breadth_count` in `breadth.speed`:
        provider, arrived_at, hours, breadth_count (as `curves` has them) and is_in_half
        (it is of the half, rounded up, that the half-breadth time waits for). In order
        of time. None where the story at this position leads no coverage there.
    """
    known = breadth.speed(corpus, chosen).frame["story"].to_numpy()
    frame = _arrivals(corpus, chosen, known[known == story])
    return frame.assign(
        is_in_half=frame["breadth_count"] <= (len(frame) + 1) // 2
    ).drop(columns=["story", "order"])


def _arrivals(corpus: Corpus, chosen: Filters, leads: np.ndarray) -> pd.DataFrame:
    """The families that came into the coverages of these stories; see `curves`."""
    report = reports.of(corpus, coverage.led_by(chosen), breadth.FAMILY)
    seen = report.appearances
    place = np.full(len(report.found) + 1, -1)
    place[np.searchsorted(report.found.leads, leads)] = np.arange(len(leads))
    rows = np.flatnonzero(place[seen.coverage] >= 0)
    order = place[seen.coverage[rows]]
    late = np.maximum(seen.instant[rows] - report.first[seen.coverage[rows]], 0)
    by_time = np.lexsort((seen.provider[rows], late, order))
    rows, order, late = rows[by_time], order[by_time], late[by_time]
    names = corpus.names("provider_family").to_numpy(dtype=object)
    return pd.DataFrame(
        {
            "story": leads[order],
            "order": order,
            "arrived_at": instants.as_times(seen.instant[rows]),
            "hours": instants.hours(late),
            "breadth_count": pd.Series(order).groupby(order).cumcount() + 1,
            "provider": names[seen.provider[rows]],
        }
    )
