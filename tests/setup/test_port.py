"""Whether one can listen at a port, before anything is started there."""

from __future__ import annotations

import socket

import pytest

from setup import port


@pytest.mark.parametrize("asked", ["taken", "none", "70000", "0", "-1"])
def test_a_port_that_cannot_be_used_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    """In a line."""
    with socket.create_server((port.HERE, 0)) as taken:
        number = str(taken.getsockname()[1]) if asked == "taken" else asked
        monkeypatch.setenv("PORT", number)
        monkeypatch.setenv("ADDRESS", port.HERE)
        assert port.main() == 1
    said = f"Port {number} is taken, or is none to use. Try another one: PORT=8600\n"
    assert capsys.readouterr().err == said


def test_a_free_port_is_taken_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And an address that is none of this machine is refused."""
    monkeypatch.setenv("PORT", str(port.free(1)[0]))
    monkeypatch.setenv("ADDRESS", port.HERE)
    assert port.main() == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("ADDRESS", "192.0.2.1")
    assert port.main() == 1


def test_free_ports_are_not_the_same() -> None:
    """Each process gets one of its own."""
    assert port.free(0) == []
    assert len(set(port.free(20))) == 20
