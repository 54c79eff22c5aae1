"""Examples to compare: the leading provider, and the latest whole month."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from measures import dates
from measures.filters import EVERYTHING
from pages.parts.sides import examples
from tests.measures.six import six, timeless

MONTHS: Final = [
    (date(2021, 3, 5), date(2021, 3, 5), None),
    (date(2021, 3, 1), date(2021, 3, 31), None),
    (date(2021, 2, 2), date(2021, 3, 31), None),
    (date(2021, 2, 1), date(2021, 3, 31), (date(2021, 3, 1), date(2021, 3, 31))),
    (date(2021, 2, 1), date(2021, 3, 30), None),
    (date(2020, 12, 7), date(2021, 3, 1), (date(2021, 2, 1), date(2021, 2, 28))),
]


@pytest.mark.parametrize(("first", "last", "month"), MONTHS)
def test_the_latest_month_is_whole(
    first: date, last: date, month: tuple[date, date] | None
) -> None:
    """It ends within the corpus, and so does the month before."""
    span = dates.to_day(first), dates.to_day(last)
    assert examples.latest_month(span) == month


def test_little_has_few_examples() -> None:
    """Six stories of a week have no month; some have no time and no provider either."""
    assert [text for _, _, text in examples.of(six(), EVERYTHING)] == ["rest"]
    assert list(examples.of(timeless(), EVERYTHING)) == []
