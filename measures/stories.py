"""Stories in an order: for tables, for export, for previous and next."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from measures import breadths, ordering
from measures.memory import remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.corpus import Corpus
    from measures.filters import Filters

ORDERS = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "widest": "Widest coverage first",
    "linked": "Most related coverage first",
    "quality": "Highest quality first",
    "sample": "Random sample",
}
"""Each order's name in a link, and how it is said."""

SORTS = {
    "newest": "-published_at",
    "oldest": "published_at",
    "widest": "-breadth_count",
    "linked": "-related_count",
    "quality": "-quality_score",
}
"""The sort that each of ORDERS is: its column, with `-` before it where it falls."""

SAMPLE_SIZE = 20
MOST_KEPT_ROWS = 50
"""Of a table whose rows are kept for the next reader."""
MOST_SEEDS = 2**31 - 1


@remembered
def ordered(
    corpus: Corpus,
    chosen: Filters,
    order: str = "newest",
    seed: int = 0,
    sort: str = "",
) -> np.ndarray:
    """The positions of the stories under the filters, each once, in an order.

    `order` is one of ORDERS; an unknown one is the newest first. A sample is SAMPLE_SIZE
    stories drawn without replacement by `seed`, newest first. `sort` arranges what that
    gives by one of COLUMNS instead, with `-` before it to fall. Breadths are those within
    the filters' window. What is missing comes last; ties go to the newer story, then to
    the earlier path.
    """
    if order == "sample":
        held = chosen.positions(corpus)
        if len(held) > SAMPLE_SIZE:
            held = np.random.default_rng(seed).choice(held, SAMPLE_SIZE, replace=False)
        return arranged(corpus, held, sort or SORTS["newest"], chosen.window)
    whole = _whole(corpus, sort or SORTS.get(order, SORTS["newest"]), chosen.window)
    return whole[chosen.mask(corpus)[whole]]


def arranged(
    corpus: Corpus, positions: np.ndarray, sort: str, window: int
) -> np.ndarray:
    """These positions, each once, by one of COLUMNS, with `-` before it to fall."""
    held = np.zeros(len(corpus), dtype=bool)
    held[positions] = True
    whole = _whole(corpus, sort, window)
    return whole[held[whole]]


def newest_first(corpus: Corpus, positions: np.ndarray) -> np.ndarray:
    """These positions, each once, as the order `newest` has them."""
    return arranged(corpus, positions, SORTS["newest"], 0)


def _whole(corpus: Corpus, sort: str, window: int) -> np.ndarray:
    """All positions in an order, sorted once for a corpus and then only picked from."""
    return _sorted(corpus, sort, window if sort.endswith("breadth_count") else 0)


@remembered
def _sorted(corpus: Corpus, sort: str, window: int) -> np.ndarray:
    column, falls = ordering.parts(sort)
    paths = np.arange(len(corpus))
    keys = _keys(corpus, column, window)
    return ordering.order(keys, -corpus.instants, paths, falls=falls)


@remembered
def _keys(corpus: Corpus, column: str, window: int) -> np.ndarray:
    """What stories are ordered by in a column: `ordering.ranks` of its values."""
    if column == "breadth_count":
        return breadths.counts(corpus, window).astype(np.float64)
    if column == "topics":
        whole = topics_of(corpus, np.arange(len(corpus)))
        # Few lists of topics are unlike all others: as categories each is ranked once.
        return ordering.ranks(pd.Series(whole, dtype="category"))
    frame = corpus.texts if column in corpus.texts else corpus.stories
    return ordering.ranks(frame[column])


COLUMNS = (
    *("story_id", "published_at", "title"),
    *("provider_name", "provider_family", "provider_domain", "carrier"),
    *("topics", "type", "state"),
    *("quality_score", "heat_score", "breadth_count", "related_count"),
    *("key_url", "excerpt", "path"),
)
"""The columns of `rows`."""


def rows(
    corpus: Corpus, positions: np.ndarray, window: int, columns: Sequence[str] = COLUMNS
) -> pd.DataFrame:
    """The facts and texts of some stories side by side, for a table or an export.

    Args:
        corpus: The corpus.
        positions: The stories, by position.
        window: Hours in which related coverage counts for the breadth.
        columns: Which of COLUMNS.

    Returns:
        One row per position, in the order given; `topics` are joined by "; ". The index
        is the position.
    """
    if len(positions) <= MOST_KEPT_ROWS:
        few = tuple(positions.tolist())
        return _few(corpus, few, window, tuple(columns)).copy(deep=False)
    return _rows(corpus, positions, window, columns)


@remembered
def _few(
    corpus: Corpus, positions: tuple[int, ...], window: int, columns: tuple[str, ...]
) -> pd.DataFrame:
    """The page of a table that many readers see, or one reader again and again."""
    return _rows(corpus, np.array(positions, dtype=np.int64), window, columns)


def _rows(
    corpus: Corpus, positions: np.ndarray, window: int, columns: Sequence[str]
) -> pd.DataFrame:
    held = {name: _column(corpus, positions, window, name) for name in columns}
    return pd.DataFrame(held, index=pd.Index(positions, name="story"))


def _column(
    corpus: Corpus, positions: np.ndarray, window: int, name: str
) -> pd.api.extensions.ExtensionArray | np.ndarray:
    if name == "topics":
        return pd.array(topics_of(corpus, positions), dtype="str")
    if name == "breadth_count":
        return breadths.counts(corpus, window)[positions]
    frame = corpus.texts if name in corpus.texts else corpus.stories
    taken = frame[name].array.take(positions)
    return taken.astype("str") if isinstance(taken, pd.Categorical) else taken


def texts(corpus: Corpus, positions: np.ndarray, column: str) -> np.ndarray:
    """One text of each of these stories, such as `title`: of them alone, as objects."""
    return corpus.texts[column].array.take(positions).to_numpy(dtype=object)


def topics_of(corpus: Corpus, positions: Sequence[int] | np.ndarray) -> list[str]:
    """The topics of each story, joined by "; ", in the order of the file."""
    story, topic = corpus.topic_pairs
    start = np.searchsorted(story, positions, side="left")
    end = np.searchsorted(story, positions, side="right")
    found = [topic[a:b] for a, b in zip(start, end, strict=True)]
    codes = np.concatenate([np.empty(0, np.intp), *found])
    names = iter(corpus.topic_names.take(codes).to_list())
    return ["; ".join(islice(names, int(count))) for count in end - start]


def topics_at(corpus: Corpus, position: int) -> list[str]:
    """The topics of one story, in the order of the file."""
    story, topic = corpus.topic_pairs
    start, end = np.searchsorted(story, [position, position + 1])
    return list(corpus.topic_names[topic[start:end]])


def neighbours(  # noqa: PLR0913, PLR0917 - what `ordered` takes, and the story
    corpus: Corpus,
    chosen: Filters,
    order: str,
    position: int,
    seed: int = 0,
    sort: str = "",
) -> tuple[int | None, int | None, int | None]:
    """What stands beside the story at a position in a result of `ordered`.

    Returns:
        The position before it, the one after it, and its place in the result from 0;
        None each where there is none, and all None where it is not in the result.
    """
    whole = ordered(corpus, chosen, order, seed, sort)
    found = np.flatnonzero(whole == position)
    if not len(found):
        return None, None, None
    place = int(found[0])
    before = int(whole[place - 1]) if place else None
    after = int(whole[place + 1]) if place + 1 < len(whole) else None
    return before, after, place


def find(corpus: Corpus, story_id: str) -> int | None:
    """The position of the story with this id, or None."""
    return corpus.positions_by_id.get(story_id)
