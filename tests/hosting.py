"""Several processes of one dashboard behind haproxy, as `make serve` starts them."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final

from setup import serve
from tests import serving

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MISSING: Final = "haproxy is not installed"
_begun: Final = re.compile(r"^(process\d+): port \d+, pid (\d+)$", re.MULTILINE)


def is_possible() -> bool:
    """Whether haproxy is there."""
    return serve.find_proxy() is not None


class Hosted(serving.Server):
    """The dashboard at the proxy's port, from `with` to its end.

    Args:
        content: The corpus; the one that ships where None.
        work: A folder for the log.
        cache: Where indexes are kept.
        processes: How many there are.
    """

    def __init__(
        self, content: Path | None, work: Path, cache: Path, processes: int = 2
    ) -> None:
        super().__init__("setup/serve.py", [], work, cache)
        self._command = [sys.executable, "-m", "setup.serve"]
        self._variables = {
            "CONTENT": str(content or ""),
            "PORT": str(self.port),
            "PROCESSES": str(processes),
        }

    def pids(self) -> Mapping[str, int]:
        """The processes that were started last, by the names that their cookies have."""
        said = self.log.read_text(encoding="utf-8", errors="replace")
        return {name: int(pid) for name, pid in _begun.findall(said)}

    def memory(self) -> float:
        """Megabytes of memory that all processes have in use together."""
        return sum(map(serving.memory, self.pids().values()))
