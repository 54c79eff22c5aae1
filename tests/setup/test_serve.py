"""Several processes behind one address: the settings of the proxy, and what refuses."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from setup import serve
from tests import hosting

if TYPE_CHECKING:
    from pathlib import Path

needs_haproxy = pytest.mark.skipif(
    not hosting.is_possible(), reason=f"{hosting.MISSING}: apt-get install haproxy"
)


def test_the_settings_are_those_of_the_documentation() -> None:
    """With an address, and a line for each process: its port, and its readers' cookie."""
    written = serve.SETTINGS.read_text(encoding="utf-8").splitlines()
    made = serve.settings("127.0.0.1:8600", [4001, 4002, 4003]).splitlines()
    assert [line.split()[:5] for line in made if line not in written] == [
        ["bind", "127.0.0.1:8600", "#", "with", "a"],
        ["server", "process1", "127.0.0.1:4001", "cookie", "process1"],
        ["server", "process2", "127.0.0.1:4002", "cookie", "process2"],
        ["server", "process3", "127.0.0.1:4003", "cookie", "process3"],
    ]
    assert [line.split()[:2] for line in written if line not in made] == [
        ["bind", ":8500"],
        ["server", "first"],
        ["server", "second"],
    ]


def test_without_haproxy_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a line, before anything is started."""
    monkeypatch.setattr(serve, "find_proxy", lambda: None)
    assert serve.main() == 1
    assert "apt-get install haproxy" in capsys.readouterr().err


@pytest.mark.parametrize("count", ["0", "-1", "two"])
def test_a_number_of_processes_that_is_none_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], count: str
) -> None:
    """In a line, too."""
    monkeypatch.setattr(serve, "find_proxy", lambda: "haproxy")
    monkeypatch.setenv("PROCESSES", count)
    assert serve.main() == 1
    said = f"PROCESSES: expected a whole number from 1, found '{count}'"
    assert said in capsys.readouterr().err


def test_without_a_corpus_nothing_is_started(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The line that says why is that of the loader."""
    monkeypatch.setattr(serve, "find_proxy", lambda: "haproxy")
    monkeypatch.setenv("CONTENT", str(tmp_path / "nowhere"))
    assert serve.main() == 2
    assert "expected a folder of stories, found nothing" in capfd.readouterr().err


@needs_haproxy
def test_all_end_with_it(tmp_path: Path) -> None:
    """No process is left behind, as Ctrl+C or a service manager ends it."""
    with hosting.Hosted(None, tmp_path, tmp_path / "cache", processes=1) as place:
        pids = [place.process.pid, *place.pids().values()]
        assert len(pids) == 2
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    assert "Traceback" not in place.said()


@needs_haproxy
def test_a_process_that_ends_at_once_is_not_started_again(tmp_path: Path) -> None:
    """It says so, and all ends."""
    with hosting.Hosted(None, tmp_path, tmp_path / "cache", processes=1) as place:
        while place.process.poll() is None:
            with suppress(ProcessLookupError):  # it ends by itself at last
                os.kill(place.pids()["process1"], signal.SIGKILL)
            time.sleep(0.2)
        assert place.process.returncode == 1
    assert "process1 ended as soon as it had begun." in place.said()
