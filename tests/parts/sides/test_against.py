"""What a view is compared with stands in one parameter, and unknown parts are said."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from measures.filters import EVERYTHING, Filters
from measures.link import Ignored
from pages.parts.sides import against
from tests.measures.six import six

ONE: Final = Filters(provider=("One",))
JAN: Final = Filters(first=date(2021, 1, 5), last=date(2021, 1, 6))

NONE: Final = [
    ("", EVERYTHING, "", ()),
    ("rest", EVERYTHING, against.NOTHING_CHOSEN, ()),
    ("rest", Filters(grain="week"), against.NOTHING_CHOSEN, ()),
    ("before", ONE, against.NO_RANGE, ()),
    ("before", Filters(first=date(2021, 1, 4)), against.NOTHING_BEFORE, ()),
    ("nonsense", ONE, "", (Ignored("against", "nonsense"),)),
    (
        "&".join(["a=1"] * 1001),
        ONE,
        "",
        (Ignored("against", "&".join(["a=1"] * 1001)),),
    ),
]


@pytest.mark.parametrize(("text", "chosen", "reason", "ignored"), NONE)
def test_there_may_be_nothing_to_compare_with(
    text: str, chosen: Filters, reason: str, ignored: tuple[Ignored, ...]
) -> None:
    """Then it says why, or what of the link it could not read."""
    found = against.read(text, six(), chosen)
    assert found.sides is None
    assert found.reason == reason
    assert found.ignored == ignored


def test_the_rest_and_the_period_before() -> None:
    """A is the view; B is what it leaves out, or the same days before."""
    rest = against.read("rest", six(), ONE)
    assert rest.sides is not None
    assert [side.label for side in rest.sides] == ["A", "B"]
    assert rest.sides[1].is_rest
    assert not rest.is_before
    before = against.read("before", six(), JAN)
    assert before.sides is not None
    assert before.is_before
    assert before.sides[1].filters == Filters(
        first=date(2021, 1, 3), last=date(2021, 1, 4)
    )


VIEWS: Final = [
    (EVERYTHING, "all"),
    (ONE, "provider=One"),
    (Filters(provider=("One",), topic=("AI", "Chips")), None),
    (Filters(provider=("One on MSN",), by="name"), None),
    (Filters(words="a&b=c", quality=(10, 20), not_topic=("AI",)), None),
    (JAN, "from=2021-01-05&to=2021-01-06"),
    (Filters(by="name", grain="week", window=5), "all"),
]


@pytest.mark.parametrize(("other", "text"), VIEWS, ids=str)
def test_a_kept_view_comes_back(other: Filters, text: str | None) -> None:
    """It stands in the link as its own link would, and is read as A is."""
    written = against.written(other)
    assert text in (None, written)
    chosen = Filters(topic=("Chips",), grain="month", window=24)
    found = against.read(written, six(), chosen)
    assert found.sides is not None
    assert found.ignored == ()
    assert found.sides[0].filters == chosen
    by = other.by if other.provider else "family"
    assert found.sides[1].filters == other.with_(grain="month", window=24, by=by)


def test_what_means_nothing_is_left_out_and_said() -> None:
    """Values that the corpus does not have, and parameters that are no filters."""
    found = against.read("provider=One&provider=Nobody&topic=No&x=1", six(), JAN)
    assert found.sides is not None
    assert found.sides[1].filters == ONE
    assert found.ignored == (
        Ignored("provider", "Nobody"),
        Ignored("topic", "No"),
        Ignored("x", "1"),
    )


def test_sides_can_be_swapped() -> None:
    """B becomes the view, and A what it is compared with; a rest cannot."""
    kept = against.read("topic=AI", six(), ONE)
    assert kept.sides is not None
    assert against.swapped(kept.sides) == (Filters(topic=("AI",)), "provider=One")
    rest = against.read("rest", six(), ONE)
    assert rest.sides is not None
    assert against.swapped(rest.sides) is None
