"""The corpus that is kept up to date in the tests of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.corpora import story, write_corpus

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of two stories."""
    return write_corpus(tmp_path / "paper", [story("a"), story("b")])
