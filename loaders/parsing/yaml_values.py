"""The values that PyYAML makes of a text, so that a strange one is not the end of it.

A tag makes anything a number or a time: `!!int`, `!!bool maybe`, `!!timestamp soon`; and
without one, 2021-13-45 has the form of a date. PyYAML raises errors of many kinds at
these. Here such a scalar is the text that it is, and what has not even the form of its
kind is told by its tag.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import yaml

from loaders.wording import Tagged

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_NUMBER: Final = 64
"""Characters of a number; a longer one is text. Some forms of a megabyte take seconds."""

_yaml: Final = "tag:yaml.org,2002:"


class Loader(yaml.CSafeLoader):
    """PyYAML's safe C loader, which keeps the rest of a file with one strange value."""


def _tagged(loader: Loader, node: yaml.Node) -> Tagged:
    """What stands for a value that is not made."""
    del loader
    return Tagged(str(node.tag).replace(_yaml, "!!"))


def _collection(kind: str, form: type[yaml.Node]) -> Callable[[Loader, Any], object]:
    """What makes a list or mapping, of a node of that form."""
    make = yaml.CSafeLoader.yaml_constructors[_yaml + kind]

    def made(loader: Loader, node: Any) -> object:  # noqa: ANN401 - any kind of node
        return make(loader, node) if isinstance(node, form) else _tagged(loader, node)

    return made


def _scalar(kind: str, longest: int | None = None) -> Callable[[Loader, Any], object]:
    """What makes a scalar; one that only looks like its kind is text.

    Args:
        kind: As YAML calls it.
        longest: Characters beyond which it is text in any case.
    """
    make = yaml.CSafeLoader.yaml_constructors.get(_yaml + kind)

    def made(loader: Loader, node: Any) -> object:  # noqa: ANN401 - any kind of node
        if not isinstance(node, yaml.ScalarNode):
            return _tagged(loader, node)
        if make is None or (longest is not None and len(node.value) > longest):
            return loader.construct_scalar(node)
        try:
            return make(loader, node)
        except (ValueError, ArithmeticError, LookupError, AttributeError):
            return loader.construct_scalar(node)

    return made


for _kind in ("null", "bool", "timestamp", "str", "value"):
    Loader.add_constructor(_yaml + _kind, _scalar(_kind))
for _kind in ("int", "float"):
    Loader.add_constructor(_yaml + _kind, _scalar(_kind, LONGEST_NUMBER))
Loader.add_constructor(_yaml + "seq", _collection("seq", yaml.SequenceNode))
Loader.add_constructor(_yaml + "map", _collection("map", yaml.MappingNode))
for _kind in ("binary", "omap", "pairs", "set"):  # no story holds any of these
    Loader.add_constructor(_yaml + _kind, _tagged)
Loader.add_constructor(None, _tagged)
