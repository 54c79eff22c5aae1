"""The tables of the health page: problems, duplicates, unknown fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from measures.health import problems as problem_counts
from pages.charts import wording
from pages.parts import tables

if TYPE_CHECKING:
    from streamlit.elements.lib.column_types import ColumnConfig

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
        counted = problem_counts.by_field(corpus)
        st.dataframe(
            counted,
            key="problem-fields",
            hide_index=True,
            column_config={
                "field": "Field",
                "problem_count": "Problems",
                "file_count": "Files",
            },
        )
        tables.paged(
            chosen,
            found,
            "problems",
            {
                "path": _path("File", 530),
                "line": st.column_config.NumberColumn("Line", width=50),
                "field": st.column_config.TextColumn("Field", width=125),
                "expected": st.column_config.TextColumn("Expected", width=165),
                "found": st.column_config.TextColumn("Found", width="large"),
            },
        )


def _path(label: str, pixels: int) -> ColumnConfig:
    """A column of paths. Long ones are cut at their beginning: they differ at the end."""
    return st.column_config.TextColumn(label, width=pixels, alignment="right")


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
                "path": _path("Left out", 330),
                "first_path": _path("Counted", 330),
                "key_url": "Address",
            },
        )


def unknown_fields(corpus: Corpus) -> None:
    """Fields that the format does not name: allowed, and listed."""
    if corpus.unknown_fields.empty:
        return
    with st.container(key="figure-unknown"):
        st.subheader("Fields beyond the format", anchor=False)
        st.caption(f"{WHOLE} allowed, and read by nobody.")
        st.dataframe(
            corpus.unknown_fields,
            key="unknown",
            hide_index=True,
            column_config={"field": "Field", "file_count": "Files"},
        )
