"""The program's own modules as syntax trees, for the guards to walk over."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[2]
PARTS: Final = ("loaders", "measures", "pages")


@dataclass(frozen=True)
class Module:
    """One file of Python: its path from the root, and its text."""

    path: str
    text: str

    @property
    def name(self) -> str:
        """How it is imported: `pages.parts.escape`."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @cached_property
    def tree(self) -> ast.Module:
        """What the text says."""
        return ast.parse(self.text, self.path)

    def imports(self) -> Iterator[tuple[int, str]]:
        """The line and full name of all that is imported, for types alone too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    yield node.lineno, f"{node.module}.{alias.name}"

    def calls(self) -> Iterator[tuple[ast.Call, str]]:
        """Each call with the name that is called: `st.markdown`, or `read_csv`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield node, ast.unparse(node.func)


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the program, those of the root first, then by their paths."""
    paths = [path for part in PARTS for path in sorted((ROOT / part).rglob("*.py"))]
    entries = [ROOT / "dashboard.py", ROOT / "server.py"]
    return tuple(
        Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in [*entries, *paths]
    )


def below(name: str, roots: frozenset[str] | set[str]) -> bool:
    """Whether a dotted name is one of these, or lies inside one of them."""
    return any(name == root or name.startswith(f"{root}.") for root in roots)
