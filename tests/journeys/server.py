"""A dashboard that runs on this machine for a while, as `make run` starts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import serving

if TYPE_CHECKING:
    from pathlib import Path


class Server(serving.Server):
    """The dashboard on a free port, from `with` to its end.

    Args:
        content: The corpus; the one that ships where None.
        work: A folder for its index and its log.
    """

    def __init__(self, content: Path | None, work: Path) -> None:
        chosen = ["--content", str(content)] if content else []
        super().__init__("dashboard.py", chosen, work, work / "cache")
