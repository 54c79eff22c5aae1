"""Earlier related stories: what one provider ran before another was published for it."""

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
from pages.charts.sentences import linked

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_ROWS = 16


@remembered
def ledger(corpus: Corpus, chosen: Filters) -> Figure:
    """First report and published story of each credit gap; a click lists the gap."""
    result = scoops.ledger(corpus, chosen)
    shown = result.frame.head(MOST_ROWS)
    positions = shown["story"].to_numpy()
    return Figure(
        key="scoops",
        title=linked.earlier(len(result.frame), result.n),
        counts=(
            "Hours from the earlier related story (○) to the published one (●), of "
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
        listing=_listing(corpus, chosen),
        unit=("gap",),
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
        method=method(),
        empty="" if len(shown) else coverage.nothing(result, no_gap(result.n)),
    )


def method() -> str:
    """What a first report is, and what a credit gap."""
    minutes = wording.count(reports.SHARED_MINUTES, "minute")
    return (
        "The first report is the earliest story of a related coverage that is no "
        f"carrier's copy; all within {minutes} of it share it. It is the earliest in this "
        "corpus, no more. A published story has a credit gap where its provider is not "
        f"among the first and it came more than {minutes} later."
    )


def no_gap(whole: int) -> str:
    """Why there is no credit gap among so many published stories."""
    if not whole:
        return "Too little data: no published story here has two providers."
    which = (
        "The one story has no" if whole == 1 else f"None of {whole:,} stories has an"
    )
    return f"{which} earlier related one by another provider."


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
