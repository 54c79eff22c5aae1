"""Columns of tables: what they are called, and how their values are written."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from measures import dates, ordering

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Named = Mapping[str, "Column | str | None"]

MISSING: Final = "–"
"""What stands where a value is missing."""

MOMENT: Final = "moment"
DAY: Final = "day"
PERCENT: Final = "percent"
POINTS: Final = "points"
COURSE: Final = "course"
"""A list of numbers, drawn as a line."""
LINK: Final = "link"
"""An address of another host, which opens only where it is safe to."""

DRAWN: Final = {COURSE, LINK}

SUFFIXES: Final = {"_share": PERCENT, "_hours": ",.1f", "_at": MOMENT}
"""How a column is written whose name ends so, unless it says otherwise."""

MOST_DECIMALS: Final = 4


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes:
        label: What it is called.
        shown: How its values are written: MOMENT, DAY, PERCENT, POINTS, COURSE, LINK, or
            a format of numbers such as `+.1f`. Empty: as its name and type tell.
        help: What it means, where its label does not say it.
        is_long: Its texts are long, and may take several lines.
    """

    label: str
    shown: str = ""
    help: str = ""
    is_long: bool = False


def of(table: pd.DataFrame, named: Named) -> dict[str, Column]:
    """The columns of a table that are shown, in its order, by their names.

    Args:
        table: Any frame.
        named: How its columns are called and written; one that is None is not shown, one
            that is not named is called by its name.
    """
    return {
        name: _of(table[name], name, named.get(name))
        for name in map(str, table)
        if name not in named or named[name]
    }


def _of(values: pd.Series, name: str, named: Column | str | None) -> Column:
    column = named if isinstance(named, Column) else Column(named or name)
    shown = column.shown or next(
        (shown for end, shown in SUFFIXES.items() if name.endswith(end)), ""
    )
    if not shown and ordering.is_time(values):
        shown = MOMENT
    return replace(column, shown=shown)


def kind(values: pd.Series, column: Column) -> str:
    """What a column is laid out and sorted as.

    Returns:
        `number`, `time`, COURSE, LINK, `long` or `text`.
    """
    if column.shown in DRAWN:
        return column.shown
    if ordering.is_time(values):
        return "time"
    if ordering.is_number(values) and not pd.api.types.is_bool_dtype(values):
        return "number"
    return "long" if column.is_long else "text"


def falls(of_kind: str) -> bool:
    """Whether the first click on the header of such a column sorts it downwards."""
    return of_kind in {"number", "time"}


def order(column: Column, of_kind: str, *, is_falling: bool) -> str:
    """How a sort by a column is said: `by Title, A to Z`, `by Quality, greatest first`."""
    first = {"number": ("least", "greatest"), "time": ("oldest", "newest")}
    if of_kind in first:
        said = f"{first[of_kind][is_falling]} first"
    else:
        said = "Z to A" if is_falling else "A to Z"
    return f"by {column.label}, {said}"


def written(values: pd.Series, column: Column) -> list[str]:
    """The values as they are read: a dash where there is none.

    Numbers have thousands separators; without a format, at most MOST_DECIMALS decimals.
    Times are in UTC, as the label says.
    """
    write = WRITERS.get(column.shown)
    if write is None:
        form = column.shown

        def write(value: Any) -> str:  # noqa: ANN401 - any cell of a frame
            return _plain(value, form)

    missing = values.isna().to_list()
    return [
        MISSING if absent else write(value)
        for value, absent in zip(values.to_list(), missing, strict=True)
    ]


def _plain(value: Any, form: str) -> str:  # noqa: ANN401 - any cell of a frame
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) or (form and isinstance(value, int)):
        return _number(value, form)
    if isinstance(value, int):
        return f"{value:,}"
    return str(value) or MISSING


def _number(value: float, form: str) -> str:
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if form:
        text = f"{value:{form}}"
        # Less than half of the last decimal is nothing, and nothing has no sign.
        is_nothing = not float(text.replace(",", ""))
        return f"{0:{form.removeprefix('+')}}" if is_nothing else text
    text = f"{value:,.{MOST_DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _moment(value: pd.Timestamp) -> str:
    return dates.moment(value).removesuffix(" UTC")


def _day(value: pd.Timestamp) -> str:
    return dates.written(value.astimezone(UTC).date())


def _percent(value: float) -> str:
    return f"{_number(100 * value, '.1f')}%"


def _points(value: float) -> str:
    return f"{_number(100 * value, '+.1f')} pp"


WRITERS: Final[Mapping[str, Callable[[Any], str]]] = {
    MOMENT: _moment,
    DAY: _day,
    PERCENT: _percent,
    POINTS: _points,
    LINK: str,
    COURSE: str,
}
