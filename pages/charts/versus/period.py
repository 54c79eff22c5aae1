"""This period over the one before it: the same filters, and the same number of days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from measures import dates
from measures.memory import remembered
from measures.versus import comparison
from measures.versus.comparison import Side
from measures.when import attention
from pages.charts import wording
from pages.charts.figure import Figure
from pages.charts.versus import courselines, sharedbins
from pages.charts.versus.opposites import A, B

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def before(corpus: Corpus, chosen: Filters) -> Figure:
    """The chosen period over the equally long one before it; a click chooses days."""
    pair = comparison.with_before(corpus, chosen)
    left, right = pair or (Side(A, chosen), Side(B, chosen))
    found = sharedbins.of(corpus, left, right, aligned=True)
    rows = found.frame if pair else found.frame.head(0)
    return Figure(
        key="before",
        title=_change(corpus, chosen) if pair else "No period before",
        counts=sharedbins.counts(found, as_count=True),
        frame=rows[[*sharedbins.DRAWN, *sharedbins.DAYS]],
        spec=courselines.lines(
            tuple(sharedbins.DAYS), aligned=found.is_aligned, as_count=True
        ),
        rows=chosen,
        mark=lambda datum: _days(chosen, datum),
        fields=("first", "last"),
        left_out=found.left_out,
        notes=_notes(corpus, right) if pair else (),
        method=f"{sharedbins.METHOD} {sharedbins.ALIGNED}",
        empty="" if len(rows) else _why_none(chosen),
    )


def _days(chosen: Filters, datum: Mapping[str, Any]) -> Filters:
    first, last = (dates.to_date(int(datum[name])) for name in sharedbins.DAYS)
    return chosen.with_(first=first, last=last)


def _change(corpus: Corpus, chosen: Filters) -> str:
    change = attention.change(
        corpus, chosen, lambda held, asked: int(asked.mask(held).sum())
    )
    now = wording.stories(change.now).capitalize()
    difference = change.difference or 0
    if not difference:
        return f"{now}, as many as in the period before"
    if change.before and change.now >= 2 * change.before:
        times = f"{change.now / change.before:,.1f}".removesuffix(".0")
        return f"{now}, {times} times as many as in the period before"
    more = "more" if difference > 0 else "fewer"
    part = f" ({wording.percent(abs(change.change_share or 0))})" * bool(change.before)
    return f"{now}, {abs(difference):,} {more} than in the period before{part}"


def _notes(corpus: Corpus, right: Side) -> tuple[str, ...]:
    ends = right.span(corpus)
    said = f"A is the chosen period, B the one before, {right.filters.describe()}."
    if ends and corpus.span and ends[0] < corpus.span[0]:
        began = dates.written(dates.to_date(corpus.span[0]))
        return said, f"The corpus begins within it, on {began}."
    return (said,)


def _why_none(chosen: Filters) -> str:
    if chosen.first is None and chosen.last is None:
        return "Choose a range of dates, and it is held against the one before."
    return "The corpus has no story before this range."
