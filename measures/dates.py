"""Days as whole numbers, and the one way a date is written."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

EPOCH = date(1970, 1, 1)


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
    """A range of days, ends included: `3 Mar to 5 Apr 2021`, `3 to 5 Mar 2021`, or one date.

    What both ends share is written once.
    """
    if first == last:
        return written(first)
    if first.year != last.year:
        return f"{written(first)} to {written(last)}"
    begin = f"{first.day} {first:%b}" if first.month != last.month else str(first.day)
    return f"{begin} to {written(last)}"
