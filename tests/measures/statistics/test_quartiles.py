"""Quartiles of groups, between two values in proportion."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from measures.statistics import quartiles


def test_no_value_has_no_quartile() -> None:
    """A group that is asked for and empty gives NaN."""
    found = quartiles.of(np.zeros(0), np.zeros(0, int), np.array([0]))
    assert np.isnan(found).all()


def test_quartiles_lie_between_values() -> None:
    """Of 1, 2, 3, 4: 1.75, 2.5 and 3.25; of 7 alone: 7."""
    values, groups = np.array([4.0, 1, 7, 3, 2]), np.array([0, 0, 2, 0, 0])
    found = quartiles.of(values, groups, np.array([0, 2]))
    assert found.T.tolist() == [[1.75, 2.5, 3.25], [7, 7, 7]]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(-50, 50)), min_size=1))
def test_each_group_is_as_numpy_has_it(pairs: list[tuple[int, int]]) -> None:
    """One group at a time, numpy's own percentiles say the same."""
    groups = np.array([group for group, _ in pairs])
    values = np.array([float(value) for _, value in pairs])
    for group in np.unique(groups):
        found = quartiles.of(values, groups, np.array([group]))[:, 0]
        expected = np.percentile(values[groups == group], [25, 50, 75])
        np.testing.assert_allclose(found, expected)
