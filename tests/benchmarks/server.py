"""A Streamlit server on this machine, with what it costs."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Final

from tests import serving

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

KB_PER_MB: Final = 1024


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
        said = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self.process.pid)],
            capture_output=True,
            check=True,
            text=True,
        )
        return int(said.stdout) / KB_PER_MB
