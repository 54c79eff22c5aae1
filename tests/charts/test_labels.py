"""Names stand above their points where they have room, and never over one another."""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.charts import labels

CASES: Final = [
    ("none", [], [], [], []),
    ("one", [0.5], [0.5], ["A"], ["A"]),
    ("far apart", [0.1, 0.9], [0.5, 0.5], ["Left", "Right"], ["Left", "Right"]),
    ("side by side", [0.5, 0.52], [0.5, 0.5], ["First", "Second"], ["First", ""]),
    ("one above the other", [0.5, 0.5], [0.2, 0.8], ["Low", "High"], ["Low", "High"]),
    ("a point in the way", [0.5, 0.5], [0.5, 0.56], ["Low", "High"], ["", "High"]),
    ("long beside short", [0.2, 0.4], [0.5, 0.5], ["A" * 30, "B"], ["A" * 30, ""]),
]


@pytest.mark.parametrize(
    ("across", "up", "names", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_name_is_shown_where_it_has_room(
    across: list[float], up: list[float], names: list[str], expected: list[str]
) -> None:
    """The first ones go first; each name keeps its place in the list."""
    found = labels.with_room(np.array(across), np.array(up), names, 200.0)
    assert found == expected


@given(
    st.lists(
        st.tuples(st.floats(0, 1), st.floats(0, 1), st.integers(1, 20)), max_size=20
    )
)
def test_no_two_names_lie_over_one_another(
    points: list[tuple[float, float, int]],
) -> None:
    """Whatever the points are; and of any, at least the last in the way has its name."""
    across, up, lengths = (
        np.array(list(values))
        for values in (zip(*points, strict=True) if points else ([], [], []))
    )
    names = ["n" * int(length) for length in lengths]
    found = labels.with_room(across, up, names, 200.0)
    assert all(one in {"", name} for one, name in zip(found, names, strict=True))
    boxes = [
        (x * labels.NARROW_PX, y * 200.0, len(name) * labels.LETTER_PX / 2)
        for x, y, name in zip(across, up, found, strict=True)
        if name
    ]
    for number, (x, y, half) in enumerate(boxes):
        for other_x, other_y, other in boxes[:number]:
            apart = abs(x - other_x) >= half + other
            assert apart or abs(y - other_y) >= labels.LINE_PX
