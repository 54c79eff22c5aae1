"""One clause per thing that can be asked for: which stories hold it, and its English.

A clause yields both its mask and its words, so that a page, its numbers and its
explanation cannot drift apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from loaders import frames
from measures import completeness, dates, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from loaders.corpus import Corpus
    from measures.filters import Filters

WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)


@dataclass(frozen=True)
class Clause:
    """What one part of `Filters` keeps, and how that is said."""

    fields: tuple[str, ...]
    """Fields of `Filters` that belong to it: it acts when one of them is set."""
    mask: Callable[[Corpus, Filters], np.ndarray]
    says: Callable[[Filters], str]


def provider_column(by: str) -> str:
    """The column of `stories` that holds the chosen identity of a provider."""
    return f"provider_{by}"


def _in_codes(corpus: Corpus, column: str, wanted: tuple[str, ...]) -> np.ndarray:
    """True where the column is one of the wanted names; unknown names match nothing."""
    chosen = np.zeros(len(corpus.names(column)) + 1, dtype=bool)
    found = corpus.codes_of(column, wanted)
    chosen[found[found >= 0]] = True
    return chosen[corpus.codes(column)]  # code -1, missing, reads the last: False


def _column(name: str, field: str) -> Callable[[Corpus, Filters], np.ndarray]:
    return lambda corpus, chosen: _in_codes(corpus, name, getattr(chosen, field))


def _provider(corpus: Corpus, chosen: Filters) -> np.ndarray:
    return _in_codes(corpus, provider_column(chosen.by), chosen.provider)


def _not_provider(corpus: Corpus, chosen: Filters) -> np.ndarray:
    return ~_in_codes(corpus, provider_column(chosen.by), chosen.not_provider)


def _with_topic(corpus: Corpus, wanted: tuple[str, ...]) -> np.ndarray:
    story, topic = corpus.topic_pairs
    found = corpus.topic_codes_of(wanted)
    held = np.zeros(len(corpus), dtype=bool)
    held[story[np.isin(topic, found[found >= 0])]] = True
    return held


def _from_day(corpus: Corpus, chosen: Filters) -> np.ndarray:
    held = corpus.days != frames.UNDATED
    if chosen.first is not None:
        held &= corpus.days >= dates.to_day(chosen.first)
    if chosen.last is not None:
        held &= corpus.days <= dates.to_day(chosen.last)
    return held


def _quality(corpus: Corpus, chosen: Filters) -> np.ndarray:
    assert chosen.quality is not None  # noqa: S101 - the clause acts only when it is set
    least, greatest = chosen.quality
    return (corpus.quality >= least) & (corpus.quality <= greatest)


def _weekday(corpus: Corpus, chosen: Filters) -> np.ndarray:
    wanted = [WEEKDAYS.index(name) for name in chosen.weekday if name in WEEKDAYS]
    return np.isin(corpus.weekdays, wanted)


def _hour(corpus: Corpus, chosen: Filters) -> np.ndarray:
    return np.isin(corpus.hours, list(chosen.hour))


def _lacks(corpus: Corpus, chosen: Filters) -> np.ndarray:
    held = np.zeros(len(corpus), dtype=bool)
    for name in chosen.lacks:
        if name in completeness.FIELDS:
            held |= ~completeness.FIELDS[name](corpus)
    return held


def _either(names: tuple[str, ...]) -> str:
    """Names as an English list: `A, B or C`."""
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _dates(chosen: Filters) -> str:
    if chosen.first and chosen.last:
        if chosen.first == chosen.last:
            return f"on {dates.written(chosen.first)}"
        return f"from {dates.span(chosen.first, chosen.last)}"
    if chosen.first:
        return f"since {dates.written(chosen.first)}"
    return f"up to {dates.written(chosen.last or dates.EPOCH)}"


def _search(chosen: Filters) -> str:
    terms = words.parse(chosen.words)
    held = [f"“{term.text}”" for term in terms if not term.is_excluded]
    kept_out = [f"“{term.text}”" for term in terms if term.is_excluded]
    parts = []
    if held:
        parts.append(f"with {' and '.join(held)}")
    if kept_out:
        parts.append(f"without {' or '.join(kept_out)}")
    if not parts:
        return "with any words"
    return f"{' and '.join(parts)} in title or excerpt"


def _quality_says(chosen: Filters) -> str:
    least, greatest = chosen.quality or (0, 0)
    return f"of quality {least} to {greatest}"


def _window_says(chosen: Filters) -> str:
    hours = "hour" if chosen.window == 1 else "hours"
    return f"coverage within {chosen.window:,} {hours}"


def _hours_says(chosen: Filters) -> str:
    return f"at {_either(tuple(f'{hour:02}:00' for hour in chosen.hour))} UTC"


CLAUSES: tuple[Clause, ...] = (
    Clause(("provider",), _provider, lambda f: f"by {_either(f.provider)}"),
    Clause(
        ("not_provider",), _not_provider, lambda f: f"not by {_either(f.not_provider)}"
    ),
    Clause(
        ("topic",),
        lambda corpus, f: _with_topic(corpus, f.topic),
        lambda f: f"about {_either(f.topic)}",
    ),
    Clause(
        ("not_topic",),
        lambda corpus, f: ~_with_topic(corpus, f.not_topic),
        lambda f: f"not about {_either(f.not_topic)}",
    ),
    Clause(("type",), _column("type", "type"), lambda f: f"of type {_either(f.type)}"),
    Clause(("state",), _column("state", "state"), lambda f: f"{_either(f.state)}"),
    Clause(
        ("reason",),
        _column("backlog_reason", "reason"),
        lambda f: f"unpublished because {_either(f.reason)}",
    ),
    Clause(
        ("carrier",),
        _column("carrier", "carrier"),
        lambda f: f"carried by {_either(f.carrier)}",
    ),
    Clause(("quality",), _quality, _quality_says),
    Clause(("first", "last"), _from_day, _dates),
    Clause(("weekday",), _weekday, lambda f: f"on a {_either(f.weekday)}"),
    Clause(("hour",), _hour, _hours_says),
    Clause(("lacks",), _lacks, lambda f: f"lacking {_either(f.lacks)}"),
    Clause(("words",), lambda corpus, f: words.mask(corpus, f.words), _search),
)

SETTINGS: Mapping[str, Callable[[Filters], str]] = {
    "by": lambda f: f"providers by {f.by}",
    "grain": lambda f: f"bins of a {f.grain}",
    "window": _window_says,
}
"""Fields of `Filters` that say how things are read, not which stories are asked for; and
how each is said where it is not the usual."""
