"""Bursts: the episodes of unusual attention, each with the story that stands for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from measures import dates
from measures.memory import remembered
from measures.when import bursts
from measures.when.episodes import episodes
from pages.charts import division, headlines, theme, wording
from pages.charts.figure import Figure
from pages.charts.sentences import bursts as sentences
from pages.charts.when import episode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_ROWS = 12


@remembered
def ranked(corpus: Corpus, chosen: Filters) -> Figure:
    """The episodes of the range, greatest excess first; a click chooses its dates.

    Where the range is an episode itself, all episodes stay in sight.
    """
    seen = episode.view(corpus, chosen)
    wide = chosen if seen is None else seen.without("first", "last")
    found = episodes(corpus, wide)
    greatest = found.frame.sort_values(
        ["excess_count", "first_day"], ascending=[False, True], ignore_index=True
    )
    shown = _chosen_kept(greatest, seen)
    held = _is_chosen(shown, seen)
    others = len(greatest) - len(shown)
    return Figure(
        key="bursts",
        title=sentences.greatest(greatest, wide),
        counts=(
            "Stories of each burst, from its first to its last day; the tick is what "
            "would have been usual. Greatest excess first."
        ),
        frame=shown[["story_count", "expected_count", "first_day", "last_day"]].assign(
            part=episode.spans(shown),
            words=_words(corpus, shown),
            label=_labels(shown),
            role=np.where(held, theme.CHOSEN, theme.SHOWN),
            is_faint=~held & (seen is not None),
        ),
        spec=headlines.bars(
            "Burst", "story_count", "expected_count", ("first_day", "last_day")
        ),
        rows=chosen,
        # Of a burst that is chosen its stories are listed: what its bar counts.
        listing=_listing(corpus, greatest) if seen is None else None,
        unit=("burst",),
        listing_columns=COLUMNS,
        mark=lambda datum: _dates(wide, datum),
        fields=("first", "last", *_dropped(chosen, seen)),
        left_out=(f"{wording.count(others, 'smaller burst')}. " if others else "")
        + wording.left_out(found.left_out),
        method=(
            f"A day is a burst where it has {bursts.LEAST_STORIES} stories at least and "
            f"stands {bursts.LEAST_Z} spreads or more above the median of the "
            f"{bursts.BASELINE_DAYS} days before it; the spread is "
            f"{bursts.MAD_TO_DEVIATION:g} times the median absolute deviation, and at least the root of the mean. Burst days at most "
            f"{bursts.MOST_APART_DAYS} apart are one burst. What would have been usual is "
            f"the daily mean of the {bursts.BASELINE_DAYS} days before it, times its days. "
            "It is named by its story of greatest breadth "
            f"{wording.within(chosen.window)}."
        ),
        empty="" if len(shown) else _why_none(corpus, wide),
    )


COLUMNS = {
    "first_day": "From",
    "last_day": "To",
    "story_count": "Stories",
    "expected_count": "Usual",
    "excess_count": "Excess",
    "burst_day_count": "Burst days",
    "z_score": "Greatest z",
    "title": "Widest story",
}
"""How the columns of the list of episodes are called."""


def _listing(corpus: Corpus, found: pd.DataFrame) -> pd.DataFrame:
    """All episodes, with everything that is known of them."""
    places = found["peak_story"].to_numpy()
    return pd.DataFrame(
        {
            "first_day": [str(dates.to_date(day)) for day in found["first_day"]],
            "last_day": [str(dates.to_date(day)) for day in found["last_day"]],
            "story_count": found["story_count"],
            "expected_count": found["expected_count"].round(2),
            "excess_count": found["excess_count"].round(2),
            "burst_day_count": found["burst_day_count"],
            "z_score": found["z_score"].round(2),
            "title": corpus.texts["title"].iloc[places].to_numpy(),
            "story_id": corpus.texts["story_id"].iloc[places].to_numpy(),
        }
    )


def _is_chosen(found: pd.DataFrame, seen: Filters | None) -> np.ndarray:
    if seen is None or seen.first is None or seen.last is None:
        return np.zeros(len(found), dtype=bool)
    held = (found["first_day"] == dates.to_day(seen.first)) & (
        found["last_day"] == dates.to_day(seen.last)
    )
    return held.to_numpy()


def _chosen_kept(greatest: pd.DataFrame, seen: Filters | None) -> pd.DataFrame:
    """The greatest episodes, the chosen one in place of the last where it is smaller."""
    places = np.arange(len(greatest))
    held = places[_is_chosen(greatest, seen)]
    if len(greatest) > MOST_ROWS and len(held) and held[0] >= MOST_ROWS:
        return greatest.iloc[[*places[: MOST_ROWS - 1], held[0]]]
    return greatest.head(MOST_ROWS)


def _dropped(chosen: Filters, seen: Filters | None) -> tuple[str, ...]:
    """The parts that are chosen inside an episode: another episode has others."""
    names = (*division.KINDS, "lacks")
    return tuple(
        name
        for name in names
        if seen is not None and getattr(chosen, name) != getattr(seen, name)
    )


def _dates(wide: Filters, datum: Mapping[str, Any]) -> Filters:
    return wide.with_(
        first=dates.to_date(datum["first_day"]), last=dates.to_date(datum["last_day"])
    )


def _words(corpus: Corpus, found: pd.DataFrame) -> list[str]:
    return [
        f"{span} \u2002{headlines.of(corpus, place)}"
        for span, place in zip(episode.spans(found), found["peak_story"], strict=True)
    ]


def _labels(found: pd.DataFrame) -> list[str]:
    return [
        f"{count:,} · usually {wording.usual(expected)}"
        for count, expected in zip(
            found["story_count"], found["expected_count"], strict=True
        )
    ]


def _why_none(corpus: Corpus, wide: Filters) -> str:
    if not bursts.burst_days(corpus, wide).n:
        return (
            f"Too little data: a burst needs {bursts.BASELINE_DAYS} days of the corpus "
            "before it, and no day here has them."
        )
    return (
        f"No day here has {bursts.LEAST_STORIES} stories and far more than the "
        f"{bursts.BASELINE_DAYS} days before it."
    )
