"""Whatever a file is or holds, reading it raises nothing, and says what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from loaders.parsing import contents, reading
from loaders.parsing.reading import Kind

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("content", "line", "expected", "found"),
    [
        (b"---\ntitle: a\n", 1, "a line --- that ends the front matter", "none"),
        (b"---\n- a\n- b\n---\n", 2, "a mapping of fields", "a list of 2 values"),
        (b"---\njust text\n---\n", 2, "a mapping of fields", '"just text"'),
        (b"\n---\na: 1\nb: [1\n---\n", 5, "YAML", None),
        (b"---\na: 1\n\tb: 2\n---\n", 3, "YAML", None),
        (b"---\na: \x00\n---\n", None, "YAML", None),
        (b"\xff\xfe-\x00-\x00", 1, "text in UTF-8", "the byte 0xff"),
        (b"---\ntitle: [\n\xe9\n---\n", 3, "text in UTF-8", "the byte 0xe9"),
        (b"---\ntitle: \xe9", 2, "text in UTF-8", "the byte 0xe9"),
    ],
)
def test_an_unreadable_file_is_one_problem(
    content: bytes, line: int | None, expected: str, found: str | None
) -> None:
    """What cannot be read at all is told once, with the line where it is known."""
    read = reading.parse(content)
    assert read.kind is Kind.UNREADABLE
    assert read.record is None
    assert len(read.problems) == 1
    problem = read.problems[0]
    assert (problem.line, problem.field, problem.expected) == (line, "", expected)
    assert found in {None, problem.found}


def test_a_file_that_vanished(tmp_path: Path) -> None:
    """It is told, and nothing is raised."""
    read = reading.read(str(tmp_path / "a.md"))
    assert read.kind is Kind.UNREADABLE
    assert read.problems[0].found == "nothing: it vanished while being read"


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """Its size is told."""
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * (contents.LARGEST + 1))
    assert reading.read(str(path)).problems[0][2:] == (
        "at most 1,048,576 bytes",
        "1,048,577 bytes",
    )


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    """What is no regular file is not waited for."""
    assert reading.read(str(tmp_path)).problems[0].found == "something that is none"


@given(st.binary(max_size=300))
def test_no_bytes_are_too_strange(content: bytes) -> None:
    """Whatever a file holds, reading it raises nothing."""
    for whole in (content, b"---\n" + content + b"\n---\n"):
        read = reading.parse(whole)
        assert (read.record is not None) == (read.kind is Kind.STORY)


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=9) | st.integers(), inner, max_size=4)
    ),
    max_leaves=12,
)
names = st.sampled_from([
    "title", "excerpt", "publishedDateTime", "webUrl", "originalUrl", "type",
    "quality", "heat", "published", "provider", "topics", "images", "related",
    "featuredContent", "secured", "name", "domain", "url",
])  # fmt: skip
mappings = st.dictionaries(names, values | st.dictionaries(names, values), max_size=8)


@given(mappings | st.dictionaries(names, st.lists(mappings, max_size=3), max_size=4))
def test_no_fields_are_too_strange(fields: dict[str, object]) -> None:
    """Whatever stands in the fields, the story is kept and the problems are named."""
    text = yaml.dump({"category": "news", **fields}, Dumper=yaml.CSafeDumper)
    read = reading.parse(f"---\n{text}---\n".encode())
    assert read.kind is Kind.STORY
    assert all(problem.line and problem.expected for problem in read.problems)
