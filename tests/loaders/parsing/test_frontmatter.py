"""The front matter of a file is what stands between its first two `---` lines."""

from __future__ import annotations

import pytest

from loaders.parsing import frontmatter


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Read me\n",
        "----\na: 1\n----\n",
        "text\n---\na: 1\n---\n",
        "--- a: 1",
        "+++\na = 1\n+++\n",
    ],
)
def test_other_files_have_none(text: str) -> None:
    """A file that does not begin with `---` has no front matter."""
    assert frontmatter.split(text) is None


@pytest.mark.parametrize(
    "text", ["---\n", "---\na: 1\n", "---\na: |\n  ---\n", "---\n--- b\n"]
)
def test_front_matter_must_end(text: str) -> None:
    """A beginning without an end is an error, not a file without front matter."""
    with pytest.raises(frontmatter.UnclosedError):
        frontmatter.split(text)


@pytest.mark.parametrize(
    ("text", "inner", "line"),
    [
        ("---\n---\n", "", 2),
        ("---\na: 1\n---\n", "a: 1\n", 2),
        ("---\na: 1\n---", "a: 1\n", 2),
        ("---  \na: 1\n--- \nbody\n---\n", "a: 1\n", 2),
        ("---\na: 1\n...\nbody", "a: 1\n", 2),
        ("\ufeff---\na: 1\n---\n", "a: 1\n", 2),
        ("\n \n---\na: 1\n---\n", "a: 1\n", 4),
        ("---\r\na: 1\r\n---\r\nbody\r\n", "a: 1\r\n", 2),
        ("---\na: ---\n----\n---\n", "a: ---\n----\n", 2),
    ],
)
def test_the_yaml_and_its_first_line(text: str, inner: str, line: int) -> None:
    """Marks of other systems at the beginning and line ends change nothing."""
    assert frontmatter.split(text) == (inner, line)
