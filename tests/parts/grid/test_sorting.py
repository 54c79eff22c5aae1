"""A click on a header sorts, the next turns the order, the third takes it back."""

from __future__ import annotations

from typing import Final

import pytest

from pages.parts.grid import sorting

CLICKS: Final = [
    # now, column, usual, whether it falls at first; and after it
    ("", "title", "", False, "title"),
    ("title", "title", "", False, "-title"),
    ("-title", "title", "", False, ""),
    ("title", "quality_score", "", True, "-quality_score"),
    ("-quality_score", "quality_score", "", True, "quality_score"),
    ("quality_score", "quality_score", "", True, ""),
    # Rows that stand in the order of a column as usual, newest first
    ("-published_at", "title", "-published_at", False, "title"),
    ("title", "published_at", "-published_at", True, ""),
    ("-published_at", "published_at", "-published_at", True, "published_at"),
    ("published_at", "published_at", "-published_at", True, ""),
    # and oldest first: the first click must not leave them as they are
    ("published_at", "published_at", "published_at", True, "-published_at"),
    ("-published_at", "published_at", "published_at", True, ""),
    ("title", "published_at", "published_at", True, "-published_at"),
]


@pytest.mark.parametrize(("now", "column", "usual", "falls", "after"), CLICKS)
def test_a_click_always_changes_something(
    now: str, column: str, usual: str, falls: bool, after: str
) -> None:
    """What is usual leaves no trace in the address."""
    found = sorting.turned(now, column, usual, falls=falls)
    assert found == after
    assert (found or usual) != now


@pytest.mark.parametrize("usual", ["", "a", "-a"])
@pytest.mark.parametrize("falls", [False, True])
def test_every_column_is_reached_both_ways(usual: str, falls: bool) -> None:
    """In three clicks on its header at most, wherever one begins."""
    for start in ("", "a", "-a", "b"):
        now, seen = start or usual, set()
        for _ in range(3):
            now = sorting.turned(now, "a", usual, falls=falls) or usual
            seen.add(now)
        assert {"a", "-a"} <= seen
