"""The calendar, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from measures import dates
from measures.clauses import WEEKDAYS
from measures.memory import remembered
from measures.when import attention
from pages.charts import theme, wording
from pages.charts.figure import PICK, ROWS, Figure, compiled
from pages.charts.sentences import bursts as sentences

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_DAYS = 53 * 7
# The first column of each month is labelled; its value is a time in UTC.
MONTHS = (
    "utcdate(datum.value) <= 7 "
    "? utcFormat(datum.value, utcmonth(datum.value) == 0 ? '%b %Y' : '%b') : ''"
)
SHORT = [name[:3] for name in WEEKDAYS]


@remembered
def calendar(corpus: Corpus, chosen: Filters) -> Figure:
    """Stories of each day, as a calendar of the last year; a click chooses the day."""
    wide = chosen if _spans_days(chosen) else chosen.without("first", "last")
    table = attention.by_day(corpus, wide)
    shown = table.tail(MOST_DAYS)
    before = int(table["story_count"].sum() - shown["story_count"].sum())
    monday = (shown["published_day"] + 3) % 7
    total = int(shown["story_count"].sum())
    chosen_day = _only_day(chosen)
    return Figure(
        key="calendar",
        title=sentences.calendar(shown["story_count"]),
        counts=f"Stories of each day, of {wording.stories(total)} in "
        f"{wording.count(len(shown), 'day')}.",
        frame=shown[["published_day", "story_count"]].assign(
            week_at=attention.at((shown["published_day"] - monday).to_numpy()),
            weekday=[SHORT[day] for day in monday],
            day=[dates.written(dates.to_date(day)) for day in shown["published_day"]],
            is_faint=(shown["published_day"] != chosen_day) & (chosen_day is not None),
        ),
        spec=_days(),
        rows=_shown_days(chosen, shown, table),
        mark=lambda datum: wide.with_(
            first=dates.to_date(datum["published_day"]),
            last=dates.to_date(datum["published_day"]),
        ),
        fields=("first", "last"),
        left_out=f"{wording.stories(before).capitalize()} from before the weeks shown."
        if before
        else "",
        method=(
            "Each story counts on its UTC day. The calendar shows the last "
            f"{MOST_DAYS // 7} weeks of the range, a column a week, Monday on top."
        ),
        empty="" if len(shown) else "No story here has a readable time.",
    )


def _shown_days(chosen: Filters, shown: pd.DataFrame, table: pd.DataFrame) -> Filters:
    """What is chosen of the days in the picture, where it does not hold all of them."""
    if len(shown) == len(table) or not _spans_days(chosen):
        return chosen
    return chosen.with_(first=dates.to_date(shown["published_day"].iloc[0]))


def _spans_days(chosen: Filters) -> bool:
    return _only_day(chosen) is None


def _only_day(chosen: Filters) -> int | None:
    if chosen.first is None or chosen.first != chosen.last:
        return None
    return dates.to_day(chosen.first)


@compiled
def _days() -> alt.Chart:
    pick = alt.selection_point(name=PICK, fields=["published_day"])
    return (
        alt.Chart(ROWS)
        .mark_rect(cursor="pointer", cornerRadius=1)
        .encode(
            x=alt.X(
                "utcyearmonthdate(week_at):O",
                scale=theme.CELLS,
                axis=alt.Axis(
                    title=None,
                    labelExpr=MONTHS,
                    labelAngle=0,
                    labelAlign="left",
                    labelOverlap=True,
                    ticks=False,
                    domain=False,
                ),
            ),
            y=alt.Y(
                "weekday:N",
                sort=SHORT,
                scale=theme.CELLS,
                axis=alt.Axis(title=None, ticks=False, domain=False),
            ),
            color=alt.Color("story_count:Q", legend=theme.shades("Stories")),
            opacity=theme.faint(),
            tooltip=[
                alt.Tooltip("day:N", title="Day (UTC)"),
                theme.stories_tooltip(),
            ],
        )
        .add_params(pick)
        .properties(height={"step": 18})
    )
