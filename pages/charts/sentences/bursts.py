"""What stands out in time: bursts and what they are made of, busy hours, quiet days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from measures import dates
from measures.clauses import WEEKDAYS
from measures.statistics import evidence
from measures.when import anatomy as anatomies
from pages.charts.sentences.sentence import MOST_NAMES, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import pandas as pd

    from measures.filters import Filters
    from measures.when.anatomy import Anatomy
    from pages.charts.wording import Sentence

LEAST_BUSY_DAYS: Final = 5
"""With fewer, the days without a story are no news."""


def greatest(episodes: pd.DataFrame, of: Filters) -> Sentence:
    """How many bursts there are, and the size of the largest.

    Args:
        episodes: Rows of `measures.when.episodes`, greatest excess first.
        of: The filters that they are found under.
    """
    if episodes.empty:
        return say("burst.none")
    top = episodes.iloc[0]
    kind = "burst.one" if len(episodes) == 1 else "burst.several"
    is_new = top["expected_count"] < evidence.LEAST_USUAL
    return say(
        f"{kind}_new" if is_new else kind,
        of=of,
        burst_count=len(episodes),
        when=(dates.to_date(top["first_day"]), dates.to_date(top["last_day"])),
        story_count=int(top["story_count"]),
        expected=float(top["expected_count"]),
    )


def excess(
    found: Anatomy | None,
    shown: pd.DataFrame,
    noun: str,
    aside: Sequence[str],
    of: Filters | None,
) -> Sentence:
    """The part of a burst's excess that leads the others, or the few that do.

    Args:
        found: The anatomy of the burst; None where there is none.
        shown: Its parts, greatest excess first.
        noun: What a part is: "provider" or "topic".
        aside: Umbrella topics, which are on nearly every story.
        of: The filters of the burst.
    """
    if found is None or shown.empty or found.excess_count <= 0:
        return say("anatomy.none", of=of if found else None)
    told = shown[~shown[noun].isin(aside)] if noun == "topic" else shown
    told = told.sort_values("excess_count", ascending=False, kind="stable")
    if told.empty:
        return say("anatomy.umbrella", name=shown[noun].iloc[0])
    sizes = told["excess_count"].to_numpy()
    level = evidence.leaders(sizes)
    if level > MOST_NAMES or sizes[0] < evidence.LEAST_FOR_PEAK:
        return say("anatomy.plain", noun=noun)
    names = tuple(str(name) for name in told[noun].iloc[:level])
    facts: dict[str, Any] = {"noun": noun, "whole": found.excess_count, "of": of}
    if level == 1:
        return say("anatomy.part", **facts, name=names[0], excess=float(sizes[0]))
    parts = tuple(float(size) for size in sizes[:level])
    return say("anatomy.parts", **facts, names=names, excesses=parts)


def outlets(
    found: Anatomy | None,
    coverages: pd.DataFrame,
    names: Sequence[str],
    alone: str,
    of: Filters | None,
) -> Sentence:
    """Whether one coverage makes a burst, or many stories do.

    Args:
        found: The anatomy of the burst; None where there is none.
        coverages: Its coverages, greatest excess first.
        names: What each of them is called.
        alone: The name of the stories that share no coverage.
        of: The filters of the burst.
    """
    if found is None or not found.verdict:
        return say("anatomy.none", of=of if found else None)
    if found.verdict == anatomies.UNLINKED:
        return say("outlets.unlinked", of=of)
    shared = [place for place, name in enumerate(names) if name != alone]
    if not shared:
        return say("outlets.apart", story_count=found.story_count, of=of)
    return say(
        "outlets.one" if found.verdict == anatomies.ONE_STORY else "outlets.many",
        of=of,
        lead=int(coverages["story"].iloc[shared[0]]),
        name=names[shared[0]],
        excess=float(coverages["excess_count"].iloc[shared[0]]),
        whole=found.excess_count,
    )


def rhythm(table: pd.DataFrame) -> Sentence:
    """The busiest hour of the week, where one stands out from all of them and leads.

    Args:
        table: `attention.rhythm`: weekday, hour and story_count of each hour.
    """
    counts = table["story_count"].to_numpy()
    total = int(counts.sum())
    if not total:
        return say("rhythm.none")
    top = table.iloc[int(counts.argmax())]
    facts = {
        "weekday": WEEKDAYS[int(top["weekday"])],
        "hour": int(top["hour"]),
        "story_count": int(top["story_count"]),
    }
    if total == 1:
        return say("rhythm.single", **facts)
    p = evidence.poisson_test(counts, np.full(len(counts), counts.mean()))
    is_alone = evidence.leaders(np.sort(counts)[::-1]) == 1
    is_sure = counts.max() >= evidence.LEAST_FOR_PEAK and is_alone
    if is_sure and evidence.holds(p)[int(counts.argmax())]:
        return say("rhythm.busiest", **facts)
    return say("rhythm.plain")


def calendar(counts: pd.Series[int]) -> Sentence:
    """How many of these days have stories; `counts` are the stories of each."""
    if not len(counts) or counts.max() == 0:
        return say("calendar.none")
    quiet, days = int((counts == 0).sum()), len(counts)
    facts = {
        "story_count": int(counts.sum()),
        "quiet_count": quiet,
        "busy_count": days - quiet,
        "day_count": days,
    }
    if days == 1 or (quiet and facts["story_count"] == 1):
        return say("calendar.single", **facts)
    if quiet and days - quiet < LEAST_BUSY_DAYS:
        return say("calendar.few", **facts)
    return say("calendar.quiet" if quiet else "calendar.full", **facts)


def hours(counts: np.ndarray, day: date | None) -> Sentence:
    """The busiest hour of a day; of equal ones none is preferred.

    Args:
        counts: The stories of each hour.
        day: The day that they are of; None where they are of several.
    """
    total, most = int(counts.sum()), int(counts.max(initial=0))
    if not total:
        return say("hours.none", day=day)
    facts = {"story_count": total, "day": day, "most": most}
    hour = int(counts.argmax())
    if total == 1:
        return say("hours.single", **facts, hour=hour)
    if most == total:
        return say("hours.all", **facts, hour=hour)
    if most < evidence.LEAST_FOR_PEAK or (counts == most).sum() > 1:
        return say("hours.even", **facts)
    return say("hours.busiest", **facts, hour=hour)
