"""One story: the coverage around it, hour by hour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures import instants, stories
from measures.clauses import provider_column
from measures.memory import remembered
from measures.related import reports

if TYPE_CHECKING:
    from loaders.corpus import Corpus

HOURS_PER_DAY = 24


@remembered
def coverage(corpus: Corpus, position: int, window: int, by: str) -> pd.DataFrame:
    """The story itself and everything on its related list, in order of time.

    Returns:
        One row per member: title, provider (in the identity `by`), carrier, type,
        published_at, gap_hours (from the story; negative is before it), gap_days,
        quality_score, key_url, story_id (missing where it is only seen), position
        (-1 likewise), is_self, is_within (the window; the story itself is),
        is_filed, has_time, and standing: "this story", "first report" (earliest
        within the window that is no carrier copy, and whoever is within 5 minutes of
        it), "carried copy", "before", "after", or "order unknown" where its time or the
        story's is. Members without a time come last.

    Source:
        docs/measures.md, "Coverage" and "First report".
    """
    column = provider_column(by)
    facts = corpus.stories.iloc[[position]]
    texts = corpus.texts.iloc[[position]]
    listed = corpus.related_of(position)
    members = pd.DataFrame(
        {
            "title": [*texts["title"], *listed["title"]],
            "provider": [*facts[column].astype("str"), *listed[column].astype("str")],
            "carrier": [
                *facts["carrier"].astype("str"),
                *listed["carrier"].astype("str"),
            ],
            "type": [*facts["type"].astype("str"), *listed["type"].astype("str")],
            "published_at": pd.concat([facts["published_at"], listed["published_at"]]),
            "gap_hours": [0.0, *listed["gap_hours"]],
            "quality_score": pd.concat(
                [facts["quality_score"], listed["quality_score"]]
            ),
            "key_url": [*texts["key_url"], *listed["key_url"]],
            "position": [position, *listed["target"]],
        }
    ).reset_index(drop=True)
    filed = members["position"] >= 0
    places = members.loc[filed, "position"].to_numpy()
    members["story_id"] = None
    members.loc[filed, "story_id"] = stories.texts(corpus, places, "story_id")
    members["gap_days"] = members["gap_hours"] / HOURS_PER_DAY
    members["is_self"] = members.index == 0
    members["is_filed"] = filed
    members["has_time"] = members["published_at"].notna()
    members["is_within"] = members["gap_hours"].abs() <= window
    members["is_within"] |= members["is_self"]
    members["standing"] = _standing(members)
    return members.sort_values(
        "published_at", kind="stable", na_position="last"
    ).reset_index(drop=True)


def _standing(members: pd.DataFrame) -> np.ndarray:
    """The part that each member plays; the story itself stands first."""
    gap = members["gap_hours"]
    return np.select(
        [
            members["is_self"],
            _is_first(members),
            members["carrier"].notna(),
            gap < 0,
            gap >= 0,
        ],
        ["this story", "first report", "carried copy", "before", "after"],
        "order unknown",
    )


def _is_own(members: pd.DataFrame) -> np.ndarray:
    """Which of the members may be the first report."""
    own = members["is_within"] & members["has_time"] & members["carrier"].isna()
    return own.to_numpy(dtype=bool)


def _is_first(members: pd.DataFrame) -> np.ndarray:
    """Which of the members share the first report, to the microsecond."""
    own = _is_own(members)
    moment = instants.microseconds(members["published_at"])
    first = moment[own].min(initial=reports.LATER)
    return own & (moment <= first + reports.SHARED)


@dataclass(frozen=True)
class Reach:
    """How widely a story was covered within the window."""

    family_count: int
    """Breadth: distinct provider families, its own included."""
    first_providers: tuple[str, ...]
    """Who shares the first report, in order of time; empty where no member with a time
    is original."""
    first_lags: tuple[float, ...]
    """The story's own time after each of these, in hours: whoever shares the first
    report has minutes of their own."""
    is_first: bool
    """The story shares the first report."""
    lag_hours: float | None
    """Its own time after the first report; None where that is not known."""
    span_hours: float | None
    """From the first to the last member within the window."""
    earlier_count: int
    """Members within the window before the story, carriers' copies too."""
    outside_count: int
    """Members outside the window or without a time."""


@remembered
def reach(corpus: Corpus, position: int, window: int) -> Reach:
    """Summarise the coverage of a story within the window, by families."""
    members = coverage(corpus, position, window, "family")
    within = members[members["is_within"]]
    own = within[_is_own(within)]
    families = within["provider"].dropna().nunique()
    outside = int((~members["is_within"]).sum())
    earlier = int((within["gap_hours"] < 0).sum())
    itself = within[within["is_self"]].iloc[0]
    if own.empty or not itself["has_time"]:
        return Reach(
            family_count=families,
            first_providers=(),
            first_lags=(),
            is_first=False,
            lag_hours=None,
            span_hours=None,
            earlier_count=earlier,
            outside_count=outside,
        )
    first = within[_is_first(within)]
    named = first.dropna(subset="provider").drop_duplicates("provider")
    return Reach(
        family_count=families,
        first_providers=tuple(named["provider"]),
        first_lags=tuple(_after(gap) for gap in named["gap_hours"]),
        is_first=bool(first["is_self"].any()),
        lag_hours=_after(own["gap_hours"].min()),
        span_hours=float(within["gap_hours"].max() - within["gap_hours"].min()),
        earlier_count=earlier,
        outside_count=outside,
    )


def _after(gap_hours: float) -> float:
    """The story's own time after that of a member so far from it; 0, and never -0."""
    return 0.0 - float(gap_hours)
