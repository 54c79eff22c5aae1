"""YAML by the Rust parser `ryaml`, for the files on which it cannot differ from PyYAML.

It is five times faster, and follows YAML 1.2 where PyYAML follows 1.1: `yes` and `010`
mean other things there, it merges nothing, and leaves times as text. So it reads only
texts without anything of the kind; what it refuses and what is in doubt goes to
`yaml_reference`, which alone decides that something is wrong. Without `ryaml` all does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

try:
    import ryaml
except ImportError:  # there is no wheel for this machine
    _loads = None
    _refusals: tuple[type[Exception], ...] = ()
else:
    _loads = ryaml.loads
    _refusals = (ryaml.InvalidYamlError, ValueError, OverflowError)

MOST_BRACKETS: Final = 40
"""With very many, open ones inside one another, the parser takes minutes."""

# Whole numbers that begin with 0 are octal for one of the two only.
_zero = re.compile(r"""0[0-9_oO](?:(?<=\s0.)|(?<=\s[+-]0.)|(?<=["']:0.))""")
# Anchors, aliases and tags at the start of a value; an HTML entity is none. One pattern
# for each mark, as a search for one letter takes a tenth of that for one of three.
_marks = tuple(
    re.compile(rf"{mark}(?<![^\s\[{{,:\ufeff]{mark})(?!\s|&?#?\w+;)")
    for mark in ("&", r"\*", "!")
)
# Plain text that YAML 1.1 takes for something else: yes, 1_000, 12:30, 2021-01-02, =.
_starts = frozenset("yYnNoO=<-+.0123456789")
_resolved = re.compile(
    r"[yY]es|YES|[nN]o|NO|[oO]n|ON|[oO]ff|OFF|=|<<|[-+.0-9][-+.:_0-9a-fA-FxTtZzinIN \t]*"
)


def read(text: str) -> dict[Any, Any] | None:
    """The mapping that a text says; None where that is better left to the reference."""
    if _loads is None or _is_odd(text):
        return None
    try:
        values = _loads(text)
    except _refusals:
        return None
    return values if isinstance(values, dict) else None


def is_there() -> bool:
    """Whether `ryaml` is installed."""
    return _loads is not None


def is_doubtful(values: Iterable[object]) -> bool:
    """Whether one of some values that were read may be another one for PyYAML.

    Whole numbers and fractions always may; lists and mappings are never asked for more
    than their length.
    """
    for value in values:
        if isinstance(value, str):
            if value[:1] in _starts and _resolved.fullmatch(value, 0, 40) is not None:
                return True
        elif value is not None and not isinstance(value, (bool, list, dict)):
            return True
    return False


def _is_odd(text: str) -> bool:
    """Whether a text holds what the two parsers take differently."""
    return (
        "<<" in text
        or text.count("[") + text.count("{") > MOST_BRACKETS
        or _zero.search(text) is not None
        or any(mark.search(text) for mark in _marks)
    )
