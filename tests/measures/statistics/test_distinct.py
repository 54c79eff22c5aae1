"""Different codes are counted once each, and missing ones never."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.statistics import distinct


@pytest.mark.parametrize(
    ("codes", "expected"),
    [([], 0), ([-1], 0), ([-1, -1, 0], 1), ([3, 3, 3], 1), ([0, 2, 5, 2, -1], 3)],
)
def test_different_codes(codes: list[int], expected: int) -> None:
    """-1 is no code."""
    assert distinct.count(np.array(codes, dtype=np.int32)) == expected


@pytest.mark.parametrize(
    ("group", "codes", "expected"),
    [
        ([], [], [0, 0, 0]),
        ([1], [7], [0, 1, 0]),
        ([0, 0, 0, 2, 2], [4, 4, 1, 4, 4], [2, 0, 1]),
    ],
)
def test_different_codes_of_groups(
    group: list[int], codes: list[int], expected: list[int]
) -> None:
    """A code counts in each group that has it; a group without rows has none."""
    found = distinct.count_by(np.array(group, int), np.array(codes, int), 3)
    assert found.tolist() == expected


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9))))
def test_groups_are_counted_as_sets(rows: list[tuple[int, int]]) -> None:
    """Whatever the rows, a group's count is the size of its set of codes."""
    group, codes = np.array(rows, int).reshape(-1, 2).T
    sets = [len({code for of, code in rows if of == one}) for one in range(5)]
    assert distinct.count_by(group, codes, 5).tolist() == sets
    assert distinct.count(codes) == len({code for _, code in rows})
