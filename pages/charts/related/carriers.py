"""Carrier against origin: how long until a carrier has what its origin has run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from measures.memory import remembered
from measures.related import carriers
from pages.charts import ranking, theme, wording
from pages.charts.columns import Column
from pages.charts.figure import Figure, Names
from pages.charts.related import coverage
from pages.charts.related.copies import points
from pages.charts.sentences import linked

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

COPY = ("copy", "copies")
EVERY: Final = " every origin"
"""What the mark of all copies of a carrier has for an origin: no name begins so."""
QUARTILES = ("lag_q1_hours", "lag_median_hours", "lag_q3_hours")
MOST_POINTS = 150
"""Each point bears a headline: of more the page would be slow to come."""


@remembered
def copies(corpus: Corpus, chosen: Filters) -> Figure:
    """Hours from origin to copy by carrier, a point a copy; a click lists the copy.

    A click on a carrier's median or its number lists all copies that they are of.
    """
    result = carriers.pairs(corpus, chosen)
    pairs = coverage.titled(corpus, result.frame)
    summary = carriers.by_carrier(corpus, chosen).frame
    shown = _leading(pairs, summary)
    return Figure(
        key="carriers",
        title=linked.carriers(summary),
        counts=(
            "Hours from the origin's own report to the carrier's copy, a point a copy, "
            f"with median and middle half of {carriers.LEAST_PAIRS} or more; {len(pairs):,} of "
            f"{coverage.whole(result)}. {coverage.read_as(result)}"
        ),
        frame=_marks(shown, summary),
        spec=points(Names(dict.fromkeys(shown["carrier"]))),
        rows=chosen,
        value="copy_count",
        names=("carrier", "provider", "story_id"),
        opens=lambda names: _opened(pairs, *names),
        opens_unit=COPY,
        listing=pairs,
        unit=COPY,
        listing_columns={
            "origin_at": "Origin (UTC)",
            "copied_at": "Copy (UTC)",
            "lag_hours": Column("Lag, hours", "+.1f"),
            "title": coverage.TITLE,
            "story_id": None,
        },
        left_out=coverage.left_out(
            result, coverage.beyond(len(pairs), len(shown), "copy", "copies")
        ),
        notes=_notes(summary),
        method=(
            "A copy is a story on a carrier's domain; its origin's own report is the "
            "earliest of the same family and headline in the same coverage that is no copy. "
            "Of several copies by one carrier the earliest counts. A copy that stands in "
            "several coverages counts in each."
        ),
        empty="" if len(shown) else coverage.nothing(result, _none(result.n)),
    )


def _none(copied: int) -> str:
    if not copied:
        return "No coverage here holds a carrier's copy."
    return (
        "Too little data: no carrier's copy stands in a coverage beside its origin's own "
        "report of the same headline."
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


def _opened(
    pairs: pd.DataFrame, carrier: str, provider: str, story_id: str
) -> pd.DataFrame:
    """The copy of a point, or all copies that a carrier's median is of."""
    held = pairs["carrier"] == carrier
    if provider != EVERY:
        held &= (pairs["provider"] == provider) & (pairs["story_id"] == story_id)
    return pairs[held]


def _marks(shown: pd.DataFrame, summary: pd.DataFrame) -> pd.DataFrame:
    """A row a copy; and before them one for each carrier, with what sums it up."""
    facts = summary[summary["carrier"].isin(shown["carrier"])]
    whole = facts[["carrier", *QUARTILES]].assign(
        provider=EVERY,
        story_id=EVERY,
        copy_count=facts["pair_count"],
        label=_labels(facts),
        is_top=True,
    )
    copies = shown[["carrier", "provider", "story_id", "title", "lag_hours"]].assign(
        copy_count=1,
        after=[_after(value) for value in shown["lag_hours"]],
        is_top=False,
    )
    table = pd.concat([whole, copies], ignore_index=True)
    return table.assign(role=theme.SHOWN)


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


def _notes(summary: pd.DataFrame) -> tuple[str, ...]:
    whole = int(summary["pair_count"].sum())
    if not whole:
        return ()
    before = int(summary["before_count"].sum())
    thin = summary.loc[summary["lag_median_hours"].isna(), "carrier"].tolist()
    few = f"Too little data for a median: {wording.joined(thin)} (needs {carriers.LEAST_PAIRS} copies)."
    said = f"Of {wording.count(whole, 'copy', 'copies')}, {before:,} dated before the origin."
    told = (said,) if whole > 1 else ()
    return (*told, few) if thin else told
