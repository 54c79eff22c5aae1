"""Peaks: when most stories ran, as a headline says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from measures import dates
from pages.charts import wording

if TYPE_CHECKING:
    import pandas as pd


def title(table: pd.DataFrame, noun: str, *, is_narrowed: bool) -> str:
    """The peak of these bins of a timeline; equal ones are counted, none is preferred.

    Args:
        table: Rows of `attention.over_time`.
        noun: What a bin is: a day, a week or a month.
        is_narrowed: The bins are those of a chosen range.
    """
    counts = table["story_count"].to_numpy()
    total, most = int(counts.sum()), int(counts.max(initial=0))
    if not total:
        return "No stories in this range"
    said = wording.stories(most)
    when = _when(table.iloc[int(counts.argmax())], noun)
    if len(table) == 1 and is_narrowed and noun != "day":
        return f"The range lies {when}, which has {said}"
    if most == total:
        return f"{said.capitalize()} {when}"
    here = " in this range" if is_narrowed else ""
    if most == 1:
        return f"{total:,} stories{here}, never more than one in a {noun}"
    equal = int((counts == most).sum())
    if equal > 1:
        at = "on" if noun == "day" else "in"
        return f"Attention{here} peaked at {said}, {at} {wording.number(equal)} {noun}s"
    return f"Attention{here} peaked {when}, with {said}"


def _when(top: pd.Series, noun: str) -> str:
    start, end = dates.to_date(top["bin_day"]), dates.to_date(top["bin_end_day"] - 1)
    return {
        "day": f"on {dates.written(start)}",
        "week": f"in the week from {dates.written(start)}",
        "month": f"in {end:%B %Y}",
    }[noun]
