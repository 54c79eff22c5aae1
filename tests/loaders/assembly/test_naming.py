"""Each story has a name of its own for links."""

from __future__ import annotations

import pytest

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
    ],
)
def test_names(paths: list[str], names: list[str]) -> None:
    """The stem, or where it is taken as much of the path as it needs."""
    assert naming.story_ids(paths) == names
