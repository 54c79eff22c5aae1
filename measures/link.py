"""The link grammar: `Filters` as query parameters, and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from loaders import frames
from measures import completeness
from measures.clauses import WEEKDAYS, provider_column
from measures.filters import DEFAULTS, GRAINS, IDENTITIES, Filters

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import pandas as pd

    from loaders.corpus import Corpus

PARAMETERS: dict[str, str] = {
    "first": "from",
    "last": "to",
    "words": "q",
} | {
    name: name
    for name in (
        "provider",
        "topic",
        "type",
        "state",
        "reason",
        "carrier",
        "quality",
        "not_provider",
        "not_topic",
        "weekday",
        "hour",
        "lacks",
        "by",
        "grain",
        "window",
    )
}
"""The query parameter of each field of `Filters`."""

LONGEST_WINDOW_HOURS = 24 * 365


@dataclass(frozen=True)
class Ignored:
    """A value of a link that means nothing here, and was left out."""

    parameter: str
    value: str


def to_query(chosen: Filters) -> list[tuple[str, str]]:
    """The parameters of a link, in a fixed order; defaults leave no trace."""
    pairs: list[tuple[str, str]] = []
    for name, parameter in PARAMETERS.items():
        value = getattr(chosen, name)
        if value == DEFAULTS[name]:
            continue
        values = value if isinstance(value, tuple) else (value,)
        pairs += [(parameter, str(item)) for item in values]
    return pairs


def query_string(
    chosen: Filters, more: Mapping[str, Sequence[str]] | None = None
) -> str:
    """The link's part after the `?`, percent-encoded; empty for the defaults.

    `more` are parameters that are no filters, each with its values.
    """
    others = [
        (name, value) for name, values in (more or {}).items() for value in values
    ]
    return urlencode([*to_query(chosen), *others])


def from_query(
    query: Mapping[str, Sequence[str]], corpus: Corpus
) -> tuple[Filters, tuple[Ignored, ...]]:
    """The filters that a link asks for, and what of it means nothing in this corpus.

    Each value is read by itself, so that one that is unknown does not take the others
    with it. Parameters of other names are none of our business. Two dates that are
    reversed are put in order.
    """
    read: dict[str, Any] = {}
    ignored: list[Ignored] = []
    by = _last(query.get("by", ())) or "family"
    column = provider_column(by if by in IDENTITIES else "family")
    known: dict[str, Collection[str] | pd.Index] = {
        "provider": corpus.names(column),
        "not_provider": corpus.names(column),
        "topic": corpus.topic_names,
        "not_topic": corpus.topic_names,
        "carrier": corpus.names("carrier"),
        "type": frames.type_names,
        "state": frames.state_names,
        "reason": frames.reason_names,
        "weekday": WEEKDAYS,
        "lacks": tuple(completeness.FIELDS),
    }
    for name, parameter in PARAMETERS.items():
        values = [value for value in query.get(parameter, ()) if value]
        if not values:
            continue
        if name in known:
            held = [value for value in values if value in known[name]]
            read[name] = tuple(dict.fromkeys(held))
            lost = [value for value in values if value not in known[name]]
        else:
            read[name], lost = _read(name, values)
        ignored += [Ignored(parameter, value) for value in lost]
    if read.get("first") and read.get("last"):
        read["first"], read["last"] = sorted((read["first"], read["last"]))
    return Filters(**read), tuple(ignored)


def _last(values: Sequence[str]) -> str:
    return values[-1] if values else ""


def _read(  # noqa: PLR0911 - one return a kind of field is the clearest
    name: str, values: list[str]
) -> tuple[Any, list[str]]:
    """One field's value from its texts, and the texts that could not be read."""
    match name:
        case "first" | "last":
            day = _date(values[-1])
            return day, [] if day else [values[-1]]
        case "quality":
            scores = [int(value) for value in values if _is_whole(value)]
            if len(values) == 2 and len(scores) == 2:  # noqa: PLR2004 - least, greatest
                return (min(scores), max(scores)), []
            return None, values
        case "hour":
            hours = [int(v) for v in values if _is_whole(v) and 0 <= int(v) < 24]  # noqa: PLR2004
            lost = [v for v in values if not (_is_whole(v) and 0 <= int(v) < 24)]  # noqa: PLR2004
            return tuple(dict.fromkeys(hours)), lost
        case "by" | "grain":
            held = values[-1] in (IDENTITIES if name == "by" else GRAINS)
            return (values[-1], []) if held else (DEFAULTS[name], [values[-1]])
        case "window":
            text = values[-1]
            if _is_whole(text) and 1 <= int(text) <= LONGEST_WINDOW_HOURS:
                return int(text), []
            return DEFAULTS[name], [text]
        case _:
            return values[-1], []


def _is_whole(text: str) -> bool:
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdigit() and len(digits) <= 9  # noqa: PLR2004


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
