"""An episode of a burst: whether the filters ask for one, and how it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from measures import dates
from measures.when import anatomy, bursts
from measures.when.episodes import episodes
from pages.charts import division, wording

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.when.anatomy import Anatomy

NO_BURST: Final = "The chosen dates are no burst."


def view(corpus: Corpus, chosen: Filters) -> Filters | None:
    """The filters under which the chosen dates are exactly one episode; else None.

    Those are the filters themselves, or without the provider and the topic that may have
    been chosen from the episode's parts. So no more than the dates has to be in a link.
    """
    if chosen.first is None or chosen.last is None:
        return None
    ends = dates.to_day(chosen.first), dates.to_day(chosen.last)
    one = [division.without(chosen, kind) for kind in division.KINDS]
    both = division.without(one[0], division.KINDS[1])
    for seen in dict.fromkeys((chosen, *one, both)):
        found = episodes(corpus, seen).frame
        if len(found) == 1 and (found["first_day"][0], found["last_day"][0]) == ends:
            return seen
    return None


def anatomy_of(corpus: Corpus, seen: Filters) -> Anatomy:
    """The anatomy of the days between these filters' dates, which must be set."""
    return anatomy.of(corpus, seen, *days(seen))


def days(seen: Filters) -> tuple[int, int]:
    """First and last day of filters that have dates."""
    assert seen.first is not None  # noqa: S101 - `view` gives filters with dates only
    assert seen.last is not None  # noqa: S101 - as above
    return dates.to_day(seen.first), dates.to_day(seen.last)


def spans(found: pd.DataFrame) -> list[str]:
    """The days of each episode as they are written."""
    return [
        dates.span(dates.to_date(first), dates.to_date(last))
        for first, last in zip(found["first_day"], found["last_day"], strict=True)
    ]


def signed(value: float) -> str:
    """A part of an excess as it is written: `+7.9`, `−0.5`, `about 0`."""
    if abs(value) < wording.NEXT_TO_NOTHING:
        return "about 0" if value else "0"
    size = f"{abs(value):,.1f}".removesuffix(".0")  # the parts add up
    return f"{'+' if value > 0 else '−'}{size}"


def counts(found: Anatomy | None, what: str) -> str:
    """What is divided, and that the parts add up to it."""
    if found is None:
        return "Nothing to divide."
    return (
        f"Stories beyond the usual, by {what}: {wording.stories(found.story_count)} less "
        f"{wording.usual(found.expected_count)} that would have been usual. The parts add up to "
        f"{signed(found.excess_count)}."
    )


def others(behind: pd.DataFrame, one: str, many: str = "") -> str:
    """The parts that are not shown, and what they make together."""
    if behind.empty:
        return ""
    together = signed(float(behind["excess_count"].sum()))
    return f"{wording.count(len(behind), one, many)}, together {together}."


def method(division_says: str) -> str:
    """How the excess is computed, and divided."""
    return (
        "The excess is the stories of the burst less the daily mean of the "
        f"{bursts.BASELINE_DAYS} days before, times the days of the burst. {division_says} A part that shrank has a "
        "negative excess. All parts together are the whole excess, those that are not "
        "shown too."
    )
