"""What is wrong in the files, field by field; and why some are passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from measures.memory import remembered

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus


@remembered
def by_field(corpus: Corpus) -> pd.DataFrame:
    """Count the problems of each field, places in lists taken together.

    Returns:
        One row per field: field (`related[].webUrl`; "whole file" for the file
        itself), problem_count, file_count. Most problems first, then by name.
    """
    found = corpus.problems
    names = found["field"].fillna("").str.replace(r"\[\d+\]", "[]", regex=True)
    counted = (
        found.assign(field=names.where(names != "", "whole file"))
        .groupby("field")
        .agg(problem_count=("path", "size"), file_count=("path", "nunique"))
        .reset_index()
    )
    return counted.sort_values(
        ["problem_count", "field"], ascending=[False, True], ignore_index=True
    )


@remembered
def by_reason(corpus: Corpus) -> pd.DataFrame:
    """Count what is passed over for each reason.

    Returns:
        One row per reason: reason, file_count. Most files first, then by reason.
    """
    counted = corpus.passed_over.groupby("reason").agg(file_count=("path", "size"))
    return counted.reset_index().sort_values(
        ["file_count", "reason"], ascending=[False, True], ignore_index=True
    )
