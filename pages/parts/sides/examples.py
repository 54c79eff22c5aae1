"""Comparisons that are ready to look at, for who comes without one in mind."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from measures import dates
from measures.who import providers
from pages.parts.sides import against

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from loaders.corpus import Corpus
    from measures.filters import Filters


def of(corpus: Corpus, chosen: Filters) -> Iterator[tuple[str, Filters, str]]:
    """What each compares (plain text), the view, and what it is compared with.

    The provider with most stories against the rest, and the latest whole month against
    as many days before.
    """
    for name in providers.shares(corpus, chosen)["provider"].head(1):
        yield f"{name} with the rest", chosen.with_(provider=(str(name),)), against.REST
    month = latest_month(corpus.span) if corpus.span else None
    if month:
        view = chosen.with_(first=month[0], last=month[1])
        yield f"{month[0]:%B %Y} with the period before", view, against.BEFORE


def latest_month(span: tuple[int, int]) -> tuple[date, date] | None:
    """The last calendar month in a span of days, ends included, that has a month before.

    None where the span does not hold two whole months.
    """
    first, end = dates.to_date(span[0]), dates.to_date(span[1] + 1)
    last = end.replace(day=1) - timedelta(days=1)
    start = last.replace(day=1)
    earlier = (start - timedelta(days=1)).replace(day=1)
    return (start, last) if first <= earlier else None
