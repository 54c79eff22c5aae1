"""What is saved is written after the page, and asks nothing of the session.

Streamlit calls what a download button was given when it is clicked: later, in another
thread, and without a session. There the address is empty and says nothing of it. So one
module writes all files, from values that were taken while the page ran.
"""

from __future__ import annotations

import ast
from typing import Final

import pytest

from tests.guards.modules import Module, modules

EXPORTER: Final = "pages.parts.export"
SESSION: Final = {
    "st",
    "streamlit",
    "state",
    "session_state",
    "query_params",
    "context",
}
"""Names by which a module reaches the run, the session or the address."""


def found(module: Module) -> list[str]:
    """What in a module could write a file without the exporter, or from a session."""
    if module.name == EXPORTER:
        return [
            f"{module.path}:{function.lineno}: {function.name} is called without a session"
            for function in module.tree.body
            if isinstance(function, ast.FunctionDef) and function.name != "button"
            for node in ast.walk(function)
            if name_of(node) in SESSION
        ]
    names = {alias for _, name, alias in imported(module) if name == EXPORTER}
    wrong = []
    for call, name in module.calls():
        place = f"{module.path}:{call.lineno}"
        if name.endswith("download_button"):
            wrong.append(f"{place}: {EXPORTER} alone saves files")
        if names and name == "partial" and owner(call.args[0]) not in names:
            wrong.append(f"{place}: only what {EXPORTER} has is called later")
        if name in {f"{alias}.button" for alias in names} and not is_held(call, module):
            wrong.append(f"{place}: give it a partial, which holds all that it needs")
    return wrong


def name_of(node: ast.AST) -> str:
    """What a name or an attribute is called."""
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def owner(function: ast.expr) -> str:
    """The module that a function is taken from: `export` of `export.csv`."""
    return name_of(function.value) if isinstance(function, ast.Attribute) else ""


def imported(module: Module) -> list[tuple[int, str, str]]:
    """Each module that is imported from another: its line, its name, and its alias."""
    return [
        (node.lineno, f"{node.module}.{alias.name}", alias.asname or alias.name)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]


def is_held(call: ast.Call, module: Module) -> bool:
    """Whether the first argument is a partial: there, by a name, or of a function."""
    given = call.args[0]
    if isinstance(given, ast.Name):
        return any(
            is_partial(node.value)
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Assign) and name_of(node.targets[0]) == given.id
        )
    if isinstance(given, ast.Call) and not is_partial(given):
        return any(
            ast.unparse(node.returns or node) == "partial[str]"
            for node in module.tree.body
            if isinstance(node, ast.FunctionDef) and node.name == name_of(given.func)
        )
    return is_partial(given)


def is_partial(node: ast.expr) -> bool:
    """Whether this makes a partial."""
    return isinstance(node, ast.Call) and name_of(node.func) == "partial"


HEAD: Final = "from pages.parts import export\n"


@pytest.mark.parametrize(
    "text",
    [
        "st.download_button('CSV', write)",
        "place.download_button('CSV', data)",
        f"{HEAD}export.button(lambda: export.csv(corpus, state.mark()), 3, STORY)",
        f"{HEAD}export.button(write, 3, STORY)",
        f"{HEAD}write = partial(_csv, corpus)\nexport.button(write, 3, STORY)",
        f"{HEAD}export.button(partial(lambda: state.mark()), 3, STORY)",
        f"{HEAD}def _w() -> str: pass\nexport.button(_w(), 3, STORY)",
        "from pages.parts import export as e\ne.button(write, 3, STORY)",
    ],
)
def test_what_would_ask_the_session_is_seen(text: str) -> None:
    """Each of these would be reported."""
    assert found(Module("pages/parts/x.py", text))


@pytest.mark.parametrize(
    "text",
    [
        "def text(table):\n    return st.query_params['q']",
        "def saved(write):\n    return state.mark('figure')",
        "def asked(corpus):\n    return streamlit.session_state.get('key')",
    ],
)
def test_an_exporter_that_would_ask_is_seen(text: str) -> None:
    """In whatever function but that of the button, which runs with the page."""
    assert found(Module("pages/parts/export.py", text))


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}export.button(partial(export.csv, corpus, positions), 3, STORY)",
        f"{HEAD}write = partial(export.text, table)\nexport.button(write, 3, STORY)",
        f"{HEAD}def _w() -> partial[str]: pass\nexport.button(_w(), 3, STORY)",
        "from functools import partial\nst.button('x', on_click=partial(turn, 1))",
    ],
)
def test_what_holds_its_values_passes(text: str) -> None:
    """None of these is reported."""
    assert found(Module("pages/parts/x.py", text)) == []


def test_nothing_that_is_saved_asks_the_session() -> None:
    """Of all modules of the program."""
    assert [line for module in modules() for line in found(module)] == []


def test_the_exporter_is_there() -> None:
    """Else the guard would look for nothing."""
    (exporter,) = [module for module in modules() if module.name == EXPORTER]
    assert "download_button" in {
        name.rpartition(".")[2] for _, name in exporter.calls()
    }
