"""Related lists: cleaned, joined with the filed stories, and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from loaders import frames
from loaders.gathering.tables import arranged

if TYPE_CHECKING:
    from loaders.assembly.filing import Filed
    from loaders.assembly.providers import Labels

_hour: Final = 3_600_000_000
_filed_facts: Final = (
    "title",
    "excerpt",
    "provider_name",
    "provider_domain",
    "type",
    "published_at",
    "quality_score",
)
_listed_facts: Final = ("key_url", "published_at", "quality_score")


class Entries(NamedTuple):
    """The related entries that stay after cleaning, in order of story and list."""

    story: np.ndarray
    """The position of the story whose list an entry is in."""
    target: np.ndarray
    """The position of the story that it names; -1 where that is only seen."""
    seen: np.ndarray
    """Which story it names, from 0, of those that are only seen; -1 where it is filed."""
    facts: pa.Table
    """What is known of the story that it names: its file wins over the list."""
    gap_hours: np.ndarray
    """Its time minus that of the story whose list it is in; NaN where one has none."""
    has_address: np.ndarray
    """The list gives a usable URL."""
    listed_at: pa.ChunkedArray
    listed_quality_score: pa.ChunkedArray
    repeat_count: np.ndarray
    """For each story, the entries dropped because their story stood in its list already."""
    self_count: np.ndarray
    """For each story, the entries dropped because they are the story itself."""


def entries(
    related: pa.Table, story: pa.Table, filed: Filed, codes: np.ndarray
) -> Entries:
    """Clean the related lists: one entry per story, the story itself left out.

    Args:
        related: The rows of all files.
        story: The rows of `files` of the filed stories, by position.
        filed: Which files are stories: the lists of the others count for nothing.
        codes: Of each entry the story that it means, as `identities` has it.

    Source:
        content/README.md, "Counting": "related link".
    """
    of_file = filed.position[related["file"].to_numpy()]
    row = np.flatnonzero(of_file >= 0)
    of_story, code = of_file[row], codes[row]
    target = filed.place[code]
    is_self = target == of_story
    pair = of_story.astype(np.int64) * len(filed.place) + code
    is_repeat = pd.Series(pair).duplicated().to_numpy() & ~is_self
    stays = ~is_self & ~is_repeat
    row, of, target = row[stays], of_story[stays], target[stays]
    seen = np.full(len(row), -1, np.int32)
    seen[target < 0], _ = pd.factorize(code[stays][target < 0])
    listed = arranged(related.select(_listed_facts), row)
    # One column holds the stories and then the lists; each entry picks its place in it.
    pick = np.where(target >= 0, target, len(story) + row)
    facts = pa.table(
        {"key_url": _addresses(listed["key_url"], story["key_url"], target)}
        | {
            column: pa.chunked_array(
                [*story[column].chunks, *related[column].chunks],
                story[column].type,
            ).take(pick)
            for column in _filed_facts
        }
    )
    return Entries(
        story=of,
        target=target,
        seen=seen,
        facts=facts,
        gap_hours=_gaps(facts["published_at"], story["published_at"].take(of)),
        has_address=pc.is_valid(listed["key_url"]).to_numpy(),
        listed_at=listed["published_at"],
        listed_quality_score=listed["quality_score"],
        repeat_count=np.bincount(of_story[is_repeat], minlength=len(story)),
        self_count=np.bincount(of_story[is_self], minlength=len(story)),
    )


def breadths(family: Labels, count: int, entries: Entries) -> np.ndarray:
    """The number of families in each story's coverage within the default window.

    Args:
        family: Of the `count` stories, then of the related entries.
        count: The number of stories.
        entries: An entry without a gap is not within the window.

    Source:
        content/README.md, "Counting": "breadth".
    """
    near = np.abs(entries.gap_hours) <= frames.DEFAULT_WINDOW_HOURS
    story = np.concatenate([np.arange(count), entries.story[near]])
    code = np.concatenate([family.codes[:count], family.codes[count:][near]])
    width = max(len(family.names), 1)
    # Not `np.unique`, which takes ten times as long over numbers.
    pairs = pd.unique((story.astype(np.int64) * width + code)[code >= 0])
    return np.bincount(pairs // width, minlength=count)


def _addresses(
    listed: pa.ChunkedArray, filed: pa.ChunkedArray, target: np.ndarray
) -> pa.ChunkedArray:
    """The key URL of each entry; its file's where the list gives none."""
    if not listed.null_count:
        return listed
    own = filed.take(pa.array(target, mask=target < 0))
    return pc.coalesce(listed, own)


def _gaps(later: pa.ChunkedArray, earlier: pa.ChunkedArray) -> np.ndarray:
    gaps = pc.cast(pc.subtract(later, earlier), pa.float64())
    return pc.fill_null(pc.divide(gaps, float(_hour)), float("nan")).to_numpy()
