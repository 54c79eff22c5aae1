"""The tables of the health page: problems, what is passed over, duplicates, fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from measures.health import problems as problem_counts
from pages.charts import wording
from pages.charts.columns import Column
from pages.parts import tables
from pages.parts.grid import paging

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

WHOLE = "In the whole corpus:"
"""How what no filter narrows begins, beside figures that filters do narrow."""


def problems(corpus: Corpus, chosen: Filters) -> None:
    """Everything that is wrong in a file: how much of what, then each one."""
    found = corpus.problems
    with st.container(key="figure-problems"):
        if found.empty:
            st.subheader("No file has a problem", anchor=False)
            st.caption(_looked_at(corpus))
            return
        files = found["path"].nunique()
        st.subheader(
            f"{wording.count(len(found), 'problem')} in {wording.count(files, 'file')}",
            anchor=False,
        )
        st.caption(f"{_looked_at(corpus)} A story keeps everything that could be read.")
        paging.listed(
            problem_counts.by_field(corpus),
            "problem-fields",
            {"field": "Field", "problem_count": "Problems", "file_count": "Files"},
            name="Problems by field",
            usual="-problem_count",
        )
        tables.paged(
            chosen,
            found,
            "problems",
            {
                "path": Column("File", is_long=True),
                "line": "Line",
                "field": Column("Field", is_long=True),
                "expected": Column("Expected", is_long=True),
                "found": Column("Found", is_long=True),
            },
            unit=("problem",),
        )


def passed_over(corpus: Corpus, chosen: Filters) -> None:
    """What is no story, or not looked at: how much for which reason, then each one."""
    found = corpus.passed_over
    if found.empty:
        return
    with st.container(key="figure-passed-over"):
        count = len(found)
        st.subheader(
            f"{wording.count(count, 'file')} {'is' if count == 1 else 'are'} passed over",
            anchor=False,
        )
        st.caption(
            f"{WHOLE} they are no stories, and in no number. A folder counts as one."
        )
        paging.listed(
            problem_counts.by_reason(corpus),
            "passed-over-reasons",
            {"reason": Column("Reason", is_long=True), "file_count": "Files"},
            name="Files passed over, by reason",
            usual="-file_count",
        )
        tables.paged(
            chosen,
            found,
            "passed-over",
            {
                "path": Column("File", is_long=True),
                "reason": Column("Reason", is_long=True),
            },
        )


def _looked_at(corpus: Corpus) -> str:
    found = [wording.stories(len(corpus))]
    if len(corpus.duplicates):
        found.append(wording.count(len(corpus.duplicates), "duplicate"))
    if corpus.not_stories_count:
        found.append(f"{corpus.not_stories_count:,} not a story")
    files = wording.count(corpus.files_count, "file")
    return f"{WHOLE} {files} looked at: {', '.join(found)}."


def duplicates(corpus: Corpus, chosen: Filters) -> None:
    """Files that repeat a story; the first path wins."""
    if corpus.duplicates.empty:
        return
    with st.container(key="figure-duplicates"):
        count = len(corpus.duplicates)
        st.subheader(
            f"{wording.count(count, 'file')} repeat{'s' if count == 1 else ''} a story",
            anchor=False,
        )
        st.caption(
            f"{WHOLE} the first path counts; the others are left out of every number."
        )
        tables.paged(
            chosen,
            corpus.duplicates,
            "duplicates",
            {
                "path": Column("Left out", is_long=True),
                "first_path": Column("Counted", is_long=True),
                "key_url": Column("Address", is_long=True),
            },
            unit=("file",),
        )


def unknown_fields(corpus: Corpus) -> None:
    """Fields that the format does not name: allowed, and listed."""
    if corpus.unknown_fields.empty:
        return
    with st.container(key="figure-unknown"):
        st.subheader("Fields beyond the format", anchor=False)
        st.caption(f"{WHOLE} allowed, and read by nobody.")
        paging.listed(
            corpus.unknown_fields,
            "unknown",
            {"field": Column("Field", is_long=True), "file_count": "Files"},
            name="Fields beyond the format",
        )
