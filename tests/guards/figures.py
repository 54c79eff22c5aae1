"""Every figure of the program, and what its specification draws."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from typing import TYPE_CHECKING, Any, Final

import pages.charts
from measures.versus.comparison import with_rest
from pages.charts.figure import PICK
from pages.charts.related import cocoverage, story
from pages.charts.versus import comparison, differences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from loaders.corpus import Corpus
    from measures.filters import Filters
    from pages.charts.figure import Figure

    Maker = Callable[[Corpus, Filters], Figure]

NAMED: Final = re.compile(r"datum\.(\w+)|datum\[['\"](.+?)['\"]\]")


def makers() -> Iterator[tuple[str, Maker]]:
    """Each public function that makes a figure of a corpus and filters.

    It is called by its module and its own name, without the folder: `leads.rates`.
    """
    for found in pkgutil.walk_packages(pages.charts.__path__, "pages.charts."):
        module = importlib.import_module(found.name)
        for name, made in inspect.getmembers(module, inspect.isfunction):
            parameters = inspect.signature(made).parameters
            if (
                made.__module__ == module.__name__
                and not name.startswith("_")
                and made.__annotations__.get("return") == "Figure"
                and list(parameters)[:2] == ["corpus", "chosen"]
            ):
                yield f"{found.name.rpartition('.')[2]}.{name}", made


MAKERS: Final = dict(makers())

ASKED_MORE: Final[dict[str, Maker]] = {
    "comparison.over_time": lambda corpus, chosen: comparison.over_time(
        corpus, *with_rest(chosen)
    ),
    "differences.by_provider": lambda corpus, chosen: differences.by_provider(
        corpus, *with_rest(chosen)
    ),
    "differences.by_topic": lambda corpus, chosen: differences.by_topic(
        corpus, *with_rest(chosen), as_count=True
    ),
    "story.strip": lambda corpus, chosen: story.strip(corpus, len(corpus) - 1, chosen),
    "cocoverage.matrix, given": lambda corpus, chosen: cocoverage.matrix(
        corpus, chosen, "given"
    ),
    "cocoverage.matrix, jaccard": lambda corpus, chosen: cocoverage.matrix(
        corpus, chosen, "jaccard"
    ),
}
"""Figures that are asked for something beside the filters."""

ALL: Final = MAKERS | ASKED_MORE


def nodes(spec: object) -> Iterator[Mapping[str, Any]]:
    """Every mapping in a specification, the outermost first."""
    if isinstance(spec, dict):
        yield spec
        for value in spec.values():
            yield from nodes(value)
    elif isinstance(spec, list | tuple):
        for value in spec:
            yield from nodes(value)


def columns_drawn(spec: Mapping[str, Any]) -> set[str]:
    """The columns of the frame that a specification names, in channels and in tests."""
    found: set[str] = set()
    made: set[str] = set()
    for node in nodes(spec):
        if isinstance(node.get("field"), str):
            found.add(node["field"])
        for key in ("test", "filter", "calculate", "expr"):
            if isinstance(node.get(key), str):
                for dotted, quoted in NAMED.findall(node[key]):
                    found.add(dotted or quoted)
        if "calculate" in node:
            made.add(node["as"])
    return found - made


def picked(figure: Figure) -> list[str]:
    """The columns whose values a click on the figure gives; none without a click."""
    for node in nodes(figure.spec):
        if node.get("name") == PICK:
            return list(node["select"]["fields"])
    return []
