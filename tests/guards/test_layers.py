"""Imports point one way: loaders, measures, charts, parts, pages, dashboard, server."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Final

import pytest

from tests.guards.modules import Module, below, modules

OWN: Final = {"dashboard", "loaders", "measures", "pages", "server", "tests"}


@dataclass(frozen=True)
class Layer:
    """What the modules of one layer may import, beside the standard library."""

    own: set[str]
    others: set[str]


LAYERS: Final = {
    "loaders": Layer(
        {"loaders"},
        {"fsspec", "numpy", "pandas", "platformdirs", "pyarrow", "ryaml", "yaml"}
        | {"watchdog"},
    ),
    "measures": Layer(
        {"loaders", "measures"}, {"cachetools", "numpy", "pandas", "pyarrow"}
    ),
    "pages.charts": Layer(
        {"loaders", "measures", "pages.charts"}, {"altair", "numpy", "pandas"}
    ),
    "pages.parts": Layer(
        {"loaders", "measures", "pages.charts", "pages.parts"},
        {"numpy", "pandas", "pyarrow", "streamlit"},
    ),
    "pages": Layer(
        {"loaders", "measures", "pages.charts", "pages.parts"}, {"pandas", "streamlit"}
    ),
    "dashboard": Layer({"pages.parts"}, {"streamlit"}),
    "server": Layer({"pages.parts"}, {"starlette", "streamlit"}),
}

GROUPED: Final = ("measures", "pages.charts")
"""Layers whose folders each answer one question, and whose root they all stand on."""
ABOVE: Final = {"measures.totals", "pages.charts.brief"}
"""Modules in the root of such a layer that stand on its folders."""

MOST_MODULES: Final = 20

FILES: Final = {
    "glob",
    "io",
    "os",
    "pathlib",
    "pyarrow.csv",
    "pyarrow.dataset",
    "pyarrow.feather",
    "pyarrow.fs",
    "pyarrow.parquet",
    "shutil",
    "socket",
    "subprocess",
    "tempfile",
    "urllib.request",
}
READERS: Final = ("open", "loaders.load", "load", "pd.read_", "pa.memory_map")

COMPUTING: Final = {"groupby", "merge", "pivot_table", "resample", "rolling", "apply"}
AGGREGATING: Final = {
    "transform_aggregate",
    "transform_bin",
    "transform_density",
    "transform_joinaggregate",
    "transform_regression",
    "transform_timeunit",
    "transform_window",
}


def layer_of(module: Module) -> tuple[str, Layer]:
    """The innermost layer that a module lies in."""
    name = max((name for name in LAYERS if below(module.name, {name})), key=len)
    return name, LAYERS[name]


def in_layers(*names: str) -> list[Module]:
    """The modules whose innermost layer is one of these."""
    return [module for module in modules() if layer_of(module)[0] in names]


def may_import(layer: Layer, name: str) -> bool:
    """Whether a module of this layer may import what has this name."""
    first = name.split(".", maxsplit=1)[0]
    if first in OWN:
        # `from pages import parts` is `pages.parts`; bare `pages` says nothing.
        return below(name, layer.own)
    return first in sys.stdlib_module_names or below(name, layer.others)


@pytest.mark.parametrize(
    ("name", "imported"),
    [
        ("loaders", "streamlit"),
        ("loaders", "measures.filters.Filters"),
        ("measures", "altair"),
        ("measures", "pages.parts.page"),
        ("pages.charts", "streamlit"),
        ("pages.charts", "pages.parts.figure"),
        ("pages", "pages.providers"),
        ("dashboard", "measures.filters"),
    ],
)
def test_the_table_refuses_what_points_the_wrong_way(name: str, imported: str) -> None:
    """The rules themselves refuse the imports that they are there for."""
    assert not may_import(LAYERS[name], imported)


def test_imports_point_backwards() -> None:
    """A module imports only from its own layer and those before it."""
    wrong = [
        f"{module.path}:{line}: {layer_of(module)[0]} must not import {imported}"
        for module in modules()
        for line, imported in module.imports()
        if not may_import(layer_of(module)[1], imported)
    ]
    assert not wrong, "\n".join(wrong)


def group_of(name: str, layer: str) -> str:
    """The folder of a layer that a module lies in; the layer itself for its root."""
    folders = {
        module.name
        for module in modules()
        if module.path.endswith("/__init__.py") and below(module.name, {layer})
    }
    return max((each for each in folders | ABOVE if below(name, {each})), key=len)


@pytest.mark.parametrize("layer", GROUPED)
def test_folders_import_one_another_one_way(layer: str) -> None:
    """No two folders of a layer need each other, and its root needs none of them."""
    arrows: dict[str, set[str]] = {}
    for module in in_layers(layer):
        group = group_of(module.name, layer)
        for _, name in module.imports():
            if below(name, {layer}) and group_of(name, layer) != group:
                arrows.setdefault(group, set()).add(group_of(name, layer))
    assert len(arrows) > 2
    TopologicalSorter(arrows).prepare()  # raises CycleError, which names the circle


def test_a_folder_is_seen_at_a_glance() -> None:
    """A folder with more modules than this has several subjects in it."""
    held = Counter(
        module.path.rpartition("/")[0]
        for module in modules()
        if not module.path.endswith("/__init__.py")
    )
    assert {folder for folder in held if held[folder] > MOST_MODULES} == set()


def test_measures_and_charts_touch_no_files() -> None:
    """What is measured and drawn comes from frames alone, never from a file."""
    inner = in_layers("measures", "pages.charts")
    wrong = [
        f"{module.path}:{line}: imports {name}"
        for module in inner
        for line, name in module.imports()
        if below(name, FILES)
    ] + [
        f"{module.path}:{call.lineno}: calls {name}"
        for module in inner
        for call, name in module.calls()
        if name in READERS or name.startswith("pd.read_")
    ]
    assert not wrong, "\n".join(wrong)


def test_nothing_is_computed_above_the_measures() -> None:
    """Pages compose and charts draw; every number comes from a tested measure."""
    wrong = [
        f"{module.path}:{call.lineno}: {name} belongs into measures/"
        for module in in_layers("pages", "pages.charts", "pages.parts", "dashboard")
        for call, name in module.calls()
        if name.rpartition(".")[2] in COMPUTING | AGGREGATING
    ]
    assert not wrong, "\n".join(wrong)


def test_the_dashboard_does_no_arithmetic() -> None:
    """dashboard.py lists pages and runs one: it adds, counts and compares nothing."""
    module = modules()[0]
    wrong = [
        f"{module.path}:{node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.BinOp | ast.AugAssign | ast.Compare)
        and not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr))
    ]
    assert not wrong, "\n".join(wrong)
