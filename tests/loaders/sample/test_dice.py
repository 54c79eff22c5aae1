"""Chance that depends on the seed alone."""

from __future__ import annotations

from itertools import accumulate

import pytest

from loaders.sample.dice import Dice


def test_the_sequence_is_fixed() -> None:
    """The same numbers in every version of Python, or content/ could not be checked."""
    dice = Dice(7)
    assert [dice.between(1, 6) for _ in range(12)] == [
        2,
        1,
        4,
        1,
        4,
        3,
        1,
        4,
        1,
        3,
        1,
        1,
    ]


@pytest.mark.parametrize(("share", "seen"), [(0.0, {False}), (1.0, {True})])
def test_certain_chances(share: float, seen: set[bool]) -> None:
    """Never and always are meant literally."""
    dice = Dice(1)
    assert {dice.chance(share) for _ in range(500)} == seen


def test_between_reaches_both_ends() -> None:
    """Both bounds come, and nothing beyond them."""
    dice = Dice(2)
    assert {dice.between(-1, 1) for _ in range(100)} == {-1, 0, 1}


def test_weights() -> None:
    """A position comes as often as its weight says; one without weight never."""
    dice = Dice(3)
    cumulative = list(accumulate([1, 0, 3]))
    drawn = [dice.weighted(cumulative) for _ in range(4000)]
    assert set(drawn) == {0, 2}
    assert 2850 < drawn.count(2) < 3150


def test_quantiles() -> None:
    """Half of the numbers lie below the middle of the table, and all inside it."""
    dice = Dice(4)
    drawn = [dice.quantile(((0, -10), (0.5, 0), (1, 100))) for _ in range(4000)]
    assert min(drawn) >= -10
    assert max(drawn) <= 100
    assert 1850 < sum(number < 0 for number in drawn) < 2150


def test_shuffled() -> None:
    """The same items in another order; the list that was given stays as it is."""
    items = [1, 2, 3, 4, 5, 6, 7, 8]
    mixed = Dice(5).shuffled(items)
    assert sorted(mixed) == items == [1, 2, 3, 4, 5, 6, 7, 8]
    assert mixed != items
    assert Dice(5).shuffled([]) == []
