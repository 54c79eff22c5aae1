"""Each story has a name of its own for links."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.assembly import naming


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        ([], []),
        (["_news/a.md", "_news/b.md"], ["a", "b"]),
        (["_news/a.b.md"], ["a.b"]),
        (["x/a.md", "y/a.md", "z/a.md"], ["a", "y/a", "z/a"]),
        (["a.MD", "a.md"], ["a", "a.md"]),
        (["x/a.MD", "x/a.md", "y/a.md"], ["a", "x/a", "y/a"]),
        ([".md"], [".md"]),
        (["0/a.md", "0/a.md.md", "a.md"], ["a", "a.md", "a.md (2)"]),
    ],
)
def test_names(paths: list[str], names: list[str]) -> None:
    """The stem, or where it is taken as much of the path as it needs."""
    column = pa.chunked_array([paths], pa.large_string())
    assert naming.story_ids(column).to_pylist() == names


@given(st.lists(st.text("ab./\n", min_size=1), unique=True))
def test_stems_are_found_many_at_once(paths: list[str]) -> None:
    """As one by one; and each story has its own."""
    column = pa.chunked_array([paths], pa.large_string())
    assert naming._stems(column).to_pylist() == [naming.stem(path) for path in paths]
    found = naming.story_ids(column).to_pylist()
    assert len(set(found)) == len(paths)
