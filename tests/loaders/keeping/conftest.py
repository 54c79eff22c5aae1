"""A corpus to keep, and what is read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.gathering import crew
from tests.corpora import entry, story, write_corpus
from tests.loaders.keeping.indexes import age

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from loaders.gathering.crew import Progress
    from loaders.gathering.files import File
    from loaders.gathering.rows import Rows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus with everything in it that a frame can hold."""
    folder = write_corpus(
        tmp_path / "paper",
        [
            story(
                "a", related=["b", entry("x", provider=None)], topics=["AI", "Chips"]
            ),
            story("b", provider="B on MSN", domain="msn.com", published=False, heat=-1),
            story(
                "c", url="https://a.example/1", kind="video", quality=None, heat=None
            ),
            story("d", url="https://a.example/1", fields={"odd": 1}),
            story("e", published_at="never", published=None),
        ],
        {"_news/README.md": "# Read me", "_data/topics/ai.yaml": "name: AI"},
    )
    age(folder)
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read."""
    paths: list[str] = []
    read = crew.read

    def noted(files: Sequence[File], *, progress: Progress | None = None) -> Rows:
        paths.extend(file.path for file in files)
        return read(files, progress=progress)

    monkeypatch.setattr(crew, "read", noted)
    return paths
