"""The dashboard is ready for its first reader before one comes."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests import serving
from tests.corpora import story, write_corpus
from tests.waiting import until

if TYPE_CHECKING:
    from pathlib import Path


class Started(serving.Server):
    """The dashboard as `make run` starts it, which nobody visits."""

    def __init__(self, content: Path, work: Path) -> None:
        super().__init__("setup/run.py", [], work, work / "cache")
        self._command = [
            *(sys.executable, "-m", "setup.run"),
            *("--server.address", "127.0.0.1", "--server.port", str(self.port)),
            *("--", "--content", str(content)),
        ]


def test_the_corpus_is_loaded_before_anybody_comes(tmp_path: Path) -> None:
    """The one that was asked for: its index is there, though no page was opened."""
    folder = write_corpus(tmp_path / "paper", [story("a"), story("b")])
    with Started(folder, tmp_path) as place:
        until(lambda: bool(list((tmp_path / "cache").glob("*.zip"))))
    assert "Traceback" not in place.said()


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_without_a_corpus_it_waits_for_one(tmp_path: Path, name: str) -> None:
    """Each page will say what is wrong; the server stands."""
    (tmp_path / "empty").mkdir()
    with Started(tmp_path / name, tmp_path) as place:
        time.sleep(2)
        assert place.process.poll() is None
    assert "Traceback" not in place.said()
