"""Days as whole numbers, and the one way a date is written."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

EPOCH = date(1970, 1, 1)
WEEK_DAYS = 7


def to_day(value: date) -> int:
    """The `_day` of a date: whole days since 1970-01-01."""
    return (value - EPOCH).days


def to_date(day: int) -> date:
    """The date of a `_day`."""
    return EPOCH + timedelta(days=int(day))


def written(value: date) -> str:
    """A date as it is written on every page: `3 Mar 2021`."""
    return f"{value.day} {value:%b %Y}"


def moment(value: datetime) -> str:
    """An instant as it is written on every page: `3 Mar 2021, 14:05 UTC`."""
    at = value.astimezone(UTC)
    return f"{written(at.date())}, {at:%H:%M} UTC"


def span(first: date, last: date) -> str:
    """A range of days, ends included, by the name that people have for it.

    Whole months, quarters and years are named: `March 2023`, `January to March 2023`,
    `2022`, `2020 to 2022`. Otherwise what both ends share is written once:
    `3 Mar to 5 Apr 2021`, `3 to 5 Mar 2021`, or one date.
    """
    if first == last:
        return written(first)
    if is_months(first, last):
        return _months(first, last)
    if first.year != last.year:
        return f"{written(first)} to {written(last)}"
    begin = f"{first.day} {first:%b}" if first.month != last.month else str(first.day)
    return f"{begin} to {written(last)}"


def is_months(first: date, last: date) -> bool:
    """Whether a range is whole calendar months: from a first to a last of the month."""
    return first.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _months(first: date, last: date) -> str:
    """A range of whole months."""
    if (first.month, last.month) == (1, 12):
        return (
            f"{first.year}"
            if first.year == last.year
            else f"{first.year} to {last.year}"
        )
    if first.year != last.year:
        return f"{first:%B %Y} to {last:%B %Y}"
    return (
        f"{last:%B %Y}" if first.month == last.month else f"{first:%B} to {last:%B %Y}"
    )


def when(first: date, last: date) -> str:
    """A range of days as a sentence says when something was.

    `on 3 Mar 2021`, `in March 2023`, `in 2022`, `in the week from 3 Mar 2021`, `from 3 to
    5 Mar 2021`.
    """
    if first == last:
        return f"on {written(first)}"
    said = span(first, last)
    if (last - first).days == WEEK_DAYS - 1 and first.weekday() == 0:
        return f"in the week from {written(first)}"
    is_named = is_months(first, last) and " to " not in said
    return f"in {said}" if is_named else f"from {said}"
