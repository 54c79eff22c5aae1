"""What the figures of related coverage share: their captions, and rows of coverages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from measures import stories
from pages.charts import wording
from pages.charts.columns import Column

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.result import Result

TIME_FORMAT = "%-d %b %Y, %H:%M"
TITLE: Final = Column("In the coverage of", is_long=True)
"""How a table of coverages calls what each is of."""
SINGULARS = (
    *(("stories", "story"), ("coverages", "coverage"), ("copies", "copy")),
    ("their", "its"),
)


def read_as(result: Result) -> str:
    """How coverage is read: `Within 72 hours of a story; providers by family.`."""
    return (
        f"{wording.within(result.window_hours or 0).capitalize()} of a story; "
        f"providers by {result.identity}."
    )


def whole(result: Result) -> str:
    """What a measure counts: `29 coverages of at least 5 providers`; one in the singular."""
    unit = result.unit
    if result.n == 1:
        for many, one in SINGULARS:
            unit = unit.replace(many, one)
    return f"{result.n:,} {unit}"


def left_out(result: Result, *more: str) -> str:
    """What a measure leaves out, after what the picture alone leaves out."""
    parts = [*more, wording.left_out(result.left_out)]
    return " ".join(part for part in parts if part)


def beyond(whole: int, shown: int, one: str, many: str = "") -> str:
    """What is too much for a picture: `12 more gaps, in the rows.`."""
    more = whole - shown
    return (
        f"{wording.count(more, f'more {one}', many and f'more {many}')}, in the rows."
        if more > 0
        else ""
    )


def nothing(result: Result, otherwise: str) -> str:
    """Why there is no figure: the measure's reason, or else this sentence."""
    return (
        f"{result.reason[0].upper()}{result.reason[1:]}."
        if result.reason
        else otherwise
    )


def moments(times: pd.Series) -> list[str]:
    """Times in UTC as they are written beside marks: `4 Jan 2021, 09:00`."""
    return [f"{value:{TIME_FORMAT}}" for value in times]


def titled(corpus: Corpus, found: pd.DataFrame) -> pd.DataFrame:
    """Rows of coverages, each called by the title of its `story`; story_id comes last."""
    places = found["story"].to_numpy()
    facts = found.drop(columns="story")
    facts.insert(0, "title", stories.texts(corpus, places, "title"))
    return facts.assign(story_id=stories.texts(corpus, places, "story_id"))
