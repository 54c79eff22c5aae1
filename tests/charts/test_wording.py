"""Numbers are put into words in one way, and words never say more than the numbers."""

from __future__ import annotations

import math
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.charts import wording


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "0 words"), (1, "1 word"), (2, "2 words"), (1204, "1,204 words")],
)
def test_a_count_has_its_noun(number: int, expected: str) -> None:
    """One is singular, all else plural, with thousands separators."""
    assert wording.count(number, "word") == expected


def test_an_irregular_plural_is_given() -> None:
    """Nouns that do not take an s say so."""
    assert wording.count(1, "entry", "entries") == "1 entry"
    assert wording.count(2, "entry", "entries") == "2 entries"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "no stories"), (1, "1 story"), (2, "2 stories"), (12_345, "12,345 stories")],
)
def test_stories_are_counted(number: int, expected: str) -> None:
    """None at all is a word."""
    assert wording.stories(number) == expected


PERCENTS: Final = [
    (math.nan, "–"),
    (0.0, "0%"),
    (0.0001, "under 1%"),
    (0.0099, "under 1%"),
    (0.01, "1%"),
    (0.125, "12%"),
    (0.5, "50%"),
    (0.99, "99%"),
    (0.996, "over 99%"),
    (0.99999, "over 99%"),
    (1.0, "100%"),
    (1.5, "150%"),
    (-0.25, "-25%"),
]


@pytest.mark.parametrize(("share", "expected"), PERCENTS)
def test_a_share_is_a_percentage(share: float, expected: str) -> None:
    """Something is never nothing, and almost everything is never everything."""
    assert wording.percent(share) == expected


SPOKEN: Final = [
    (math.nan, "–"),
    (0.0, "0%"),
    (1.0, "100%"),
    (0.5, "half"),
    (0.49, "half"),
    (0.33, "a third"),
    (0.25, "a quarter"),
    (0.2, "one in five"),
    (0.143, "one in seven"),
    (0.1, "one in ten"),
    (1 / 12, "one in twelve"),
    (1 / 13, "one in 13"),
    (0.05, "one in 20"),
    (0.025, "one in 40"),
    (0.0005, "one in 2,000"),
    # Between the words, numbers.
    (0.4, "40%"),
    (0.45, "45%"),
    (0.28, "28%"),
    (0.6, "60%"),
]


@pytest.mark.parametrize(("share", "expected"), SPOKEN)
def test_a_share_is_said_as_people_say_it(share: float, expected: str) -> None:
    """In words where they come near, else as a percentage."""
    assert wording.one_in(share) == expected


WORDS: Final = {"half": 1 / 2, "a third": 1 / 3, "a quarter": 1 / 4}
NUMBERS: Final = [wording.number(n) for n in range(13)]


@given(st.floats(0.0001, 1))
def test_a_spoken_share_is_near_the_share(share: float) -> None:
    """Nobody is told "one in two" of 40 in a hundred."""
    said = wording.one_in(share)
    if said in WORDS:
        assert abs(WORDS[said] - share) < 0.02
    elif said.startswith("one in "):
        parts = said.removeprefix("one in ").replace(",", "")
        number = NUMBERS.index(parts) if parts in NUMBERS else int(parts)
        assert abs(1 / number - share) <= 0.1 * share
    else:
        assert said.endswith("%")


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, "0"), (1, "one"), (12, "twelve"), (13, "13"), (1204, "1,204"), (-1, "-1")],
)
def test_small_numbers_are_words(value: int, expected: str) -> None:
    """Up to twelve."""
    assert wording.number(value) == expected


HOURS: Final = [
    (0, "0 min"),
    (0.004, "0 min"),
    (0.5, "30 min"),
    (59 / 60, "59 min"),
    (59.7 / 60, "1 h"),
    (1, "1 h"),
    (3.5, "3.5 h"),
    (-3.5, "3.5 h"),
    (9.99, "10 h"),
    (10.4, "10 h"),
    (36, "36 h"),
    (95.9, "96 h"),
    (96, "4 days"),
    (108, "4.5 days"),
    (239, "10 days"),
    (252, "10 days"),
    (216, "9 days"),
]


@pytest.mark.parametrize(("value", "expected"), HOURS)
def test_a_length_of_time_has_a_fitting_unit(value: float, expected: str) -> None:
    """Minutes, hours or days; before and after are said beside it."""
    assert wording.hours(value) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
    ],
)
def test_names_are_joined(names: list[str], expected: str) -> None:
    """As an English list, with another word where one is given."""
    assert wording.joined(names) == expected
    assert wording.joined(tuple(names), "or") == expected.replace(" and ", " or ")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (1, "first"),
        (12, "twelfth"),
        (13, "13th"),
        (21, "21st"),
        (32, "32nd"),
        (43, "43rd"),
        (111, "111th"),
        (1_204, "1,204th"),
    ],
)
def test_a_place_is_a_word_as_long_as_it_is_small(place: int, expected: str) -> None:
    """As numbers are, and with the ending that it is spoken with."""
    assert wording.ordinal(place) == expected
