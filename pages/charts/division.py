"""Divisions: a number split among providers or topics, in parts that a click chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from measures import facets
from measures.when.excess import NO_PROVIDER, NO_TOPIC

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.corpus import Corpus
    from measures.filters import Filters

KINDS: Final = ("provider", "topic")
NONE: Final = {"provider": NO_PROVIDER, "topic": NO_TOPIC}
"""What the part of the stories without one is called."""
LACKS: Final = {"provider": "a provider", "topic": "a topic"}


def fields(kind: str) -> tuple[str, ...]:
    """The fields of `Filters` that choosing a part sets."""
    return (kind, "lacks")


def without(chosen: Filters, kind: str) -> Filters:
    """The filters without a choice among these parts."""
    lacks = tuple(lack for lack in chosen.lacks if lack != LACKS[kind])
    return chosen.with_(**{kind: (), "lacks": lacks})


def has_choice(chosen: Filters, kind: str) -> bool:
    """Whether some of these parts are chosen."""
    return chosen != without(chosen, kind)


def part(chosen: Filters, kind: str, name: str) -> Filters:
    """The filters of one part: the others as they are, and this provider or topic."""
    if name == NONE[kind]:
        return chosen.with_(**{kind: (), "lacks": (LACKS[kind],)})
    return without(chosen, kind).with_(**{kind: (name,)})


def is_chosen(chosen: Filters, kind: str, names: Sequence[str]) -> list[bool]:
    """Which of the parts are chosen."""
    none = chosen.lacks == (LACKS[kind],)
    return [
        none if name == NONE[kind] else name in getattr(chosen, kind) for name in names
    ]


def opened(
    corpus: Corpus, chosen: Filters, kind: str, names: Sequence[str]
) -> list[int]:
    """How many stories each part holds: what a click on it opens.

    That can be more than the part counts, since there a story with three topics is a
    third of one in each.
    """
    found = facets.counts(corpus, without(chosen, kind), kind)
    counts = dict(zip(found["value"], found["story_count"], strict=True))
    none = int(part(chosen, kind, NONE[kind]).mask(corpus).sum())
    return [none if name == NONE[kind] else counts.get(name, 0) for name in names]


def leading(parts: pd.DataFrame, chosen: Filters, kind: str, most: int) -> pd.DataFrame:
    """The first parts, the chosen ones in place of the last where they come later."""
    held = pd.Series(is_chosen(chosen, kind, parts[kind].tolist()), index=parts.index)
    late = parts.index[most:][held.iloc[most:]][:most]
    return parts.loc[[*parts.index[: most - len(late)], *late]]
