"""The frames of a corpus: every column's name and type, written down once.

Names are snake_case with the unit as suffix: `_at` an instant in UTC, `_day` whole days
since 1970-01-01 UTC, `_hours`, `_count`, `_share` from 0 to 1, `_score`, `is_`/`has_` a
truth, `_url`, `_path`. The same quantity has the same name in every frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

type_names: Final = ("article", "video")
state_names: Final = ("published", "unpublished", "unknown")
reason_names: Final = ("folded", "below gate", "other")

UNDATED: Final = int(np.iinfo(np.int32).min)
"""`published_day` of a story without a readable time: before every day there is."""

DEFAULT_WINDOW_HOURS: Final = 72
"""The window of `breadth_count`, and of related coverage unless chosen otherwise."""

TIME: Final = "datetime64[us, UTC]"

STORIES: Final[Mapping[str, str]] = {
    "published_at": TIME,  # NaT where the file has no readable time
    "published_day": "int32",  # UNDATED where published_at is NaT
    "provider_name": "category",  # as written, trimmed; missing where there is none
    "provider_family": "category",  # shown in its most frequent spelling
    "provider_domain": "category",  # lower case
    "carrier": "category",  # name of the carrier of a carrier copy, else missing
    "has_origin": "bool",  # False: on a carrier's domain, and no suffix names it
    "type": "category",  # type_names, in this order
    "state": "category",  # state_names, in this order; never missing
    "backlog_reason": "category",  # reason_names; missing unless unpublished
    "quality_score": "Int32",  # missing where the file gives none
    "heat_score": "Int32",  # missing where the file gives none or -1
    "is_folded": "bool",  # heat is -1 in the file
    "breadth_count": "int32",  # provider families within DEFAULT_WINDOW_HOURS, own too
    "related_count": "int32",  # related links after cleaning
    "repeat_count": "int32",  # entries dropped: their story stood in the list already
    "self_count": "int32",  # entries dropped: they are the story itself
    "unusable_count": "int32",  # entries dropped: no usable URL, nor title and time
    "has_excerpt": "bool",
    "has_image": "bool",
    "has_secured": "bool",
}

TEXTS: Final[Mapping[str, str]] = {
    "story_id": "str",  # unique; what `?story=` in a link holds: the file's stem
    "title": "str",
    "excerpt": "str",
    "key_url": "str",
    "web_url": "str",
    "original_url": "str",
    "amp_url": "str",
    "image_url": "str",  # the first picture
    "video_url": "str",  # of featuredContent: https and of a known video host, or missing
    "path": "str",  # of the file, relative to the corpus, with forward slashes
}

STORY_TOPICS: Final[Mapping[str, str]] = {
    "story": "int32",  # position in STORIES
    "topic": "category",
}

RELATED: Final[Mapping[str, str]] = {
    "story": "int32",  # position of the story whose list it is
    "target": "int32",  # position of the related story; -1 where it is only seen
    "seen": "int32",  # which story it is, from 0, of those only seen; -1 where filed
    "has_address": "bool",  # the list gives a usable URL
    "key_url": "str",  # the file's where the list gives none
    "title": "str",
    "excerpt": "str",
    "provider_name": "category",  # these four share their categories with STORIES
    "provider_family": "category",
    "provider_domain": "category",
    "carrier": "category",
    "type": "category",
    "published_at": TIME,  # of the file where it is filed, else of the list
    "quality_score": "Int32",  # likewise
    "gap_hours": "float64",  # published_at minus the story's; NaN where one is missing
    "listed_at": TIME,  # what the list itself says
    "listed_quality_score": "Int32",
}

PROBLEMS: Final[Mapping[str, str]] = {
    "path": "str",
    "line": "Int32",  # from 1; missing where it is not known
    "field": "str",  # `related[2].provider.name`; empty for the file as a whole
    "expected": "str",
    "found": "str",
}

DUPLICATES: Final[Mapping[str, str]] = {
    "path": "str",  # the file that is left out
    "first_path": "str",  # the file that wins
    "key_url": "str",
}

TOPICS: Final[Mapping[str, str]] = {
    "topic": "str",
    "parent": "str",
    "keywords": "str",  # joined by ", "
}

UNKNOWN_FIELDS: Final[Mapping[str, str]] = {
    "field": "str",
    "file_count": "int64",
}

PASSED_OVER: Final[Mapping[str, str]] = {
    "path": "str",  # of a file that is no story, or of a folder not looked into
    "reason": "str",  # "no front matter"
}

FRAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "stories": STORIES,
    "texts": TEXTS,
    "story_topics": STORY_TOPICS,
    "related": RELATED,
    "problems": PROBLEMS,
    "duplicates": DUPLICATES,
    "topics": TOPICS,
    "unknown_fields": UNKNOWN_FIELDS,
    "passed_over": PASSED_OVER,
}

FIXED_CATEGORIES: Final[Mapping[str, tuple[str, ...]]] = {
    "type": type_names,
    "state": state_names,
    "backlog_reason": reason_names,
}


def empty(columns: Mapping[str, str]) -> pd.DataFrame:
    """A frame with these columns and types and no rows."""
    return pd.DataFrame(
        {
            name: pd.Series(
                [],
                dtype=pd.CategoricalDtype(list(FIXED_CATEGORIES[name]))
                if name in FIXED_CATEGORIES
                else pd.CategoricalDtype(pd.Index([], dtype="str"))
                if kind == "category"
                else kind,
            )
            for name, kind in columns.items()
        }
    )
