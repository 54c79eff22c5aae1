"""What a view is compared with, as the parameter `against` of a link has it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

from measures import link
from measures.filters import EVERYTHING
from measures.link import Ignored
from measures.versus import comparison
from measures.versus.comparison import Side

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

PARAMETER: Final = "against"
REST: Final = "rest"
BEFORE: Final = "before"
ALL: Final = "all"
"""How a link says: compare with all stories."""

NOTHING_CHOSEN: Final = "Nothing is chosen, so there is no rest."
NO_RANGE: Final = "No range of dates is chosen."
NOTHING_BEFORE: Final = "The corpus has no story before this range."
SETTINGS: Final = ("grain", "window")
"""What is read alike on both sides: A has it."""
MOST_FIELDS: Final = 1000


@dataclass(frozen=True)
class Against:
    """The two sides that a link asks for, or why there are none."""

    sides: tuple[Side, Side] | None = None
    """A and B."""
    reason: str = ""
    """Why there are none, where something was asked for."""
    ignored: tuple[Ignored, ...] = ()
    """What of B means nothing in this corpus."""
    is_before: bool = False
    """B is the period before A, and both are laid over each other."""

    @property
    def is_same(self) -> bool:
        """B is A: as at the moment when a view is kept, to be compared with the next."""
        return self.sides is not None and self.sides[1] == replace(
            self.sides[0], label=self.sides[1].label
        )


def why_no_rest(chosen: Filters) -> str:
    """Why these stories cannot be compared with the rest; empty: they can."""
    return "" if any(chosen.clauses()) else NOTHING_CHOSEN


def why_no_before(chosen: Filters) -> str:
    """Why there is no period before, as far as the filters tell; empty: there may be."""
    return NO_RANGE if chosen.first is None and chosen.last is None else ""


def written(other: Filters) -> str:
    """B's filters as the parameter's value."""
    bare = other.without(*SETTINGS)
    if not (bare.provider or bare.not_provider):
        bare = bare.without("by")
    return link.query_string(bare) or ALL


def read(text: str, corpus: Corpus, chosen: Filters) -> Against:
    """The sides that the parameter's value asks for; an empty one asks for none."""
    if text == REST:
        why = why_no_rest(chosen)
        return Against(None if why else _labelled(comparison.with_rest(chosen)), why)
    if text == BEFORE:
        pair = comparison.with_before(corpus, chosen)
        if pair is None:
            return Against(reason=why_no_before(chosen) or NOTHING_BEFORE)
        return Against(_labelled(pair), is_before=True)
    query = _query(text)
    if not query and text != ALL:
        return Against(ignored=(Ignored(PARAMETER, text),) if text else ())
    other, lost = link.from_query(query, corpus)
    strange = [
        Ignored(name, value)
        for name, values in query.items()
        for value in values
        if name not in link.PARAMETERS.values()
    ]
    return Against(
        _labelled((Side("", chosen), Side("", settled(other, chosen)))),
        ignored=(*lost, *strange),
    )


def _query(text: str) -> dict[str, list[str]]:
    try:
        return parse_qs(text, max_num_fields=MOST_FIELDS)
    except ValueError:  # more fields than any link of ours
        return {}


def settled(other: Filters, chosen: Filters) -> Filters:
    """B's filters, read as A's are: in its bins and within its window."""
    same = {name: getattr(chosen, name) for name in SETTINGS}
    if other == EVERYTHING or not (other.provider or other.not_provider):
        same["by"] = chosen.by
    return other.with_(**same)


def swapped(pair: tuple[Side, Side]) -> tuple[Filters, str] | None:
    """The filters and the parameter's value with A and B exchanged.

    None where B is a rest: no filters say it.
    """
    if pair[1].is_rest:
        return None
    return pair[1].filters, written(pair[0].filters)


def _labelled(pair: tuple[Side, Side]) -> tuple[Side, Side]:
    return replace(pair[0], label="A"), replace(pair[1], label="B")
