"""Linked stories are related: nothing that a reader sees says that they are the same.

A related list holds guides, previews and later developments as well, so no text says of
its stories that somebody had, broke or missed the news of another.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Final

import pytest

from tests.guards.modules import ROOT, Module, below, modules

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAIM: Final = re.compile(
    r"\bsame (news|event)\b|\bscoop|\bbroke\b|\bbroken by\b|\bbreakers?\b"
    r"|\b(nobody|somebody|who) else\b|\bhad it\b|\bran it\b|\bruns? the same\b"
    r"|\bwidely run\b|\bwas run by\b|\bdid not run\b",
    re.IGNORECASE,
)
KEY: Final = re.compile(r"[a-z][a-z0-9_.\-]*")
"""Names in addresses and of columns, which nobody reads as a sentence."""
DOCUMENTS: Final = ("README.md", "docs/measures.md", "content/README.md")
CODE: Final = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and text of each literal, documentation left out."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
        yield from texts(node)


def claims(module: Module) -> list[str]:
    """The texts of a module that say more of linked stories than that they are related."""
    return [
        f"{module.path}:{line}: {text}"
        for line, text in texts(module.tree)
        if CLAIM.search(text) and not KEY.fullmatch(text)
    ]


def seen() -> list[Module]:
    """The modules whose texts reach a screen: a measure says what it left out, and why."""
    return [module for module in modules() if below(module.name, {"pages", "measures"})]


def test_claims_are_found_and_keys_are_not() -> None:
    """In words, between values and in templates; not in documentation, nor in names."""
    text = (
        '"""Who broke what."""\n'
        'a = "Broken by"\n'
        'b = f"{name} had it {hours} earlier"\n'
        'c = {"kind": "Other reports of the same news"}\n'
        'd = "scoops"\n'
        "def f():\n"
        '    """Nobody else."""\n'
        '    return "Nobody else linked it"\n'
        'e = "A related story ran before"\n'
    )
    lines = [claim.split(":")[1] for claim in claims(Module("x.py", text))]
    assert lines == ["2", "3", "4", "8"]


def test_no_text_says_that_linked_stories_are_the_same() -> None:
    """They are related; who was earlier ran a related story before."""
    assert [claim for module in seen() for claim in claims(module)] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_says_that_linked_stories_are_the_same(name: str) -> None:
    """What describes the pages has their words; names of functions stay as they are."""
    text = CODE.sub("", (ROOT / name).read_text(encoding="utf-8"))
    assert [line for line in text.splitlines() if CLAIM.search(line)] == []
