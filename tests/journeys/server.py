"""A dashboard that runs on this machine for a while, as `make run` starts it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Final, Self

ROOT: Final = Path(__file__).parents[2]
PATIENCE_S: Final = 60
END_S: Final = 10
MOST_CHARACTERS: Final = 5000


class Server:
    """`streamlit run dashboard.py` on a free port, from `with` to its end.

    Args:
        content: The corpus; the one that ships where None.
        work: A folder for its index and its log.
    """

    def __init__(self, content: Path | None, work: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.content = content
        self.work = work
        self.log = work / "server.log"

    def __enter__(self) -> Self:
        """Start it, and wait until it answers."""
        program = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
        options = ["--server.address=127.0.0.1", f"--server.port={self.port}"]
        chosen = ["--content", str(self.content)] if self.content else []
        ours = {"BROADSHEET_CACHE": str(self.work / "cache")}
        foreign = ("STREAMLIT_", "BROADSHEET_")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(foreign)}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*program, *options, "--", *chosen],
                cwd=ROOT,  # where .streamlit/config.toml is found
                env=kept | ours,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """End the process that was started, by force where asking does not help."""
        self.process.terminate()
        try:
            self.process.wait(END_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def said(self) -> str:
        """The last of what it printed so far."""
        text = self.log.read_text(encoding="utf-8", errors="replace")
        return text[-MOST_CHARACTERS:]

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE_S
        # No proxy of the machine stands between it and itself.
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        while time.monotonic() < end and self.process.poll() is None:
            try:
                direct.open(f"{self.url}/_stcore/health", timeout=5).close()
            except urllib.error.URLError:
                time.sleep(0.05)
            else:
                return
        message = f"the dashboard did not start: {self.said()}"
        raise AssertionError(message)
