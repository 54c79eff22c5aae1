"""Facets: what else could be chosen, and how many stories each choice would show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures import ordering
from measures.clauses import provider_column
from measures.filters import EVERYTHING
from measures.memory import remembered

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

COLUMNS = {
    "type": "type",
    "state": "state",
    "reason": "backlog_reason",
    "carrier": "carrier",
}
FIELDS = ("provider", "topic", *COLUMNS)


@remembered
def choices(corpus: Corpus, field: str, by: str, most: int) -> tuple[str, ...]:
    """The values of a field in alphabetical order; of many, those with most stories.

    Args:
        corpus: The corpus.
        field: One of FIELDS.
        by: The identity of providers, of `filters.IDENTITIES`.
        most: How many at most.
    """
    values, _, _ = tally(corpus, EVERYTHING.with_(by=by), field)
    return tuple(ordering.alphabetical(values[:most].tolist()))


@remembered
def counts(corpus: Corpus, chosen: Filters, field: str) -> pd.DataFrame:
    """Count the stories of each value of a field under all filters but its own.

    Args:
        corpus: The corpus.
        chosen: The filters; the clause of `field` is skipped.
        field: One of FIELDS.

    Returns:
        One row per value that the corpus has: value, story_count, story_share (of the
        stories under the other filters), is_chosen. Most stories first, then in
        alphabetical order. Values that have no story under the filters stand at 0.
    """
    values, found, total = tally(corpus, chosen, field)
    return pd.DataFrame(
        {
            "value": values,
            "story_count": found,
            "story_share": found / total if total else np.nan,
            "is_chosen": np.isin(values, list(getattr(chosen, field))),
        }
    )


def tally(
    corpus: Corpus, chosen: Filters, field: str
) -> tuple[np.ndarray, np.ndarray, int]:
    """The columns value and story_count of `counts`, and how many stories that is of.

    They are the same whatever is chosen of the field itself, so that a click on one of
    its values counts nothing anew.
    """
    return _tally(corpus, chosen.without(field, "grain", "window"), field)


@remembered
def _tally(
    corpus: Corpus, chosen: Filters, field: str
) -> tuple[np.ndarray, np.ndarray, int]:
    held = chosen.mask(corpus)
    names = _names(corpus, field, chosen.by)
    if field == "topic":
        story, codes = corpus.topic_pairs
        found = np.bincount(codes[held[story]], minlength=len(names))
    else:
        codes = corpus.codes(_column(field, chosen.by))[held]
        found = np.bincount(codes[codes >= 0], minlength=len(names))
    order = np.argsort(-found, kind="stable")  # names are in alphabetical order
    return names[order], found[order].astype(np.int64), int(held.sum())


def leading(corpus: Corpus, chosen: Filters, field: str, most: int) -> dict[str, int]:
    """The values of a field with most stories, each with its story_count.

    What is chosen comes first, all of it; the others follow as far as there are stories
    of theirs and room for them among `most`. Arguments as for `counts`.
    """
    values, found, _ = tally(corpus, chosen, field)
    is_chosen = np.isin(values, list(getattr(chosen, field)))
    held = np.flatnonzero(is_chosen)
    others = np.flatnonzero(~is_chosen & (found > 0))[: max(most - len(held), 0)]
    shown = np.concatenate([held, others])
    return dict(zip(values[shown].tolist(), found[shown].tolist(), strict=True))


def numbers(corpus: Corpus, chosen: Filters, field: str) -> dict[str, int]:
    """The story_count of each value of a field, as `counts` has them."""
    values, found, _ = tally(corpus, chosen, field)
    return dict(zip(values.tolist(), found.tolist(), strict=True))


@remembered
def _names(corpus: Corpus, field: str, by: str) -> np.ndarray:
    """What the codes of a field stand for, by code."""
    if field == "topic":
        return corpus.topic_names.to_numpy(dtype=object)
    return corpus.names(_column(field, by)).to_numpy(dtype=object)


def _column(field: str, by: str) -> str:
    return provider_column(by) if field == "provider" else COLUMNS[field]
