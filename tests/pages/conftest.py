"""The corpora that pages are opened on, and how a test opens one."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from pages.parts.source import SHIPPED
from tests.corpora import Story, entry, story, write_corpus
from tests.pages.hostile import hostile_corpus
from tests.pages.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.pages.view import Query

SEED = "2021-09-27-london-is-buying-heaps-of-facial-recognition-tech.md"

ABC = ("a", "b", "c")


class Open(Protocol):
    """Opens pages."""

    def __call__(
        self,
        folder: Path,
        page: str = "overview",
        *,
        alone: bool = False,
        query: Query | None = None,
    ) -> View:
        """The page on the corpus of this folder."""


@pytest.fixture(autouse=True)
def _alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Keep each test from the user's own settings.

    What is loaded stays loaded, unlike in other tests: it does for readers, too.
    """
    cache = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("BROADSHEET_CACHE", str(cache))
    monkeypatch.delenv("BROADSHEET_CONTENT", raising=False)
    monkeypatch.setattr(sys, "argv", ["dashboard.py"])


@pytest.fixture
def visit(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a page on a corpus."""

    def opened(
        folder: Path,
        page: str = "overview",
        *,
        alone: bool = False,
        query: Query | None = None,
    ) -> View:
        monkeypatch.setenv("BROADSHEET_CONTENT", str(folder))
        return View(page, alone=alone, query=query)

    return opened


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The folder of each corpus by what it is, from the shipped one to none at all."""
    root = tmp_path_factory.mktemp("corpora")
    (root / "empty").mkdir()
    (root / "the seed story alone/_news").mkdir(parents=True)
    shutil.copy(SHIPPED / "_news" / SEED, root / "the seed story alone/_news")
    write_corpus(root / "one story", [story("a")])
    write_corpus(root / "without times", [_linked(n, published_at=None) for n in ABC])
    write_corpus(root / "without providers", [_linked(n, provider=None) for n in ABC])
    write_corpus(root / "without topics", [_linked(n) for n in ABC])
    write_corpus(
        root / "with one provider",
        [story(n, topics=("AI", "Chips")[: 1 + i]) for i, n in enumerate("ab")],
    )
    write_corpus(root / "without anything", [_bare()])
    hostile_corpus(root / "hostile")
    return {"shipped": SHIPPED} | {path.name: path for path in root.iterdir()}


def _linked(name: str, **facts: Any) -> Story:  # noqa: ANN401 - as `story` takes them
    """A story that has one of the same corpus and one unknown in its list."""
    others = [other for other in ABC if other > name]
    return story(name, related=[*others[:1], entry("x", **facts)], **facts)


def _bare() -> Story:
    """A story of which its category is known and no more."""
    return Story("a", {"category": "news"})
