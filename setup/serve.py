"""Serve one dashboard by several processes behind haproxy, for dozens of readers at once.

`make serve` runs it. A process that ends is started again; its readers go on with another
meanwhile. All of them end with this one.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from setup import port

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).resolve().parents[1]
SETTINGS: Final = ROOT / "docs" / "haproxy.cfg"
ROUND_S: Final = 0.5
"""Between two looks at whether all still run."""
SOON_S: Final = 5.0
"""A process that ends within this is not started again: it would end again."""
END_S: Final = 10.0


def main() -> int:
    """Serve until told to end; 1 where that cannot go on, 2 where there is no corpus."""
    bind = f"{os.environ.get('ADDRESS', port.HERE)}:{os.environ.get('PORT', '8501')}"
    count = os.environ.get("PROCESSES") or str(os.cpu_count() or 1)
    content = _content()
    proxy = find_proxy()
    if proxy is None:
        return _give_up(
            "haproxy is not installed (apt-get install haproxy, brew install haproxy). "
            "`make run` serves by one process, without it."
        )
    if not count.isdecimal() or not int(count):
        return _give_up(f"PROCESSES: expected a whole number from 1, found {count!r}")
    # Else each process would read all files by itself, at its first reader.
    indexed = subprocess.run(  # noqa: S603 - arguments written here
        [sys.executable, "-m", "loaders", "index", content], cwd=ROOT, check=False
    )
    if indexed.returncode not in {0, 1}:  # 1: no index can be kept
        return indexed.returncode
    ports = port.free(int(count))
    processes = [Process(name(n), one, content) for n, one in enumerate(ports)]
    return _serve(proxy, bind, processes)


def _serve(proxy: str, bind: str, processes: Sequence[Process]) -> int:
    """Start all, and wait; whatever ends this ends them, too."""
    with ExitStack() as stack:
        for process in processes:
            process.start()
            stack.callback(process.end)
        if not all(process.answers() for process in processes):
            return _give_up("A process ended as soon as it had begun.")
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        written = folder / "haproxy.cfg"
        ports = [process.port for process in processes]
        written.write_text(settings(bind, ports), encoding="utf-8")
        passing = subprocess.Popen([proxy, "-f", str(written)])  # noqa: S603
        stack.callback(passing.wait)
        stack.callback(passing.terminate)
        print(f"Broadsheet is at http://{bind}", flush=True)
        return _watch(processes, passing)


@dataclass
class Process:
    """One process of the dashboard, which can be started again."""

    name: str
    """As the cookie of its readers has it."""
    port: int
    content: str
    began_at: float = 0.0
    running: subprocess.Popen[bytes] = field(init=False)

    def start(self) -> None:
        """Run it, and say so."""
        self.began_at = time.monotonic()
        at = ("--server.address", port.HERE, "--server.port", str(self.port))
        self.running = subprocess.Popen(  # noqa: S603 - arguments written here
            [
                *(sys.executable, "-m", "setup.run", *at),
                *("--", "--content", self.content),
            ],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,  # it would name an address that is for the proxy
        )
        print(f"{self.name}: port {self.port}, pid {self.running.pid}", flush=True)

    def answers(self) -> bool:
        """Wait until it takes connections; False where it ends instead."""
        while self.running.poll() is None:
            try:
                socket.create_connection((port.HERE, self.port)).close()
            except OSError:
                time.sleep(0.05)
            else:
                return True
        return False

    def end(self) -> None:
        """End it, by force where asking does not help."""
        self.running.terminate()
        try:
            self.running.wait(END_S)
        except subprocess.TimeoutExpired:
            self.running.kill()
            self.running.wait()


def _watch(processes: Sequence[Process], proxy: subprocess.Popen[bytes]) -> int:
    """Start again what ends, as long as that makes sense."""
    while proxy.poll() is None:
        for process in processes:
            if process.running.poll() is None:
                continue
            if time.monotonic() - process.began_at < SOON_S:
                return _give_up(f"{process.name} ended as soon as it had begun.")
            process.start()
        time.sleep(ROUND_S)
    return _give_up("haproxy has ended.")


def name(number: int) -> str:
    """What a process is called, counted from 0."""
    return f"process{number + 1}"


def settings(bind: str, ports: Sequence[int]) -> str:
    """docs/haproxy.cfg for this address, and for processes at these ports."""
    lines = SETTINGS.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("  server ")]
    servers = [
        f"  server {name(n)} {port.HERE}:{one} cookie {name(n)}"
        for n, one in enumerate(ports)
    ]
    return "\n".join([*kept, *servers, ""]).replace("bind :8500", f"bind {bind}")


def find_proxy() -> str | None:
    """The path of haproxy, which may lie where only root looks; None where there is none."""
    return shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")


def _content() -> str:
    """The corpus: CONTENT, else BROADSHEET_CONTENT, else what ships."""
    chosen = os.environ.get("CONTENT") or os.environ.get("BROADSHEET_CONTENT")
    if chosen and "://" in chosen:
        return chosen
    return str(Path(chosen).expanduser().resolve() if chosen else ROOT / "content")


def _give_up(why: str) -> int:
    print(why, file=sys.stderr)
    return 1


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code = main()
    except KeyboardInterrupt:
        code = 0
    sys.exit(code)
