"""docs/measures.md and the measures name one another, and neither names what is not."""

from __future__ import annotations

import ast
import importlib
import re
from typing import Final

from tests.guards.modules import ROOT, below, modules

DOCUMENT: Final = (ROOT / "docs/measures.md").read_text(encoding="utf-8")
ROWS: Final = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in DOCUMENT.splitlines()
    if line.startswith("|")
]
NAMED: Final = sorted(
    {name for row in ROWS for name in re.findall(r"`(\w+(?:\.\w+)+)`", row[-1])}
)
MODULES: Final = [module for module in modules() if below(module.name, {"measures"})]


def _is_measure(node: ast.FunctionDef) -> bool:
    """It is remembered, or gives a figure's rows or the stories behind a mark.

    The first two arguments of a measure are the corpus and the filters.
    """
    if "remembered" in map(ast.unparse, node.decorator_list):
        return True
    names = [arg.arg for arg in node.args.args]
    if names[:2] != ["corpus", "chosen"]:
        return False
    is_frame = ast.unparse(node.returns or node) in {"Result", "pd.DataFrame"}
    return node.name == "stories" or (is_frame and len(names) == 2)


MEASURES: Final = sorted(
    f"{module.name.removeprefix('measures.')}.{node.name}"
    for module in MODULES
    for node in module.tree.body
    if isinstance(node, ast.FunctionDef)
    and not node.name.startswith("_")
    and _is_measure(node)
)
SOURCES: Final = sorted(
    {
        name
        for module in MODULES
        for line in re.findall(r"docs/measures\.md, (.*)\.", module.text)
        for name in re.findall(r'"([^"]+)"', line)
    }
)


def function_of(name: str) -> object:
    """What `measures` has under a name of the tables; None where it has nothing."""
    module, _, function = name.rpartition(".")
    try:
        found = importlib.import_module(f"measures.{module}")
    except ModuleNotFoundError:
        return None
    return getattr(found, function, None)


def test_a_function_that_is_named_exists() -> None:
    """Each name of the tables is a function of `measures`, and says what one gets."""
    functions = {name: function_of(name) for name in NAMED}
    wrong = [
        f"docs/measures.md names {name}, which "
        f"{'says not what one gets' if callable(found) else 'is not there'}"
        for name, found in functions.items()
        if not (callable(found) and found.__doc__)
    ]
    assert not wrong, "\n".join(wrong)


def test_a_measure_is_documented() -> None:
    """What pages may call stands in a table of the document."""
    missing = sorted(set(MEASURES) - set(NAMED))
    assert not missing, f"docs/measures.md has no row for {', '.join(missing)}"


def test_a_source_that_is_cited_is_there() -> None:
    """A docstring that points to a row points to one that exists."""
    missing = sorted(set(SOURCES) - {row[0] for row in ROWS})
    assert not missing, f"docs/measures.md has no row {', '.join(missing)}"


def test_the_document_is_found() -> None:
    """The three lists are not empty, so that the tests above say something."""
    assert min(len(NAMED), len(MEASURES), len(SOURCES)) > 15
