"""Attention over time: bars that can be clicked and brushed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import altair as alt
import numpy as np
import pandas as pd

from measures import dates
from measures.memory import remembered
from measures.when import attention, bins
from pages.charts import theme, timebars, wording
from pages.charts.figure import BRUSH, PICK, Figure, compiled
from pages.charts.sentences import time as sentences
from pages.charts.when import burstlayers, burstmarks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def timeline(corpus: Corpus, chosen: Filters) -> Figure:
    """Stories per bin over the whole span; the chosen range stands out in it.

    The dates' own clause is skipped, so that the bins outside the range stay in sight. A
    click on a bar or on a burst chooses its days and a brush chooses a range.
    """
    wide = chosen.without("first", "last")
    table = attention.around(corpus, chosen)
    height = theme.STRIP_HEIGHT * 2
    figure = _figure(corpus, wide, chosen, table, ("timeline", height))
    marked = burstmarks.rows(corpus, wide, table)
    if marked.empty:
        return replace(figure, rows=chosen)
    marked["is_faint"] = ~_reaches(marked, chosen)
    return replace(
        figure,
        rows=chosen,
        frame=pd.concat([figure.frame, marked], ignore_index=True),
        spec=_bars_and_bursts(bins.noun_of(table), height),
        notes=(*figure.notes, burstmarks.note()),
    )


def detail(corpus: Corpus, chosen: Filters) -> Figure:
    """Stories per bin within the chosen range, in the grain that suits it.

    A grain in which the range is a single bar is left aside.
    """
    is_bar = len(bins.chosen_bins(corpus, chosen)) == 1
    shown = chosen.without("grain") if is_bar else chosen
    whole = shown.without("first", "last")
    table = attention.within(corpus, shown).assign(is_inside=True)
    return _figure(corpus, shown, whole, table, ("detail", theme.CHART_HEIGHT))


def _figure(
    corpus: Corpus,
    shown: Filters,
    chosen: Filters,
    table: pd.DataFrame,
    form: tuple[str, int],
) -> Figure:
    key, height = form
    noun = bins.noun_of(table)
    inside = table["is_inside"].to_numpy()
    partial = table[table["is_partial"]]
    return Figure(
        key=key,
        title=sentences.peak(
            table[inside],
            noun,
            is_narrowed=_narrowed(chosen),
            is_subject=bool(chosen.topic or chosen.words),
        ),
        counts=_counts(table, noun),
        frame=table[
            ["bin_at", "bin_end_at", "bin_day", "bin_end_day", "story_count"]
        ].assign(
            role=np.where(inside & _narrowed(chosen), theme.CHOSEN, theme.SHOWN),
            is_faint=~inside | table["is_partial"],
            share=table["story_share"],
            span=timebars.spans(table),
        ),
        spec=_bars(noun, height),
        rows=shown,
        mark=lambda datum: bin_filters(shown, datum),
        fields=("first", "last"),
        brush=lambda start, end: _range(shown, start, end),
        left_out=undated(corpus, shown),
        notes=_notes(partial, noun, is_narrowed=_narrowed(chosen)),
        method=(
            "Each story counts once, on the UTC day of its publication. Weeks begin on "
            "Monday, and a bin holds its start but not its end. Empty bins count 0. The "
            "share in the tooltip is of all stories of the bin under the other filters, "
            f"and is left out where there are fewer than {attention.LEAST_DENOMINATOR}."
        ),
        empty="" if len(table) else "No story here has a readable time.",
    )


def _counts(table: pd.DataFrame, noun: str) -> str:
    """What is counted, of how many stories, and how many of them are in the range."""
    counts, inside = table["story_count"], table["is_inside"]
    whole = f"of {wording.stories(int(counts.sum()))} with a time"
    part = "" if inside.all() else f"{int(counts[inside].sum()):,} in the range, "
    return f"Stories per {noun}, {part}{whole}. All times are UTC."


def undated(corpus: Corpus, shown: Filters) -> str:
    """What a figure over time leaves out: stories without a time."""
    count = attention.undated_count(corpus, shown)
    if not count:
        return ""
    return f"{wording.stories(count).capitalize()} without a readable time."


def _notes(partial: pd.DataFrame, noun: str, *, is_narrowed: bool) -> tuple[str, ...]:
    paler = ["outside the chosen range"] if is_narrowed else []
    if len(partial):
        paler.append(f"a {noun} that the data do not fill")
    return (f"Paler: {wording.joined(paler, 'or')}.",) if paler else ()


def _narrowed(chosen: Filters) -> bool:
    return chosen.first is not None or chosen.last is not None


def _reaches(table: pd.DataFrame, chosen: Filters) -> np.ndarray:
    """Which rows have a day of the chosen range."""
    inside = np.ones(len(table), dtype=bool)
    if chosen.first is not None:
        inside &= table["bin_end_day"].to_numpy() > dates.to_day(chosen.first)
    if chosen.last is not None:
        inside &= table["bin_day"].to_numpy() <= dates.to_day(chosen.last)
    return inside


def bin_filters(shown: Filters, datum: Mapping[str, Any]) -> Filters:
    """The filters of one bin: its days, ends included, within the range shown."""
    first = dates.to_date(int(datum["bin_day"]))
    last = dates.to_date(int(datum["bin_end_day"]) - 1)
    return _within(shown, first, last)


def _range(shown: Filters, start: float, end: float) -> Filters:
    """The filters of a brushed range: every day that it touches."""
    low, high = sorted((start, end))
    first = datetime.fromtimestamp(low / 1000, tz=UTC).date()
    last = (datetime.fromtimestamp(high / 1000, tz=UTC) - timedelta(seconds=1)).date()
    return _within(shown, first, max(first, last))


def _within(shown: Filters, first: Any, last: Any) -> Filters:  # noqa: ANN401 - dates
    return shown.with_(
        first=max(first, shown.first) if shown.first else first,
        last=min(last, shown.last) if shown.last else last,
    )


@compiled
def _bars(noun: str, height: int) -> alt.Chart:
    return _drawn(noun, height)


@compiled
def _bars_and_bursts(noun: str, height: int) -> alt.LayerChart | alt.FacetChart:
    bars = _drawn(noun, height).transform_filter("!isValid(datum.tier)")
    return alt.layer(bars, *burstlayers.layers()).properties(height=height)


def _drawn(noun: str, height: int) -> alt.Chart:
    pick = alt.selection_point(name=PICK, fields=["bin_day", "bin_end_day"])
    brush = alt.selection_interval(name=BRUSH, encodings=["x"])
    return (
        timebars.bars("story_count", None, theme.whole_numbers("Stories"))
        .encode(
            color=alt.Color("role:N", scale=theme.ROLES, legend=None),
            opacity=theme.faint(),
            tooltip=[
                alt.Tooltip("span:N", title=noun.capitalize()),
                theme.stories_tooltip(),
                alt.Tooltip("said_share:N", title="Share of all"),
            ],
        )
        .transform_calculate(
            said_share=theme.said("share", theme.SHARE_FORMAT, "too few")
        )
        .add_params(pick, brush)
        .properties(height=height)
    )
