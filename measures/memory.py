"""Results kept for the next reader, under the corpus' version and the filters.

Streamlit's own cache is not used for this: any client can empty it, and it hashes large
frames by sampling. Here the key is exact and the number of results is bounded.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import wraps
from threading import Lock
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from loaders.corpus import Corpus

MOST_RESULTS = 512

P = ParamSpec("P")
R = TypeVar("R")

_results: OrderedDict[Hashable, Any] = OrderedDict()
_lock = Lock()


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
                _results.move_to_end(key)
                return cast("R", _results[key])
        result = compute(corpus, *args, **options)
        with _lock:
            _results[key] = result
            while len(_results) > MOST_RESULTS:
                _results.popitem(last=False)
        return result

    return cast("Callable[P, R]", wrapped)


def forget() -> None:
    """Drop every result."""
    with _lock:
        _results.clear()
