"""This period over the one before it, under the same filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from measures import dates, totals
from measures.memory import remembered
from measures.versus import comparison
from measures.versus.comparison import Side
from measures.when import periods
from pages.charts.figure import Figure
from pages.charts.sentences import comparing
from pages.charts.versus import courselines, sharedbins
from pages.charts.versus.opposites import A, B

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def before(corpus: Corpus, chosen: Filters) -> Figure:
    """The chosen period over the one before it; a click chooses days."""
    pair = comparison.with_before(corpus, chosen)
    left, right = pair or (Side(A, chosen), Side(B, chosen))
    found = sharedbins.of(corpus, left, right, aligned=True)
    rows = found.frame if pair else found.frame.head(0)
    return Figure(
        key="before",
        title=comparing.change(periods.change(corpus, chosen, totals.story_count)),
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
        method=sharedbins.aligned_method(),
        empty="" if len(rows) else _why_none(chosen),
    )


def _days(chosen: Filters, datum: Mapping[str, Any]) -> Filters:
    first, last = (dates.to_date(int(datum[name])) for name in sharedbins.DAYS)
    return chosen.with_(first=first, last=last)


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
