"""Names of one family agree in letters and digits, case aside."""

from __future__ import annotations

import pytest

from loaders.assembly import families


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wired", "Wired UK"),
        ("9to5", "9to6"),
        ("!!!", "???"),
        ("Čas", "Cas"),
        ("消息", "新闻"),
    ],
)
def test_other_families(one: str, other: str) -> None:
    """Any other letter or digit makes another family; so do names of neither."""
    assert families.family_key(one) != families.family_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Game Rant", "GameRant"),
        ("TIME", "time"),
        ("Stuff.co.nz", "stuff co nz"),
        ("Straße", "STRASSE"),
        ("Cafe\u0301 9", "CAFÉ-9"),
        ("ΤΟ ΒΗΜΑ", "το βημα"),
    ],
)
def test_one_family(one: str, other: str) -> None:
    """Blanks, signs and case make no difference."""
    assert families.family_key(one) == families.family_key(other)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({}, {}),
        ({"A": 1}, {"A": "A"}),
        (
            {"game rant": 1, "GameRant": 2},
            {"game rant": "GameRant", "GameRant": "GameRant"},
        ),
        ({"b b": 2, "BB": 2, "b-b": 1}, {"b b": "BB", "BB": "BB", "b-b": "BB"}),
    ],
)
def test_a_family_is_shown_in_its_most_frequent_spelling(
    counts: dict[str, int], shown: dict[str, str]
) -> None:
    """Of equally frequent ones in the first in alphabetical order."""
    assert families.shown_spellings(counts) == shown
