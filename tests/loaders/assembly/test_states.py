"""Published, unpublished or unknown, and why not published."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa

from loaders import frames
from loaders.assembly import states


def reasons(
    rows: list[tuple[bool | None, bool, int | None, str | None]],
) -> list[str | None]:
    """The reason of each row of is_published, is_folded, quality and time."""
    published, folded, quality, at = zip(*rows, strict=True) if rows else [()] * 4
    found = states.backlog_reasons(
        states.states(pa.chunked_array([pa.array(published, pa.bool_())])),
        np.array(folded, bool),
        pd.Series(quality, dtype="Int32"),
        pd.Series(pd.to_datetime(list(at), utc=True)).astype("datetime64[us, UTC]"),
    )
    return [None if code < 0 else frames.reason_names[code] for code in found.codes]


def test_no_stories() -> None:
    """Nothing has no states."""
    assert list(states.states(pa.chunked_array([], pa.bool_()))) == []
    assert reasons([]) == []


def test_a_state_has_three_values() -> None:
    """A missing `published` is neither."""
    found = states.states(pa.chunked_array([pa.array([True, None, False])]))
    assert list(found) == ["published", "unknown", "unpublished"]


def test_only_unpublished_stories_have_a_reason() -> None:
    """Folded or not, published and unknown ones wait for nothing."""
    assert reasons([(True, True, 1, None), (None, True, 1, None)]) == [None, None]


def test_reasons() -> None:
    """The gate is the lowest published quality of the same UTC month."""
    june, july = "2021-06-30T23:59:59Z", "2021-07-01T00:00:00Z"
    assert reasons(
        [
            (True, False, 50, june),
            (True, False, 40, june),
            (True, False, None, june),
            (False, False, 39, june),
            (False, False, 40, june),
            (False, True, 39, june),
            (False, False, None, june),
            (False, False, 1, july),
            (False, False, 1, None),
            (None, False, 1, july),
            (False, True, None, None),
        ]
    ) == [
        None,
        None,
        None,
        "below gate",
        "other",
        "folded",
        "other",
        "other",
        "other",
        None,
        "folded",
    ]
