"""Association: pairs of a group, and what they mean against chance."""

from __future__ import annotations

from itertools import combinations
from math import exp, log, sqrt
from typing import Final

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.statistics import association


def test_no_entries_no_pairs() -> None:
    """Nothing, and groups of one, hold no pair."""
    none = np.zeros(0, dtype=int)
    assert len(association.pairs(none, none, 1).support) == 0
    alone = association.pairs(np.array([0, 1, 2]), np.array([0, 0, 1]), 2)
    assert len(alone.support) == 0


def test_pairs_are_counted_once_a_group() -> None:
    """Groups {0, 1, 2}, {2, 0}, {1}: 0-1 once, 0-2 twice, 1-2 once."""
    found = association.pairs(
        np.array([5, 5, 5, 7, 7, 9]), np.array([1, 0, 2, 2, 0, 1]), 3
    )
    pairs = zip(found.left, found.right, found.support, strict=True)
    assert [tuple(map(int, pair)) for pair in pairs] == [
        (0, 1, 1),
        (0, 2, 2),
        (1, 2, 1),
    ]


def test_measures_by_hand() -> None:
    """Of 40: i in 10, j in 20, both in 8.

    Jaccard 8 / 22; lift 8 * 40 / 200 = 1.6; NPMI ln 1.6 / -ln 0.2.
    """
    found = association.measures(np.array([8]), np.array([10]), np.array([20]), 40)
    assert found["jaccard_share"][0] == pytest.approx(8 / 22)
    assert found["lift_score"][0] == pytest.approx(1.6)
    assert found["npmi_score"][0] == pytest.approx(log(1.6) / -log(0.2))


def test_always_together_is_1_and_everywhere_is_nothing() -> None:
    """Both in the same 5 of 40: NPMI 1. Both in all 40: NPMI is missing."""
    found = association.measures(
        np.array([5, 40]), np.array([5, 40]), np.array([5, 40]), 40
    )
    assert found["npmi_score"][0] == pytest.approx(1)
    assert np.isnan(found["npmi_score"][1])
    assert found["lift_score"].tolist() == [8, 1]


BOUNDS: Final = [
    ((5, 10, 10, 100), 5 * exp(-1.96 * 0.3)),  # variance 0.2 - 0.2 + 0.1 - 0.01
    ((50, 100, 100, 1000), 5 * exp(-1.96 * 0.3 / sqrt(10))),
    ((2, 20, 20, 40), 0.2 * exp(1.96 * sqrt(0.5 - 0.1 + 0.01 - 0.025))),
    ((25, 50, 50, 100), 1),
    ((6, 20, 20, 100), 1),  # lift 1.5, variance 0.1867: chance is within
]


@pytest.mark.parametrize(("counts", "expected"), BOUNDS, ids=str)
def test_what_is_sure_of_a_lift(
    counts: tuple[int, int, int, int], expected: float
) -> None:
    """The end of its interval nearer to chance: of few groups nearer than of many."""
    support, left, right = (np.array([count]) for count in counts[:3])
    found = association.bounds(support, left, right, counts[3])
    assert found["lift_bound_score"][0] == pytest.approx(expected, rel=1e-4)
    npmi = log(expected) / -log(counts[0] / counts[3])
    assert found["npmi_bound_score"][0] == pytest.approx(npmi, abs=1e-4)


def test_nothing_is_sure_of_what_is_everywhere_or_nowhere() -> None:
    """Both in all 40 groups, which tells nothing; and no pair at all."""
    all_of_them = np.array([40])
    found = association.bounds(all_of_them, all_of_them, all_of_them, 40)
    assert found["lift_bound_score"].tolist() == [1]
    assert np.isnan(found["npmi_bound_score"][0])
    none = np.zeros(0, dtype=int)
    assert not len(association.bounds(none, none, none, 0)["lift_bound_score"])


@given(st.lists(st.sets(st.integers(0, 6)), max_size=12))
def test_pairs_are_those_that_one_would_list(groups: list[set[int]]) -> None:
    """Against a plain count over every group."""
    expected: dict[tuple[int, int], int] = {}
    for codes in groups:
        for pair in combinations(sorted(codes), 2):
            expected[pair] = expected.get(pair, 0) + 1
    group = np.array([i for i, codes in enumerate(groups) for _ in codes], dtype=int)
    code = np.array([code for codes in groups for code in codes], dtype=int)
    found = association.pairs(group, code, 7)
    pairs = zip(found.left.tolist(), found.right.tolist(), strict=True)
    assert dict(zip(pairs, found.support.tolist(), strict=True)) == expected
