"""Why a folder or address is no corpus, and what would make it one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from loaders.corpus import Corpus
    from loaders.keeping.cache import Root

MOST: Final = 8
"""Reasons and names of fields that are told at most."""

ADVICE: Final = (
    "A story has category: news, a title, publishedDateTime, webUrl, a type and a "
    "provider (content/README.md)"
)


def said(root: Root, corpus: Corpus, others: pd.DataFrame) -> str:
    """Why nothing is shown, on one line.

    Args:
        root: The folder or address.
        corpus: What came of it: no stories.
        others: `frames.UNKNOWN_FIELDS` of the files that are no story.
    """
    place = wording.shown(str(root))
    reasons = corpus.passed_over["reason"].value_counts()
    why = _some([f"{why} ({count:,})" for why, count in reasons.items()])
    if not corpus.files_count:
        more = f"; passed over: {why}" if why else ""
        return f"{place}: expected stories, found no Markdown file{more}"
    count, broken = corpus.files_count, corpus.problems["path"].nunique()
    found = "1 Markdown file" if count == 1 else f"{count:,} Markdown files"
    problems = f", {broken:,} with problems" if broken else ""
    refused = f"{place}: expected stories, found {found}{problems}, and none is a story"
    if not why:
        return refused
    named = [f"{row.field} ({row.file_count:,})" for row in others.itertuples()]
    instead = f". Instead there are the fields {_some(named)}" if named else ""
    return f"{refused}: {why}{instead}. {ADVICE}"


def _some(texts: Sequence[str]) -> str:
    """The first of some texts, and how many more there are."""
    more = len(texts) - MOST
    return ", ".join([*texts[:MOST], *([f"and {more:,} more"] if more > 0 else [])])
