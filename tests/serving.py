"""A Streamlit server on this machine, from `with` to its end."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parents[1]
PATIENCE_S: Final = 60
END_S: Final = 10
KB_PER_MB: Final = 1024
MOST_CHARACTERS: Final = 5000


class Dashboard(Protocol):
    """What a reader visits: one server, or several behind a proxy."""

    url: str

    def said(self) -> str:
        """The last of what it printed so far."""


class Server:
    """`streamlit run` of a script on a free port, with nobody else's settings.

    Args:
        script: The script, under the root of the repository.
        arguments: What the script itself is told.
        work: A folder for its log.
        cache: Where indexes are kept.
        is_plain: Run it with the settings that Streamlit comes with, not with those of
            the dashboard.
    """

    def __init__(
        self,
        script: str,
        arguments: Sequence[str],
        work: Path,
        cache: Path,
        *,
        is_plain: bool = False,
    ) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        work.mkdir(parents=True, exist_ok=True)
        self.work = work
        self.log = work / "server.log"
        self._command = [
            *(sys.executable, "-m", "streamlit", "run", str(ROOT / script)),
            *("--server.address=127.0.0.1", f"--server.port={self.port}"),
            *(["--server.headless=true"] if is_plain else []),
            *("--", *arguments),
        ]
        self._cache = cache
        self._variables: dict[str, str] = {}
        # Where .streamlit/config.toml is found.
        self._folder = work if is_plain else ROOT

    def __enter__(self) -> Self:
        """Start it, and wait until it answers."""
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(  # noqa: S603 - arguments written here
                self._command,
                cwd=self._folder,
                env=environment(self._cache) | self._variables,
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
        if not answers(self.url, self.process):
            raise AssertionError(f"{self._command} did not start: {self.said()}")


def answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    """Whether a dashboard answers at this address, before the process ends, in time."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end and process.poll() is None:
        try:
            direct().open(f"{url}/_stcore/health", timeout=5).close()
        except urllib.error.URLError:
            time.sleep(0.05)
        else:
            return True
    return False


def memory(pid: int) -> float:
    """Megabytes of memory that a process has in use."""
    asked = ["ps", "-o", "rss=", "-p", str(pid)]
    said = subprocess.run(asked, capture_output=True, check=True, text=True)  # noqa: S603
    return int(said.stdout) / KB_PER_MB


def direct() -> urllib.request.OpenerDirector:
    """What opens addresses of this machine: none of its proxies stands in between."""
    return urllib.request.build_opener(urllib.request.ProxyHandler({}))


def environment(cache: Path) -> dict[str, str]:
    """The variables of this process without settings of ours, and with this index."""
    foreign = ("STREAMLIT_", "BROADSHEET_")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(foreign)}
    return kept | {"BROADSHEET_CACHE": str(cache)}
