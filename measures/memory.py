"""Results kept for the next reader, under the corpus' version and the filters.

Streamlit's own cache is not used for this: any client can empty it, and it hashes large
frames by sampling. Here the key is exact, and what is kept is bounded in number and in
bytes. What was kept of a corpus goes as soon as a newer version of it is asked about;
who still reads the older one takes nothing from those who read the newer.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import wraps
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec, TypeVar, cast

import numpy as np
import pandas as pd
from cachetools import LRUCache

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from loaders.corpus import Corpus

MOST_BYTES = 96 * 2**20
"""A mask has a byte for each story: of a large corpus few would fill the memory."""
LEAST_BYTES = MOST_BYTES // 2048
"""What any result counts for at least, so that there are at most 2,048 of them."""
MOST_VERSIONS = 32
"""Whose order is known: nobody still reads a corpus that is so long gone."""

P = ParamSpec("P")
R = TypeVar("R")


class _Kept(NamedTuple):
    corpus: str
    version: str
    value: Any
    size: int


def _bounded(most_bytes: int) -> LRUCache[Hashable, _Kept]:
    """Room for so many bytes; the least recently used results go first."""
    return LRUCache(most_bytes, getsizeof=lambda kept: kept.size)


_results = _bounded(MOST_BYTES)
_versions: dict[str, list[str]] = {}
"""Of each corpus, in the order in which they were first asked about; not the oldest."""
_lock = Lock()
_begun: dict[Hashable, RLock] = {}
"""What is being computed: of many who ask for it at once, one computes it."""


def remembered(measure: Callable[P, R]) -> Callable[P, R]:
    """The measure, computed once for each corpus version and set of arguments.

    The first argument is the `Corpus`, the others are hashable. What comes back is
    shared between readers: nobody changes it. The least recently used results go first.
    """
    compute = cast("Callable[..., R]", measure)

    @wraps(measure)
    def wrapped(corpus: Corpus, *args: Hashable, **options: Hashable) -> R:
        key = (
            measure.__module__,
            measure.__qualname__,
            corpus.version,
            args,
            tuple(sorted(options.items())),
        )
        with _lock:
            if key in _results:
                return cast("R", _results[key].value)
            mine = _begun.setdefault(key, RLock())
        with mine:
            with _lock:
                if key in _results:
                    return cast("R", _results[key].value)
            try:
                result = compute(corpus, *args, **options)
                _keep(key, corpus, result)
            finally:
                with _lock:
                    _begun.pop(key, None)
        return result

    return cast("Callable[P, R]", wrapped)


def forget() -> None:
    """Drop every result."""
    with _lock:
        _results.clear()
        _versions.clear()


def _keep(key: Hashable, corpus: Corpus, result: object) -> None:
    """Keep a result, unless it is larger than all the room there is."""
    size = max(_size(result), LEAST_BYTES)
    kept = _Kept(corpus.name, corpus.version, result, size)
    with _lock:
        _renew(corpus)
        if size <= _results.maxsize:
            _results[key] = kept


def _renew(corpus: Corpus) -> None:
    """Drop what is known of older versions of this corpus.

    A version is older that was asked about first: versions have no order themselves. So
    where a corpus went back to what it was, results of the version between stay until
    others need the room.
    """
    known = _versions.setdefault(corpus.name, [])
    if corpus.version not in known:
        known.append(corpus.version)
    older = set(known[: known.index(corpus.version)])
    del known[:-MOST_VERSIONS]
    if not older:
        return
    for key in [
        key
        for key, kept in _results.items()
        if kept.corpus == corpus.name and kept.version in older
    ]:
        del _results[key]


def _size(value: object) -> int:
    """About how many bytes a result takes: what its arrays and frames hold."""
    if isinstance(value, np.ndarray):
        return value.nbytes
    if isinstance(value, pd.DataFrame):
        return value.size * 8  # as memory_usage() has it, but at once
    if isinstance(value, (tuple, list, dict)):
        return 64 * len(value)
    if is_dataclass(value):
        return sum(_size(getattr(value, field.name)) for field in fields(value))
    return 0
