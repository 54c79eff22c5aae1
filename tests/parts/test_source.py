"""The corpus is the one that is asked for: by argument, by environment, or what ships."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import pytest

from pages.parts import source

CHOSEN: Final = [
    ([], None, source.SHIPPED),
    ([], "", source.SHIPPED),
    (["--content", ""], None, source.SHIPPED),
    (["--other", "x"], None, source.SHIPPED),
    ([], "from/env", Path("from/env")),
    (["--content", "from/argument"], None, Path("from/argument")),
    (["--content=from/argument"], "from/env", Path("from/argument")),
    (["--content", "one", "--content", "two"], None, Path("two")),
    (["-q", "--content", "a b", "rest"], None, Path("a b")),
    (["--content", "~/news"], None, Path("~/news").expanduser()),
    ([], "~/news", Path("~/news").expanduser()),
    ([], "s3://bucket/news", "s3://bucket/news"),
    (["--content", "zip:///news.zip"], "from/env", "zip:///news.zip"),
]


@pytest.mark.parametrize(("arguments", "environment", "expected"), CHOSEN)
def test_the_folder_is_the_one_asked_for(
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: str | None,
    expected: Path | str,
) -> None:
    """The argument wins over the environment; what is not ours is passed over."""
    monkeypatch.setattr(sys, "argv", ["dashboard.py", *arguments])
    if environment is not None:
        monkeypatch.setenv("BROADSHEET_CONTENT", environment)
    assert source.folder() == expected


def test_the_index_can_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the folder, in any order."""
    assert source.use_index()
    for arguments in (["--no-index"], ["--no-index", "--content", "news"]):
        monkeypatch.setattr(sys, "argv", ["dashboard.py", *arguments])
        assert not source.use_index()


def test_what_ships_lies_beside_the_program() -> None:
    """The folder `content` of the repository."""
    assert Path(__file__).parents[2] / "content" == source.SHIPPED
