"""Scoops: stories that one provider broke and another was published for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from measures import stories
from measures.memory import remembered
from measures.related import reports, scoops
from pages.charts import headlines, theme, wording
from pages.charts.figure import Figure
from pages.charts.related import coverage
from pages.charts.related.gaps import lines

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_ROWS = 16
LEAST_FOR_PERCENT = 10
METHOD = (
    "The first report is the earliest member of a coverage that is no carrier's copy; "
    f"all within {reports.SHARED_MINUTES} minutes of it share it. It is the earliest in "
    "this corpus, no more. A published story has a credit gap where its provider is not "
    f"among the first and it came more than {reports.SHARED_MINUTES} minutes later."
)


@remembered
def ledger(corpus: Corpus, chosen: Filters) -> Figure:
    """First report and published story of each credit gap; a click lists the story."""
    result = scoops.ledger(corpus, chosen)
    shown = result.frame.head(MOST_ROWS)
    positions = shown["story"].to_numpy()
    return Figure(
        key="scoops",
        title=_title(len(result.frame), result.n),
        counts=(
            "Hours from the first report (○) to the published story (●), of "
            f"{coverage.whole(result)}. {coverage.read_as(result)}"
        ),
        frame=shown[["gap_hours"]].assign(
            row=np.arange(len(shown)),
            story_id=stories.texts(corpus, positions, "story_id"),
            title=stories.texts(corpus, positions, "title"),
            published=coverage.moments(shown["published_at"]),
            first=coverage.moments(shown["first_at"]),
            label=[
                f"{own}, {wording.hours(gap)} after {first} \u2002{headlines.of(corpus, at)}"
                for own, gap, first, at in zip(
                    shown["provider"],
                    shown["gap_hours"],
                    shown["first_provider"],
                    positions,
                    strict=True,
                )
            ],
            role=theme.SHOWN,
            story_count=1,
        ),
        spec=lines(),
        rows=chosen,
        names=("story_id",),
        stories=coverage.one_of(corpus, positions),
        listing=_listing(corpus, chosen),
        listing_columns={
            "first_provider": "First",
            "first_title": "First title",
            "first_at": "First (UTC)",
            "breadth_count": "Providers",
            "story_id": None,
        },
        left_out=coverage.left_out(
            result, coverage.beyond(len(result.frame), len(shown), "gap")
        ),
        method=METHOD,
        empty="" if len(shown) else coverage.nothing(result, no_gap(result.n)),
    )


def _title(gaps: int, whole: int) -> str:
    if not gaps:
        return "No published story was broken by somebody else" if whole else "Scoops"
    if whole == 1:
        return "The one published story was broken by somebody else"
    were = "was" if gaps == 1 else "were"
    part = f" ({wording.percent(gaps / whole)})" if whole >= LEAST_FOR_PERCENT else ""
    return (
        f"{gaps:,} of {whole:,} published stories{part} {were} broken by somebody else"
    )


def no_gap(whole: int) -> str:
    """Why there is no credit gap among so many published stories."""
    if not whole:
        return "Too little data: no published story here has two providers."
    if whole == 1:
        return "The one story was published by a provider that had it first."
    return f"Each of {wording.stories(whole)} was published by a provider that had it first."


@remembered
def _listing(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """The whole ledger with titles, in its order; `story_id` opens the published one."""
    frame = scoops.ledger(corpus, chosen).frame
    entries = frame["first_entry"].to_numpy()
    return frame[["published_at"]].assign(
        title=stories.texts(corpus, frame["story"].to_numpy(), "title"),
        provider=frame["provider"],
        gap_hours=frame["gap_hours"],
        first_provider=frame["first_provider"],
        first_title=corpus.related["title"].iloc[entries].to_numpy(dtype=object),
        first_at=frame["first_at"],
        breadth_count=frame["breadth_count"],
        story_id=stories.texts(corpus, frame["story"].to_numpy(), "story_id"),
    )
