"""From a folder of stories to a `Corpus` of frames.

`load(path)` reads a folder; `Corpus` is what it gives; `ContentError` is raised where
there is no corpus at all. They are imported when they are first asked for, so that the
processes that only parse files start without pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from loaders.corpus import ContentError, Corpus
    from loaders.loading import load

__all__ = ["ContentError", "Corpus", "load"]

_homes = {
    "ContentError": "loaders.corpus",
    "Corpus": "loaders.corpus",
    "load": "loaders.loading",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's names have many types
    """Import the module of a public name when the name is first used."""
    if name not in _homes:
        message = f"module loaders has no {name}; it has: {', '.join(__all__)}"
        raise AttributeError(message)
    return getattr(import_module(_homes[name]), name)
