"""The health of the related graph: how far its links can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures import instants
from measures.health import heat
from measures.memory import remembered
from measures.related.links import links
from measures.result import Result, left_out

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@dataclass(frozen=True)
class Check:
    """One line of the report: so many of so many, and of what."""

    check: str
    count: int
    of_count: int
    unit: str


@remembered
def checks(corpus: Corpus, chosen: Filters) -> Result:
    """What is remarkable about the related links of the stories asked for.

    Returns:
        One row per check: check, count, of_count, unit (of both) and link_share (their
        ratio; missing where of_count is 0). Checks: "mutual" (the related story lists
        this one too; of links between filed stories, since what is only seen has no
        list), "same domain", "beyond the window", "without a time", "without an
        address" (in the list), "only seen", "copy differs in time" and "copy differs in
        quality" (from the file; of links to filed stories), and of the raw entries
        "repeated", "the story itself" and "unusable" (neither an address, nor a title
        and a time). n is the links after cleaning.

    Source:
        docs/measures.md, "Related-graph health".
    """
    held = chosen.mask(corpus)
    link = links(corpus, "provider_domain")
    rows = np.flatnonzero(held[link.story])
    story, target = link.story[rows], link.target[rows]
    gap, is_filed = link.gap_hours[rows], target >= 0
    domain = corpus.codes("provider_domain")[story]
    is_same = (domain >= 0) & (domain == link.provider[rows])
    filed = int(is_filed.sum())
    differs = _differences(corpus)[:, link.entry[rows]]
    has_address = corpus.related["has_address"].to_numpy()[link.entry[rows]]
    raw = corpus.stories.loc[held, list(RAW)].sum()
    entries = int(heat.entry_counts(corpus)[held].sum())
    n = len(rows)
    found = [
        Check("mutual", int(is_mutual(corpus)[rows].sum()), filed, FILED),
        Check("same domain", int(is_same.sum()), n, LINKS),
        Check("beyond the window", int((np.abs(gap) > chosen.window).sum()), n, LINKS),
        Check("without a time", int(np.isnan(gap).sum()), n, LINKS),
        Check("without an address", int((~has_address).sum()), n, LINKS),
        Check("only seen", n - filed, n, LINKS),
        Check("copy differs in time", int(differs[0].sum()), filed, FILED),
        Check("copy differs in quality", int(differs[1].sum()), filed, FILED),
        *(Check(name, int(raw[key]), entries, ENTRIES) for key, name in RAW.items()),
    ]
    frame = pd.DataFrame(found)
    of_count = frame["of_count"].to_numpy(np.float64)
    frame["link_share"] = frame["count"] / np.where(of_count > 0, of_count, np.nan)
    return Result(frame, n, LINKS, chosen.window)


LINKS = "related links"
FILED = "related links to filed stories"
ENTRIES = "entries of related lists, before cleaning"
RAW = {
    "repeat_count": "repeated",
    "self_count": "the story itself",
    "unusable_count": "unusable",
}


@remembered
def copies(corpus: Corpus, chosen: Filters) -> Result:
    """The copies in related lists that differ from the file in time or quality.

    Returns:
        One row per link: story (position of the story whose list it is), target
        (position of the story itself), entry (row in `corpus.related`), published_at
        and quality_score (the file's, which count), listed_at and listed_quality_score
        (the list's), differs_hours (listed minus filed; missing where one is).
        In order of the stories, then of the list. n is the links to filed stories.
    """
    link = links(corpus, "provider_domain")
    rows = np.flatnonzero(chosen.mask(corpus)[link.story] & (link.target >= 0))
    differs = _differences(corpus)[:, link.entry[rows]].any(axis=0)
    entries = link.entry[rows[differs]]
    columns = ["story", "target", "published_at", "quality_score"]
    listed = ["listed_at", "listed_quality_score"]
    related = corpus.related[[*columns, *listed]].iloc[entries]
    away = (related["listed_at"] - related["published_at"]).dt.total_seconds() / 3600
    frame = related.assign(entry=entries, differs_hours=away)
    seen = int((chosen.mask(corpus)[link.story] & (link.target < 0)).sum())
    return Result(
        frame.reset_index(drop=True),
        len(rows),
        FILED,
        left_out=left_out((seen, "related links", "their story has no file")),
    )


@remembered
def is_mutual(corpus: Corpus) -> np.ndarray:
    """Of each link, in the order of `links`, whether its target lists its story too."""
    link = links(corpus, "provider_domain")
    width = max(len(corpus), 1)
    is_filed = link.target >= 0
    there = link.story.astype(np.int64) * width + link.target
    back = link.target.astype(np.int64) * width + link.story
    # Only filed ones: -1 would read as the last position of the story before. A hash
    # table, since np.isin would sort all of them first.
    return is_filed & pd.Series(back).isin(there[is_filed]).to_numpy()


@remembered
def _differences(corpus: Corpus) -> np.ndarray:
    """Of each row of `corpus.related` whether it differs in time, in quality.

    Two rows of truths; what is missing in the list does not differ.
    """
    related = corpus.related
    is_filed = (related["target"] >= 0).to_numpy()
    listed = instants.microseconds(related["listed_at"])
    own = instants.microseconds(related["published_at"])
    quality = related["quality_score"].ne(related["listed_quality_score"])
    return np.stack(
        [
            is_filed & (listed != own) & (listed != instants.NEVER),
            is_filed & quality.fillna(value=False).to_numpy(dtype=bool),
        ]
    )
