"""Servers of one dashboard behind haproxy, as docs/haproxy.cfg has them."""

from __future__ import annotations

import shutil
import socket
import subprocess
from typing import TYPE_CHECKING, Final, Self

from tests.serving import END_S, ROOT, answers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.serving import Server

SETTINGS: Final = ROOT / "docs" / "haproxy.cfg"
WRITTEN: Final = (":8501", ":8502")
"""Where the settings say that the processes listen."""
MISSING: Final = "haproxy is not installed"


def find() -> str | None:
    """The path of haproxy, which may lie where only root looks; None where there is none."""
    return shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")


class Proxy:
    """The proxy on a free port, from `with` to its end.

    Args:
        servers: The two that run, in the order of the settings.
        work: A folder for the settings with their ports in them.
    """

    def __init__(self, servers: Sequence[Server], work: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.servers = servers
        text = SETTINGS.read_text(encoding="utf-8")
        text = _instead(text, "bind :8500", f"bind 127.0.0.1:{port}")
        for written, server in zip(WRITTEN, servers, strict=True):
            text = _instead(text, written, f":{server.port}")
        self._settings = work / "haproxy.cfg"
        self._settings.write_text(text, encoding="utf-8")

    def __enter__(self) -> Self:
        """Start it, and wait until it answers."""
        program = find()
        assert program is not None, MISSING
        self.process = subprocess.Popen(  # noqa: S603 - arguments written here
            [program, "-f", str(self._settings)]
        )
        if not answers(self.url, self.process):
            self.__exit__()
            raise AssertionError(f"{program} does not pass anything on")
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait(END_S)

    def said(self) -> str:
        """The last of what the servers printed so far."""
        return "\n".join(server.said() for server in self.servers)


def _instead(text: str, old: str, new: str) -> str:
    """A text with one part replaced, which stands in it once."""
    assert text.count(old) == 1, f"{old!r} in {SETTINGS.name}"
    return text.replace(old, new)
