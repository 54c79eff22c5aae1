"""A corpus in memory: what every measure reads, and nobody writes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from loaders import frames
from loaders.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ContentError", "Corpus"]


@dataclass(frozen=True, eq=False)
class Corpus:
    """The frames of one corpus, as `loaders.frames` declares them.

    `stories`, `texts`, and the codes in `story_topics` and `related` go by position: row
    i of `stories` is row i of `texts`. Stories stand in order of their paths. The frames
    are shared by all readers at once, so they are never changed; a changed corpus is a
    new `Corpus` with another `version`. `story_topics` and `related` are sorted by
    `story`, and within a story in the order of its file.
    """

    name: str
    """What the masthead calls it: the folder's name."""
    version: str
    """Differs whenever anything that can be shown differs."""
    stories: pd.DataFrame
    texts: pd.DataFrame
    story_topics: pd.DataFrame
    related: pd.DataFrame
    problems: pd.DataFrame = field(
        default_factory=lambda: frames.empty(frames.PROBLEMS)
    )
    duplicates: pd.DataFrame = field(
        default_factory=lambda: frames.empty(frames.DUPLICATES)
    )
    topics: pd.DataFrame = field(default_factory=lambda: frames.empty(frames.TOPICS))
    unknown_fields: pd.DataFrame = field(
        default_factory=lambda: frames.empty(frames.UNKNOWN_FIELDS)
    )
    passed_over: pd.DataFrame = field(
        default_factory=lambda: frames.empty(frames.PASSED_OVER)
    )
    files_count: int = 0
    """Markdown files that were looked at."""
    not_stories_count: int = 0
    """Files without front matter, or of another category."""
    is_early: bool = False
    """It holds a few of the files only, to show something while all are being read."""

    def __len__(self) -> int:
        """The number of distinct filed stories."""
        return len(self.stories)

    @cached_property
    def days(self) -> np.ndarray:
        """`published_day` as int32; `frames.UNDATED` where there is none."""
        return self.stories["published_day"].to_numpy()

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """First and last published_day; None when no story has a time."""
        dated = self.days[self.days != frames.UNDATED]
        return (int(dated.min()), int(dated.max())) if len(dated) else None

    @cached_property
    def quality(self) -> np.ndarray:
        """`quality_score` as float32, NaN where there is none."""
        return self.stories["quality_score"].to_numpy(np.float32, na_value=np.nan)

    @cached_property
    def quality_span(self) -> tuple[int, int] | None:
        """Least and greatest quality score; None when no story has one."""
        known = self.quality[~np.isnan(self.quality)]
        return (int(known.min()), int(known.max())) if len(known) else None

    @cached_property
    def related_counts(self) -> np.ndarray:
        """`related_count` as int32."""
        return self.stories["related_count"].to_numpy()

    @cached_property
    def breadths(self) -> np.ndarray:
        """`breadth_count` as int32."""
        return self.stories["breadth_count"].to_numpy()

    @cached_property
    def instants(self) -> np.ndarray:
        """`published_at` as microseconds since 1970 UTC; the least float if missing."""
        at = self.stories["published_at"]
        micros = at.astype("int64").to_numpy().astype(np.float64)
        return np.where(at.isna().to_numpy(), -np.inf, micros)

    @cached_property
    def _related_starts(self) -> np.ndarray:
        lists = self.related["story"].to_numpy()
        return np.searchsorted(lists, np.arange(len(self) + 1))

    def related_of(self, position: int) -> pd.DataFrame:
        """The rows of `related` that stand in one story's list, in its order."""
        starts = self._related_starts
        return self.related.iloc[starts[position] : starts[position + 1]]

    @cached_property
    def positions_by_id(self) -> dict[str, int]:
        """The position of each story by its story_id."""
        return {name: i for i, name in enumerate(self.texts["story_id"])}

    @cached_property
    def weekdays(self) -> np.ndarray:
        """Day of the week as int8, Monday 0; -1 where there is no time."""
        weekday = (self.days + 3) % 7  # 1970-01-01 was a Thursday
        return np.where(self.days == frames.UNDATED, -1, weekday).astype(np.int8)

    @cached_property
    def hours(self) -> np.ndarray:
        """Hour of the day in UTC as int8; -1 where there is no time."""
        hour = self.stories["published_at"].dt.hour
        return hour.fillna(-1).to_numpy().astype(np.int8)

    @cached_property
    def _codes(self) -> dict[str, np.ndarray]:
        return {}

    def codes(self, column: str) -> np.ndarray:
        """The category codes of a column of `stories`, -1 where it is missing."""
        if column not in self._codes:
            self._codes[column] = self.stories[column].cat.codes.to_numpy()
        return self._codes[column]

    def names(self, column: str) -> pd.Index:
        """What the codes of a column of `stories` stand for, by code."""
        if column not in self._names:
            self._names[column] = self.stories[column].cat.categories
        return self._names[column]

    @cached_property
    def _names(self) -> dict[str, pd.Index]:
        return {}

    @cached_property
    def search_text(self) -> pa.Array:
        """Title and excerpt of each story, lower case, with a line break between."""
        title, excerpt = (
            pc.fill_null(pa.array(self.texts[name], pa.large_string()), "")
            for name in ("title", "excerpt")
        )
        line_break = pa.scalar("\n", pa.large_string())
        return pc.utf8_lower(pc.binary_join_element_wise(title, excerpt, line_break))

    def codes_of(self, column: str, names: Iterable[str]) -> np.ndarray:
        """The codes of these names in a column of `stories`, -1 for unknown ones."""
        return self.names(column).get_indexer(pd.Index(list(names), dtype="str"))

    def topic_codes_of(self, names: Iterable[str]) -> np.ndarray:
        """The codes of these topics, -1 for unknown ones."""
        return self.topic_names.get_indexer(pd.Index(list(names), dtype="str"))

    @cached_property
    def topic_names(self) -> pd.Index:
        """What the topic codes stand for, by code."""
        return self.story_topics["topic"].cat.categories

    @cached_property
    def topic_pairs(self) -> tuple[np.ndarray, np.ndarray]:
        """Story positions and topic codes of `story_topics`, side by side."""
        return (
            self.story_topics["story"].to_numpy(),
            self.story_topics["topic"].cat.codes.to_numpy(),
        )
