"""YAML by PyYAML's C parser: the reference for what a file means, and where it is wrong.

Guards stand before it. Nesting is counted on the stream of events, as its composer calls
itself and a deep file would end the process; aliases are counted before they are
followed, as ten lines can stand for a thousand million values.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import yaml

from loaders.parsing.yaml_values import Loader
from loaders.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.problems import Place

# A field, and the beginning of a text without quotes.
_after_text = re.compile(r""":\s+[^\s"'|>].*$""")

DEEPEST = 256
"""Levels of nesting; a story needs six. More than `yaml_fast` takes, which is 128."""
MOST_VALUES = 50_000
"""Values that aliases may stand for in one file, all together."""


class Refused(NamedTuple):
    """Why a text is no YAML that can be read, and its line from 1 where known."""

    expected: str
    found: str
    line: int | None


class Document(NamedTuple):
    """A text that was read: its value, and the nodes that know the lines."""

    value: object
    node: yaml.Node | None
    repeats: tuple[tuple[Place, int], ...] = ()
    """Fields that stand more than once in one mapping, with how often."""

    def line(self, place: Place) -> int | None:
        """The line of the text, from 1, on which a place or what holds it stands."""
        node, line = self.node, None
        for step in (step for step in place if step != ""):
            found = _child(node, step)
            if found is None:
                break
            marked, node = found
            line = marked.start_mark.line + 1
        return line


def read(text: str) -> Document | Refused:
    """What a YAML text says, or why it cannot be read."""
    try:
        return _read(text)
    except yaml.MarkedYAMLError as error:
        return _refused(error, text)
    except yaml.YAMLError as error:
        return Refused("YAML", shown(str(error).splitlines()[0]), None)


def _refused(error: yaml.MarkedYAMLError, text: str) -> Refused:
    """What the parser says; in plain words where a writer's slip is easily told."""
    mark = error.problem_mark or error.context_mark
    said = error.problem or error.context or "something else"
    if mark is not None:
        before = text[text.rfind("\n", 0, mark.index) + 1 : mark.index]
        if "tab character" in said or text[mark.index : mark.index + 1] == "\t":
            said = "a tab where only blanks may indent"
        elif said.startswith("mapping values") and _after_text.search(before):
            said = 'a text with ": " in it, which needs quotes around it'
        elif said == "did not find expected key" and before.rstrip()[-1:] in {"'", '"'}:
            said = "a quotation mark within a quoted text, or one that nothing closes"
        elif said.endswith("end of stream") and "quoted" in (error.context or ""):
            said, mark = "a quotation mark that nothing closes", error.context_mark
    return Refused("YAML", shown(said), mark.line + 1 if mark else None)


def outline(text: str) -> Document | None:
    """Where the fields of a text stand, without their values.

    Args:
        text: One that another parser has read, so that its nesting is bounded.
    """
    loader = _Outliner(text)
    try:
        return Document(None, loader.get_single_node())
    except yaml.YAMLError:
        return None
    finally:
        loader.dispose()


def _read(text: str) -> Document | Refused:
    line = _too_deep(text)
    if line is not None:
        return Refused(f"at most {DEEPEST} levels of nesting", "more", line)
    loader = Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return Document(None, None)
        if _expanded(node, {}) > MOST_VALUES:
            more = "more, aliases followed"
            return Refused(f"at most {MOST_VALUES:,} values", more, None)
        # Before construction, which copies merged fields into the nodes.
        repeats = tuple(_repeats(node, (), set()))
        return Document(loader.construct_document(node), node, repeats)
    finally:
        loader.dispose()


class _Outliner(yaml.CSafeLoader):
    """The same without finding out the kind of each value, which takes half the time."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        """One kind for all."""
        del kind, value, implicit
        return ""


def _too_deep(text: str) -> int | None:
    """The line on which the nesting passes DEEPEST; None where it never does."""
    depth = 0
    for event in yaml.parse(text, Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                mark = event.start_mark
                return mark.line + 1 if mark else 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _expanded(node: yaml.Node, known: dict[int, int]) -> int:
    """The number of values a node stands for, aliases followed; endless ones are too."""
    if isinstance(node, yaml.ScalarNode):
        return 1
    if id(node) not in known:
        known[id(node)] = MOST_VALUES + 1  # until it is known: it may hold itself
        known[id(node)] = 1 + sum(
            _expanded(part, known)
            for item in node.value
            for part in (item if isinstance(item, tuple) else (item,))
        )
    return known[id(node)]


def _child(
    node: yaml.Node | None, step: str | int
) -> tuple[yaml.Node, yaml.Node] | None:
    """The node that marks a step's line, and the node it leads to."""
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return (node.value[step], node.value[step]) if step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        for key, value in reversed(node.value):
            if isinstance(key, yaml.ScalarNode) and key.value == step:
                return key, value
    return None


def _repeats(
    node: yaml.Node | None, place: Place, seen: set[int]
) -> Iterator[tuple[Place, int]]:
    if not isinstance(node, yaml.CollectionNode) or id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for step, item in enumerate(node.value):
            yield from _repeats(item, (*place, step), seen)
        return
    counts: Counter[tuple[str, str]] = Counter()
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode):
            name = str(key.value)
            counts[str(key.tag), name] += 1  # 1 is another key than "1"
            yield from _repeats(value, (*place, name), seen)
    for (_, name), count in counts.items():
        if count > 1 and name != "<<":
            yield (*place, name), count
