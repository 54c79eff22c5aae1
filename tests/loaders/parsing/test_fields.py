"""One field at a time: what is taken, and what is noted instead."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from loaders.parsing.fields import Fields
from loaders.wording import describe

if TYPE_CHECKING:
    from loaders.problems import Place

ABSENT: Any = object()

TIMES = "a UTC time such as 2026-01-31T09:00:00Z"
ADDRESS = "an http or https address"
SCORES = "a whole number from 0 to 2147483647"


def fields(value: object) -> Fields:
    """A mapping with one field `x`, or without it."""
    return Fields({} if value is ABSENT else {"x": value}, [])


@pytest.mark.parametrize("value", [ABSENT, None, "", "  ", "\u202e"])
def test_text_that_is_missing(value: object) -> None:
    """Missing text is no problem unless it is required."""
    read = fields(value)
    assert read.text("x") is None
    assert read.notes == []
    assert read.text("x", required=True) is None
    assert [note.place for note in read.notes] == [("x",)]


@pytest.mark.parametrize("value", [1, True, 1.5, [], {}, dt.date(2021, 1, 2)])
def test_text_that_is_none(value: object) -> None:
    """Other values are no text, though they could be written as one."""
    read = fields(value)
    assert read.text("x") is None
    assert [note.expected for note in read.notes] == ["text"]


def said(read: Fields) -> list[tuple[Place, str, str]]:
    """Place, expectation and finding of each note."""
    return [(at, expected, describe(value)) for at, expected, value in read.notes]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (ABSENT, "nothing"),
        ("Video", '"Video"'),
        (1, "1"),
        (["video"], "a list of 1 value"),
    ],
)
def test_another_word_is_no_choice(value: object, found: str) -> None:
    """Only the words themselves are taken."""
    read = fields(value)
    assert read.choice("x", ("article", "video")) is None
    assert said(read) == [(("x",), "article or video", found)]


def test_a_word_of_the_choices_is_taken() -> None:
    """One of the words is the value."""
    assert fields("video").choice("x", ("article", "video")) == "video"


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (True, "true"),
        ("7", '"7"'),
        (7.0, "7.0"),
        (-1, "-1"),
        (2**31, "2147483648"),
        ([7], "a list of 1 value"),
    ],
)
def test_what_is_no_whole_number(value: object, found: str) -> None:
    """A truth, text, a fraction and what 32 bits cannot hold are noted."""
    read = fields(value)
    assert read.whole("x") is None
    assert said(read) == [(("x",), SCORES, found)]


@pytest.mark.parametrize(
    ("value", "number"), [(ABSENT, None), (None, None), (0, 0), (2**31 - 1, 2**31 - 1)]
)
def test_whole_numbers(value: object, number: int | None) -> None:
    """A missing number is no problem."""
    read = fields(value)
    assert read.whole("x") == number
    assert read.notes == []


@pytest.mark.parametrize("value", ["true", 1, 0, "no", []])
def test_what_is_no_truth(value: object) -> None:
    """Words and numbers are no truth, and not false either."""
    read = fields(value)
    assert read.truth("x") is None
    assert [note.expected for note in read.notes] == ["true or false"]


@pytest.mark.parametrize("value", [True, False, None])
def test_truths_have_three_values(value: bool | None) -> None:
    """True, false and missing are all fine."""
    read = fields(value)
    assert read.truth("x") is value
    assert read.notes == []


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (ABSENT, "nothing"),
        (None, "nothing"),
        ("", "nothing"),
        ("31/01/26", '"31/01/26"'),
        ("2021-13-45", '"2021-13-45"'),
        ("yesterday", '"yesterday"'),
        (20210102, "20210102"),
        (True, "true"),
        (dt.datetime(201, 1, 2, tzinfo=dt.UTC), "0201-01-02 00:00:00+00:00"),
        (dt.date(9999, 12, 31), "9999-12-31"),
        (
            dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14))),
            "0001-01-01 00:00:00+14:00",
        ),
    ],
)
def test_what_is_no_time(value: object, found: str) -> None:
    """What is not ISO 8601, or of another age, is noted."""
    read = fields(value)
    assert read.time("x") is None
    assert said(read) == [(("x",), TIMES, found)]


@pytest.mark.parametrize(
    ("value", "at"),
    [
        (
            dt.datetime(2021, 1, 2, 3, 4, 5, 6, tzinfo=dt.UTC),
            "2021-01-02T03:04:05.000006",
        ),
        (dt.datetime(2021, 1, 2, 3, 4, 5), "2021-01-02T03:04:05"),  # noqa: DTZ001
        (dt.date(2021, 1, 2), "2021-01-02T00:00:00"),
        ("2021-01-02T03:04:05Z", "2021-01-02T03:04:05"),
        (" 2021-01-02T03:04:05Z ", "2021-01-02T03:04:05"),
        ("2021-01-02 03:04:05", "2021-01-02T03:04:05"),
        ("2021-01-02", "2021-01-02T00:00:00"),
        ("2021-01-02T03:04:05+02:00", "2021-01-02T01:04:05"),
        ("2021-01-01T23:30:00-01:00", "2021-01-02T00:30:00"),
        ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500000"),
    ],
)
def test_times_are_in_utc(value: object, at: str) -> None:
    """Offsets are converted, a time without one is UTC, a date is its first instant."""
    read = fields(value)
    since = dt.datetime.fromisoformat(at) - dt.datetime(1970, 1, 1)  # noqa: DTZ001
    assert read.time("x") == since // dt.timedelta(microseconds=1)
    assert read.notes == []


@pytest.mark.parametrize("value", [ABSENT, None, ""])
def test_a_missing_address_is_no_problem(value: object) -> None:
    """Real corpora leave addresses empty."""
    read = fields(value)
    assert read.address("x") is None
    assert read.notes == []


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", " ", "a.example", 1, ["https://a.example"]]
)
def test_what_is_no_address(value: object) -> None:
    """What no browser would open over the web is noted."""
    read = fields(value)
    assert read.address("x") is None
    assert [note.expected for note in read.notes] == [ADDRESS]


def test_an_address_is_kept_as_written() -> None:
    """Only the blanks around it go."""
    assert fields(" https://A.example/X/ ").address("x") == "https://A.example/X/"


def test_names_of_a_list() -> None:
    """Empty items and repeats are dropped, other values noted with their position."""
    read = fields(["b", None, " a ", "b", "", 7, {"c": 1}])
    assert read.names("x") == ["b", "a"]
    assert said(read) == [
        (("x", 5), "text", "7"),
        (("x", 6), "text", "a mapping of 1 field"),
    ]


@pytest.mark.parametrize("value", ["AI", 7, {"a": 1}, True])
def test_what_is_no_list(value: object) -> None:
    """A single value is no list of one."""
    read = fields(value)
    assert read.names("x") == []
    assert [note.expected for note in read.notes] == ["a list"]


def test_mappings_of_a_list_know_their_place() -> None:
    """What is wrong within one names the way to it."""
    read = fields([{"y": 1}, "z", {"y": 2}])
    for inner in read.mappings("x"):
        inner.wrong("y", "text")
    assert said(read) == [
        (("x", 0, "y"), "text", "1"),
        (("x", 1), "a mapping", '"z"'),
        (("x", 2, "y"), "text", "2"),
    ]


@pytest.mark.parametrize(
    ("value", "count"), [(ABSENT, 0), (None, 0), ("One", 1), ([], 1)]
)
def test_what_is_no_mapping(value: object, count: int) -> None:
    """Text where a mapping belongs is noted; a missing one only where required."""
    read = fields(value)
    assert read.mapping("x") is None
    assert len(read.notes) == count
    assert read.mapping("x", required=True) is None
    assert len(read.notes) == max(1, 2 * count)
