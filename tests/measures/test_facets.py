"""Facets tell how many stories each choice would show, all but their own clause kept."""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest

from measures import facets
from measures.facets import FIELDS
from measures.filters import EVERYTHING, Filters
from tests.corpora import corpus_of, story
from tests.measures.six import six, timeless

COLUMNS: Final = ["value", "story_count", "story_share", "is_chosen"]

COUNTED: Final[list[tuple[Filters, str, list[tuple[str, int]]]]] = [
    (EVERYTHING, "provider", [("One", 2), ("Two", 2), ("Three", 1), ("Four", 0)]),
    (EVERYTHING, "topic", [("AI", 3), ("Chips", 2), ("Robots", 1)]),
    (EVERYTHING, "type", [("article", 5), ("video", 1)]),
    (EVERYTHING, "state", [("published", 3), ("unpublished", 2), ("unknown", 1)]),
    (EVERYTHING, "reason", [("folded", 1), ("other", 1), ("below gate", 0)]),
    (EVERYTHING, "carrier", [("MSN", 1)]),
    # Other clauses act,
    (
        Filters(topic=("AI",)),
        "provider",
        [("One", 2), ("Two", 1), ("Four", 0), ("Three", 0)],
    ),
    (Filters(provider=("Two",)), "topic", [("AI", 1), ("Chips", 1), ("Robots", 0)]),
    (Filters(state=("unknown",)), "topic", [("AI", 0), ("Chips", 0), ("Robots", 0)]),
    # the own one does not,
    (
        Filters(provider=("Two",)),
        "provider",
        [("One", 2), ("Two", 2), ("Three", 1), ("Four", 0)],
    ),
    (Filters(topic=("Robots",)), "topic", [("AI", 3), ("Chips", 2), ("Robots", 1)]),
    # but what is kept out stays out.
    (
        Filters(not_provider=("Two",)),
        "provider",
        [("One", 2), ("Three", 1), ("Four", 0), ("Two", 0)],
    ),
    (
        Filters(by="domain"),
        "provider",
        [
            ("two.example", 2),
            ("msn.com", 1),
            ("one.example", 1),
            ("three.example", 1),
            ("four.example", 0),
        ],
    ),
]


@pytest.mark.parametrize(("chosen", "field", "expected"), COUNTED, ids=str)
def test_values_are_counted(
    chosen: Filters, field: str, expected: list[tuple[str, int]]
) -> None:
    """Most stories first, ties in alphabetical order, values without a story at 0."""
    table = facets.counts(six(), chosen, field)
    assert list(table.columns) == COLUMNS
    assert list(zip(table["value"], table["story_count"], strict=True)) == expected


@pytest.mark.parametrize("field", ["provider", "topic", "carrier"])
def test_a_corpus_without_values_has_no_rows(field: str) -> None:
    """All columns are there all the same."""
    table = facets.counts(timeless(), EVERYTHING, field)
    assert list(table.columns) == COLUMNS
    assert len(table) == 0


def test_no_stories_have_no_share() -> None:
    """A share of nothing is missing, not 0."""
    table = facets.counts(six(), Filters(words="nothing"), "type")
    assert table["story_count"].tolist() == [0, 0]
    assert table["story_share"].isna().all()


def test_a_share_is_of_the_stories_under_the_other_filters() -> None:
    """Of three stories on AI, one is by Two."""
    table = facets.counts(six(), Filters(topic=("AI",), provider=("One",)), "provider")
    np.testing.assert_allclose(table["story_share"], [2 / 3, 1 / 3, 0, 0])
    assert table["is_chosen"].tolist() == [True, False, False, False]


@pytest.mark.parametrize("field", FIELDS)
def test_a_count_is_what_choosing_it_would_show(field: str) -> None:
    """Live: each number is the number of stories after a click on it."""
    corpus = six()
    for chosen in (EVERYTHING, Filters(topic=("AI",)), Filters(provider=("One",))):
        table = facets.counts(corpus, chosen, field)
        for value, count in zip(table["value"], table["story_count"], strict=True):
            clicked = chosen.with_(**{field: (value,)})
            assert clicked.mask(corpus).sum() == count


def test_ties_go_by_the_alphabet() -> None:
    """Whatever the order of the files."""
    corpus = corpus_of(
        story("a", provider="Zebra"),
        story("b", provider="Ant"),
        story("c", provider="Mule"),
    )
    assert facets.counts(corpus, EVERYTHING, "provider")["value"].tolist() == [
        "Ant",
        "Mule",
        "Zebra",
    ]


def test_a_field_that_is_none_is_refused() -> None:
    """A slip in a field's name is an error."""
    with pytest.raises(KeyError, match="colour"):
        facets.counts(six(), EVERYTHING, "colour")


LEADING: Final[list[tuple[Filters, str, int, dict[str, int]]]] = [
    (EVERYTHING, "provider", 2, {"One": 2, "Two": 2}),
    # What has no story is not offered, unless it is chosen;
    (EVERYTHING, "provider", 9, {"One": 2, "Two": 2, "Three": 1}),
    (Filters(provider=("Four",)), "provider", 2, {"Four": 0, "One": 2}),
    # and what is chosen stays, even where there is no room for the others.
    (
        Filters(provider=("Four", "Three")),
        "provider",
        1,
        {"Three": 1, "Four": 0},
    ),
]


@pytest.mark.parametrize(("chosen", "field", "most", "expected"), LEADING, ids=str)
def test_leading_values(
    chosen: Filters, field: str, most: int, expected: dict[str, int]
) -> None:
    """What is chosen comes first, then what has most stories, in that order."""
    found = facets.leading(six(), chosen, field, most)
    assert list(found.items()) == list(expected.items())


def test_numbers_are_the_counts() -> None:
    """Every value of the corpus has its number, 0 included."""
    expected = {"One": 2, "Two": 2, "Three": 1, "Four": 0}
    assert facets.numbers(six(), EVERYTHING, "provider") == expected


CHOICES: Final[list[tuple[str, str, int, tuple[str, ...]]]] = [
    ("provider", "family", 9, ("Four", "One", "Three", "Two")),
    ("provider", "family", 2, ("One", "Two")),
    ("provider", "domain", 1, ("two.example",)),
    ("topic", "family", 2, ("AI", "Chips")),
    ("carrier", "family", 9, ("MSN",)),
]


@pytest.mark.parametrize(("field", "by", "most", "expected"), CHOICES)
def test_choices_are_in_alphabetical_order(
    field: str, by: str, most: int, expected: tuple[str, ...]
) -> None:
    """Of more values than fit, those with most stories can be chosen."""
    assert facets.choices(six(), field, by, most) == expected
