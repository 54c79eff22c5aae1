"""YAML is read by PyYAML's C parser, behind guards against hostile texts."""

from __future__ import annotations

import pytest

from loaders.parsing import yaml_reference
from loaders.parsing.yaml_reference import Document, Refused
from loaders.wording import Tagged


def bomb(levels: int) -> str:
    """Aliases that stand for ten to the power of `levels` values."""
    lines = ["a0: &a0 [x]"]
    for level in range(1, levels + 1):
        last = ", ".join([f"*a{level - 1}"] * 10)
        lines.append(f"a{level}: &a{level} [{last}]")
    return "\n".join(lines)


def merge_bomb(levels: int) -> str:
    """Merges of merges, which double at each level."""
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, levels)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "expected", "line"),
    [
        ("a: [1", "YAML", 2),
        ("a: 1\nb: [1\nc: 2", "YAML", 3),
        ("a: 1\n\tb: 2", "YAML", 2),
        ("a: 1\nb: \x01", "YAML", None),
        ("a: 1\n--- \nb: 2", "YAML", 2),
        ("a: *nowhere", "YAML", 1),
        ("? [a]\n: 1", "YAML", 1),
        ("a: " + "[" * 400_000, "at most 256 levels of nesting", 1),
        ("- " * 400_000 + "a", "at most 256 levels of nesting", 1),
        ("? " * 100_000, "at most 256 levels of nesting", 1),
        ("a: " + "{a: " * 300_000, "at most 256 levels of nesting", 1),
        (
            "\n".join(" " * n + "a:" for n in range(1_000)),
            "at most 256 levels of nesting",
            257,
        ),
        (bomb(9), "at most 50,000 values", None),
        (merge_bomb(60), "at most 50,000 values", None),
        ("a: &a [*a]", "at most 50,000 values", None),
        ("a: &a {b: *a}", "at most 50,000 values", None),
    ],
)
def test_hostile_and_broken_texts_are_refused(
    text: str, expected: str, line: int | None
) -> None:
    """A text that cannot be read, or would end the process, says where and why."""
    refused = yaml_reference.read(text)
    assert isinstance(refused, Refused)
    assert (refused.expected, refused.line) == (expected, line)
    assert refused.found
    assert "\n" not in refused.found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# only a comment", None),
        ("a", "a"),
        ("a: yes", {"a": True}),
        ("a: &x [1]\nb: *x", {"a": [1], "b": [1]}),
        ("a: &x {k: 1}\nb: {<<: *x, l: 2}", {"a": {"k": 1}, "b": {"k": 1, "l": 2}}),
        ("a: 2021-13-45", {"a": "2021-13-45"}),
        ("a: 2021-01-01T25:00:00Z", {"a": "2021-01-01T25:00:00Z"}),
        ("a: " + "9" * 5_000, {"a": "9" * 5_000}),
        ("a: =", {"a": "="}),
        ("a: 1\na: 2", {"a": 2}),
        ("a:\tb", {"a": "b"}),
    ],
)
def test_strange_values_leave_the_rest_readable(text: str, value: object) -> None:
    """A value that only looks like its kind is kept as the text that it is."""
    document = yaml_reference.read(text)
    assert isinstance(document, Document)
    assert document.value == value


def test_a_tag_of_a_program_makes_nothing() -> None:
    """A tagged value is neither built nor the end of the file."""
    document = yaml_reference.read("a: !!python/object/apply:os.getcwd []\nb: 1")
    assert isinstance(document, Document)
    assert isinstance(document.value, dict)
    assert isinstance(document.value["a"], Tagged)
    assert document.value["b"] == 1


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ((), None),
        (("",), None),
        (("a",), 1),
        (("b",), 2),
        (("b", 1), 4),
        (("b", 1, "c"), 5),
        (("b", 1, "missing"), 4),
        (("b", 7), 2),
        (("missing",), None),
    ],
)
def test_a_place_has_the_line_of_its_field(
    place: tuple[str | int, ...], line: int | None
) -> None:
    """The line is that of the field, or of what holds it where it is missing."""
    document = yaml_reference.read("a: 1\nb:\n  - x\n  - d: 1\n    c: 2\n")
    assert isinstance(document, Document)
    assert document.line(place) == line


def test_fields_that_stand_twice_are_known() -> None:
    """The last one counts, as PyYAML has it, and that there were more is told."""
    document = yaml_reference.read(
        "a: 1\nb: {c: 1, c: 2, d: [{e: 1, e: 2}]}\na: 2\na: 3"
    )
    assert isinstance(document, Document)
    assert document.repeats == ((("b", "d", 0, "e"), 2), (("b", "c"), 2), (("a",), 3))


def test_merged_fields_are_no_repeats() -> None:
    """A field that a merge brings may be given again."""
    document = yaml_reference.read("a: &x {k: 1}\nb:\n  <<: *x\n  k: 2")
    assert isinstance(document, Document)
    assert document.repeats == ()
