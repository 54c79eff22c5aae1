"""A Streamlit server on this machine, with what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import serving

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Server(serving.Server):
    """A script's server; `work` holds its log, and the indexes of all lie beside it."""

    def __init__(
        self,
        script: str,
        arguments: Sequence[str],
        work: Path,
        *,
        is_plain: bool = False,
    ) -> None:
        cache = work.parent / "cache"
        super().__init__(script, arguments, work, cache, is_plain=is_plain)

    def memory(self) -> float:
        """Megabytes of memory that it has in use."""
        return serving.memory(self.process.pid)
