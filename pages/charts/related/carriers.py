"""Carrier against origin: how long until a carrier has what its origin has run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures import stories
from measures.memory import remembered
from measures.related import carriers
from measures.related.carriers import LEAST_PAIRS
from pages.charts import ranking, theme, wording
from pages.charts.columns import Column
from pages.charts.figure import Figure, Names
from pages.charts.related import coverage
from pages.charts.related.copies import points

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_POINTS = 150
"""Each point bears a headline: of more the page would be slow to come."""


@remembered
def copies(corpus: Corpus, chosen: Filters) -> Figure:
    """Hours from origin to copy by carrier, a point a copy; a click lists its story."""
    result = carriers.pairs(corpus, chosen)
    pairs = result.frame
    summary = carriers.by_carrier(corpus, chosen).frame
    shown = _leading(pairs, summary)
    positions = shown["story"].to_numpy()
    whole = pairs["story"].to_numpy()
    return Figure(
        key="carriers",
        title=_title(summary, pairs),
        counts=(
            "Hours from the origin's own report to the carrier's copy, a point a copy, "
            f"with median and middle half of {LEAST_PAIRS} or more; {len(pairs):,} of "
            f"{coverage.whole(result)}. {coverage.read_as(result)}"
        ),
        frame=_marks(shown, summary).assign(
            title=stories.texts(corpus, positions, "title"),
            story_id=stories.texts(corpus, positions, "story_id"),
            story_count=1,
        ),
        spec=points(Names(dict.fromkeys(shown["carrier"]))),
        rows=chosen,
        names=("story_id",),
        stories=coverage.one_of(corpus, np.unique(positions)),
        listing=pairs.drop(columns="story").assign(
            title=stories.texts(corpus, whole, "title"),
            story_id=stories.texts(corpus, whole, "story_id"),
        ),
        listing_columns={
            "origin_at": "Origin (UTC)",
            "copied_at": "Copy (UTC)",
            "lag_hours": Column("Lag, hours", "+.1f"),
            "is_same_title": "Same title",
            "title": "In the coverage of",
            "story_id": None,
        },
        left_out=coverage.left_out(
            result, coverage.beyond(len(pairs), len(shown), "copy", "copies")
        ),
        notes=_notes(summary),
        method=(
            "A copy is a story on a carrier's domain; its origin's own report is the "
            "earliest of the same family in the same coverage that is no copy. Of "
            "several copies by one carrier the earliest counts. Two stories of a family "
            "in one coverage are taken for the same one; the corpus does not say it. A "
            "copy that stands in several coverages counts in each."
        ),
        empty="" if len(shown) else coverage.nothing(result, _none(result.n)),
    )


def _none(copied: int) -> str:
    if not copied:
        return "No coverage here holds a carrier's copy."
    return (
        "Too little data: no carrier's copy stands in a coverage beside its origin's own "
        "report."
    )


def _leading(pairs: pd.DataFrame, summary: pd.DataFrame) -> pd.DataFrame:
    """The pairs of the carriers with most, in that order, as many as can be drawn.

    Of more than that, each carrier gives as many as the others while it has any.
    """
    order = summary["carrier"].head(ranking.MOST_ROWS)
    held = pairs[pairs["carrier"].isin(order)]
    place = pd.Index(order).get_indexer(held["carrier"])
    held, place = held.iloc[np.argsort(place, kind="stable")], np.sort(place)
    turn = np.arange(len(place)) - np.searchsorted(place, place)
    return held.iloc[np.sort(np.argsort(turn, kind="stable")[:MOST_POINTS])]


def _marks(shown: pd.DataFrame, summary: pd.DataFrame) -> pd.DataFrame:
    """A point a copy; the first of each carrier bears the carrier's summary, too."""
    facts = summary.set_index("carrier").loc[shown["carrier"]].reset_index(drop=True)
    return (
        shown[["carrier", "provider", "lag_hours"]]
        .reset_index(drop=True)
        .assign(
            is_top=~shown["carrier"].duplicated().to_numpy(),
            lag_q1_hours=facts["lag_q1_hours"],
            lag_median_hours=facts["lag_median_hours"],
            lag_q3_hours=facts["lag_q3_hours"],
            label=_labels(facts),
            after=[_after(value) for value in shown["lag_hours"]],
            role=theme.SHOWN,
        )
    )


def _labels(facts: pd.DataFrame) -> list[str]:
    return [
        wording.count(count, "copy", "copies")
        + ("" if np.isnan(middle) else f", median {_after(middle)}")
        for count, middle in zip(
            facts["pair_count"], facts["lag_median_hours"], strict=True
        )
    ]


def _after(hours: float) -> str:
    return f"{wording.hours(hours)} {'before' if hours < 0 else 'after'}"


def _title(summary: pd.DataFrame, pairs: pd.DataFrame) -> str:
    whole = int(summary["pair_count"].sum())
    if not whole:
        return "Carriers and their origins"
    known = summary[summary["lag_median_hours"].notna()]
    if known.empty:
        return _few(pairs["lag_hours"].to_numpy())
    top = known.iloc[0]
    return f"{top['carrier']}’s median copy is dated {_after(top['lag_median_hours'])} the origin"


def _few(lags: np.ndarray) -> str:
    """What is seen where no carrier has copies enough for a median."""
    whole, before = len(lags), int((lags < 0).sum())
    if whole == 1:
        return f"One carrier copy is dated {_after(lags[0])} its origin"
    if before == whole:
        return f"All {whole:,} carrier copies beside their origin are dated before it"
    are = "is" if before == 1 else "are"
    some = f"{before or 'None'} of {whole:,} carrier copies beside their origin"
    return f"{some} {are} dated before it"


def _notes(summary: pd.DataFrame) -> tuple[str, ...]:
    whole = int(summary["pair_count"].sum())
    if not whole:
        return ()
    before, same = (int(summary[n].sum()) for n in ("before_count", "same_title_count"))
    thin = summary.loc[summary["lag_median_hours"].isna(), "carrier"].tolist()
    few = f"Too little data for a median: {wording.joined(thin)} (needs {LEAST_PAIRS} copies)."
    said = (
        f"Of {wording.count(whole, 'copy', 'copies')}, {before:,} dated before the origin, "
        f"{same:,} with the same title."
    )
    told = (said,) if whole > 1 else ()
    return (*told, few) if thin else told
