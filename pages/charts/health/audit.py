"""Audits: heat against its parts, the related lists, and copies against their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from measures import stories
from measures.health import backlog, heat, relatedhealth
from measures.memory import remembered
from pages.charts import ranking, theme, wording
from pages.charts.figure import Figure
from pages.charts.sentences import health as sentences

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def of_heat(corpus: Corpus, chosen: Filters) -> Figure:
    """Stories by how their heat compares with its parts; a click lists them."""
    result = heat.audit(corpus, chosen)
    counts = dict(zip(result.frame["kind"], result.frame["story_count"], strict=True))
    shown = result.frame[result.frame["story_count"] > 0]
    return Figure(
        key="heat",
        title=sentences.heat(counts),
        counts=f"Stories by how their heat compares with its parts, of "
        f"{wording.stories(result.n)}.",
        frame=_barred(shown, shown["kind"] == "differs"),
        spec=ranking.bars("kind", "Heat"),
        rows=chosen,
        names=("kind",),
        stories=lambda names: heat.stories(corpus, chosen, *names),
        method=(
            f"Heat is made of quality and {heat.PER_RELATED} for each entry of the "
            "related list, as the file has them. So it is no measure of popularity beside "
            "its own parts. A heat of -1 says that the story was folded into another; it "
            "is kept out of every mean and sum."
        ),
        empty="" if result.n else "No story is left to check.",
    )


def _barred(shown: pd.DataFrame, remarkable: pd.Series[bool]) -> pd.DataFrame:
    return shown.assign(
        role=np.where(remarkable, theme.CHOSEN, theme.SHOWN),
        is_faint=False,
        label=[
            f"{count:,} · {wording.percent(share)}"
            for count, share in zip(
                shown["story_count"], shown["story_share"], strict=True
            )
        ],
    )


@remembered
def of_lists(corpus: Corpus, chosen: Filters) -> Figure:
    """How sound the related lists are: how many links each check holds for."""
    result = relatedhealth.checks(corpus, chosen)
    shown = result.frame[result.frame["count"] > 0]
    mutual = result.frame.iloc[0]
    return Figure(
        key="related-lists",
        title=sentences.lists(mutual),
        counts=f"Related links that each check holds for, of {result.n:,} after "
        f"cleaning; window {wording.count(chosen.window, 'hour')}.",
        frame=shown.rename(
            columns={"count": "story_count", "link_share": "story_share"}
        )[["check", "story_count", "story_share"]].assign(
            role=theme.SHOWN,
            is_faint=False,
            label=[
                f"{count:,} of {of:,} · {wording.percent(share)}"
                for count, of, share in zip(
                    shown["count"], shown["of_count"], shown["link_share"], strict=True
                )
            ],
        ),
        spec=ranking.bars("check", "Check", unit="Links", clicks=False),
        rows=chosen,
        listing=result.frame,
        unit=("check",),
        listing_columns={
            "check": "Check",
            "count": "Links",
            "of_count": "Of",
            "unit": "Unit",
            "link_share": "Share",
        },
        method=(
            "Entries of the related lists of the stories under the filters. An entry "
            "without an address, as most videos are, is known by its provider, title and "
            "minute. Cleaning drops an entry that has neither an address nor a title and "
            "a time, whose story stood in the list already, or that is the story itself. "
            "A link goes both ways where the related story lists this one too."
        ),
        empty="" if result.n else "No story under the filters has a related list.",
    )


@remembered
def of_copies(corpus: Corpus, chosen: Filters) -> Figure:
    """Copies in related lists that differ from the file of the same story."""
    result = relatedhealth.copies(corpus, chosen)
    story, target = result.frame["story"].to_numpy(), result.frame["target"].to_numpy()
    table = result.frame.assign(
        story_id=stories.texts(corpus, story, "story_id"),
        title=stories.texts(corpus, target, "title"),
        listed_in=stories.texts(corpus, story, "title"),
    )
    return Figure(
        key="copies",
        title=sentences.copies(len(table)),
        counts=f"Of {result.n:,} related links to filed stories; the file wins.",
        frame=table,
        spec={},
        unit=("copy", "copies"),
        listing=table[
            [
                *("story_id", "listed_in", "title", "published_at", "listed_at"),
                *("quality_score", "listed_quality_score"),
            ]
        ],
        listing_columns={
            "listed_quality_score": "Quality in the list",
        },
        left_out=wording.left_out(result.left_out),
        method="A copy in a list is compared with the story's own file, in time and "
        "quality. Every figure takes the file's.",
        empty="" if len(table) else "Every copy agrees with its file.",
    )


@remembered
def of_folded(corpus: Corpus, chosen: Filters) -> Figure:
    """Folded stories that no published story lists: a work list."""
    result = backlog.leaderless(corpus, chosen)
    story = result.frame["story"].to_numpy()
    table = result.frame.assign(
        story_id=stories.texts(corpus, story, "story_id"),
        title=stories.texts(corpus, story, "title"),
    )
    return Figure(
        key="leaderless",
        title=sentences.leaderless(len(table)),
        counts=f"Of {result.n:,} folded stories; newest first.",
        frame=table,
        spec={},
        listing=table[["story_id", "published_at", "title", "lister_count"]],
        listing_columns={"lister_count": "Stories that list it"},
        left_out=wording.left_out(result.left_out),
        method="A folded story was made part of another. Where no published story of the "
        "corpus lists it, nobody reads it: a list of what to look at.",
        empty="" if len(table) else "Every folded story has a published leader.",
    )
