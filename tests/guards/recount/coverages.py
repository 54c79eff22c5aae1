"""Coverages as plain members, for counting by hand what is said of linked stories."""

from __future__ import annotations

import html
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import pandas as pd

from measures.clauses import provider_column

if TYPE_CHECKING:
    from datetime import datetime

    from loaders.corpus import Corpus
    from tests.guards.recount.view import View

SHARED: Final = timedelta(minutes=5)


@dataclass(frozen=True)
class Member:
    """A story of a coverage: who ran it and when."""

    provider: str
    carrier: str
    at: datetime
    title: str
    key: str
    """Which story it is, filed or seen."""

    @property
    def is_copy(self) -> bool:
        """It stands on a carrier's domain."""
        return bool(self.carrier)


@dataclass(frozen=True)
class Coverage:
    """A story and those that its list names within the window."""

    lead: int
    members: tuple[Member, ...]
    """The story itself first."""

    def times(self) -> dict[str, datetime]:
        """The first time of each provider that is in it."""
        found: dict[str, datetime] = {}
        for member in self.members:
            if member.provider:
                first = found.get(member.provider, member.at)
                found[member.provider] = min(first, member.at)
        return found

    def first(self) -> datetime | None:
        """The first report: the earliest that is no copy."""
        return min((m.at for m in self.members if not m.is_copy), default=None)

    def firsts(self) -> set[str]:
        """Who shares the first report."""
        first = self.first()
        return {
            member.provider
            for member in self.members
            if member.provider
            and not member.is_copy
            and first is not None
            and member.at <= first + SHARED
        }

    @property
    def is_compared(self) -> bool:
        """Two providers at least, and somebody first."""
        return len(self.times()) > 1 and bool(self.firsts())


def instants(column: pd.Series) -> list[datetime | None]:
    """Times, None where there is none."""
    return [None if pd.isna(at) else at.to_pydatetime() for at in column]


def names_of(column: pd.Series) -> list[str]:
    """Names, empty where there is none."""
    return column.astype("object").fillna("").tolist()


def coverages(view: View, by: str = "", *, leads: str = "led") -> list[Coverage]:
    """The coverage of each story of the view that has a time.

    Of published stories, unless a state is asked for (`led`); of published ones alone
    (`published`); or of all (`all`).
    """
    corpus, chosen = view.corpus, view.chosen
    column = provider_column(by or chosen.by)
    own, copies = names_of(corpus.stories[column]), names_of(corpus.stories["carrier"])
    titles = names_of(corpus.texts["title"])
    times = instants(corpus.stories["published_at"])
    links = _links(corpus, column)
    found = []
    for row in view.rows():
        at = times[row.position]
        is_asked = leads == "all" or (leads == "led" and bool(chosen.state))
        if at is None or not (is_asked or row.state == "published"):
            continue
        lead = Member(
            own[row.position],
            copies[row.position],
            at,
            titles[row.position],
            f"filed {row.position}",
        )
        near = [
            member
            for member in links[row.position]
            if abs(member.at - at) <= timedelta(hours=chosen.window)
        ]
        found.append(Coverage(row.position, (lead, *near)))
    return found


def _links(corpus: Corpus, column: str) -> dict[int, list[Member]]:
    """Of each story those that its list names: as their own files tell them."""
    own, copies = names_of(corpus.stories[column]), names_of(corpus.stories["carrier"])
    titles = names_of(corpus.texts["title"])
    times = instants(corpus.stories["published_at"])
    related = corpus.related
    found: dict[int, list[Member]] = defaultdict(list)
    for story, target, name, carrier, listed_at, title, seen in zip(
        related["story"],
        related["target"],
        names_of(related[column]),
        names_of(related["carrier"]),
        instants(related["published_at"]),
        names_of(related["title"]),
        related["seen"],
        strict=True,
    ):
        at = listed_at if target < 0 else times[target]
        if at is None:
            continue
        found[story].append(
            Member(name, carrier, at, title, f"seen {seen}")
            if target < 0
            else Member(
                own[target], copies[target], at, titles[target], f"filed {target}"
            )
        )
    return found


def copies(each: Coverage) -> list[Member]:
    """Of each family and carrier the earliest copy that has an origin here."""
    found: dict[tuple[str, str], Member] = {}
    for member in each.members:
        if member.carrier and member.provider and origin_of(each, member) is not None:
            key = member.provider, member.carrier
            found[key] = min(found.get(key, member), member, key=lambda m: m.at)
    return list(found.values())


def origin_of(each: Coverage, copy: Member) -> datetime | None:
    """The earliest report of the copy's family and headline that is no copy."""
    title = headline(copy.title)
    return min(
        (
            member.at
            for member in each.members
            if not member.carrier
            and member.provider == copy.provider
            and title
            and headline(member.title) == title
        ),
        default=None,
    )


def headline(title: str) -> str:
    """A title with what looks alike made the same, as far as the corpora here have it."""
    plain = unicodedata.normalize("NFKC", html.unescape(title)).casefold()
    for sign in '"`´‘’‚‛“”„‟‹›«»':
        plain = plain.replace(sign, "'")
    for sign in "‐‑‒–—―−":
        plain = plain.replace(sign, "-")
    return " ".join(plain.split())
