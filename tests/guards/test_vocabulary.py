"""One name for one thing: modules, columns, and their units."""

from __future__ import annotations

import ast
import re
import statistics
from typing import Final

from loaders import frames
from tests.guards.modules import Module, modules

VAGUE: Final = {"base", "common", "core", "helpers", "misc", "tools", "util", "utils"}

MOST_LINES: Final = 400
MOST_LINES_OF_HALF: Final = 150

COLUMNS: Final = [
    (frame, column, kind)
    for frame, columns in frames.FRAMES.items()
    for column, kind in columns.items()
]

PLACES: Final = {"line", "seen", "story", "target"}
"""Whole numbers that are no quantities: a line of a file, and positions in `stories`."""

UNITS: Final = {
    "datetime64[us, UTC]": r".*_at",
    "bool": r"(is|has)_.*",
    "int32": r".*_(day|count)",
    "int64": r".*_count",
    "Int32": r".*_score",
    "float64": r".*_(hours|share|score)",
    "category": r"(?!.*(_at|_day|_hours|_count|_share|_score|_url|_path)$)(?!is_|has_).*",
    "str": r"(?!.*(_at|_day|_hours|_count|_share|_score)$)(?!is_|has_).*",
}

FRAME_ATTRIBUTES: Final = set(frames.FRAMES)


def test_a_module_is_named_after_a_thing() -> None:
    """No module is a drawer for what found no place."""
    vague = [module.path for module in modules() if VAGUE & set(module.name.split("."))]
    assert not vague, "\n".join(vague)


def test_a_module_is_read_in_one_sitting() -> None:
    """A module that grew long has a second subject in it."""
    long = [
        f"{module.path} has {lines} lines, more than {MOST_LINES}"
        for module in modules()
        if (lines := len(module.text.splitlines())) > MOST_LINES
    ]
    assert not long, "\n".join(long)


def test_most_modules_are_short() -> None:
    """Half of all modules stay well under the limit."""
    lengths = [len(module.text.splitlines()) for module in modules()]
    assert statistics.median(lengths) <= MOST_LINES_OF_HALF


def test_a_column_carries_its_unit() -> None:
    """The type of a column and the ending of its name agree."""
    wrong = [
        f"{frame}.{column} is {kind}"
        for frame, column, kind in COLUMNS
        if not re.fullmatch(r"[a-z][a-z0-9_]*", column)
        or (column not in PLACES and not re.fullmatch(UNITS[kind], column))
    ]
    assert not wrong, "\n".join(wrong)


def test_one_name_means_one_quantity() -> None:
    """A column has the same type in every frame; text may be kept as codes."""
    kinds: dict[str, set[str]] = {}
    for _, column, kind in COLUMNS:
        kinds.setdefault(column, set()).add("str" if kind == "category" else kind)
    assert {column: found for column, found in kinds.items() if len(found) > 1} == {}


def test_columns_that_are_read_exist() -> None:
    """`corpus.stories["…"]` and `corpus.codes("…")` name declared columns only."""
    wrong = [
        f"{module.path}:{line}: {frame} has no {column}; "
        f"it has {', '.join(frames.FRAMES[frame])}"
        for module in modules()
        for line, frame, column in columns_read(module)
        if column not in frames.FRAMES[frame]
    ]
    assert not wrong, "\n".join(wrong)


def columns_read(module: Module) -> list[tuple[int, str, str]]:
    """Line, frame and column of each literal column that a corpus is asked for."""
    found = []
    for node in ast.walk(module.tree):
        match node:
            case ast.Subscript(
                value=ast.Attribute(value=ast.Name("corpus"), attr=frame),
                slice=ast.Constant(str() as column),
            ) if frame in FRAME_ATTRIBUTES:
                found.append((node.lineno, frame, column))
            case ast.Call(
                func=ast.Attribute(value=ast.Name("corpus"), attr="codes" | "names"),
                args=[ast.Constant(str() as column)],
            ):
                found.append((node.lineno, "stories", column))
    return found


def test_columns_that_are_read_are_found() -> None:
    """The search sees both ways of asking, and no more."""
    text = 'corpus.stories["a"] + corpus.codes("b") + other["c"] + corpus.name["d"]'
    assert columns_read(Module("x.py", text)) == [
        (1, "stories", "a"),
        (1, "stories", "b"),
    ]
