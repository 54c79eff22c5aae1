"""Every page says when its figures cannot be renewed, and what is passed over is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders import loading
from loaders.assembly import refusing
from loaders.live import store
from pages.parts.navigation import PAGES
from tests.corpora import story, write_corpus
from tests.pages.view import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd

    from tests.pages.conftest import Open
    from tests.pages.view import View

HOSTILE = "**bold** <b>x</b> [link](https://x.example) $x$ :red[y] /srv/secret/a.md"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Two stories, and files that are none."""
    yield write_corpus(
        tmp_path / "paper",
        [story("a"), story("b")],
        {
            "_news/notes.md": "no front matter",
            "_news/more.md": "nor here",
            "_news/game.md": "---\ncategory: game\n---\n",
            "_news/page.mdx": "x",
        },
    )
    store.clear()


def banners(view: View) -> list[str]:
    """What the warnings of a page say."""
    return [plain(warning.value) for warning in view.at.warning]


def table(view: View, *columns: str) -> pd.DataFrame:
    """The rows of the table with these columns."""
    tables = [view.table(key) for key in view.grids()]
    (found,) = [table for table in tables if list(table) == [*columns]]
    return found


def fail(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Have the next look at the files fail, and look."""

    def broken(_: object) -> None:
        raise RuntimeError(HOSTILE)

    patch.setattr(loading, "scan", broken)
    store.refresh(folder)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_since_when_and_why(
    visit: Open, folder: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    """In one line, in which what was raised stays text; it goes when the cause does."""
    view = visit(folder, page, query={"story": "a"})
    assert banners(view) == []
    with monkeypatch.context() as patch:
        fail(patch, folder)
        view.at.run()
        (said,) = banners(view)
        assert view.faults() == []
    assert said.startswith("Figures of ")
    assert "UTC, not renewed since" in said
    shown = HOSTILE.replace("/srv/secret/", "…/").replace("https://", "…/")
    assert f"RuntimeError: {shown}. It is tried again by itself." in said
    (raw,) = [warning.value for warning in view.at.warning]
    assert "\n" not in raw
    assert "**bold**" not in raw
    assert "<b>" not in raw
    store.refresh(folder)
    view.at.run()
    assert banners(view) == []


def test_health_says_how_new_the_figures_are(
    visit: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As of when; that they are older than the files; and that no index is written."""
    view = visit(folder, "health")
    assert view.says("As new as the files on ")
    with monkeypatch.context() as patch:
        fail(patch, folder)
        view.at.run()
        assert view.says("**Older than the files.** Figures of ")
    store.refresh(folder)
    store._shelf(folder)._renewal.keeper.why = "it broke"
    view.at.run()
    assert view.says("As new as the files on ")
    assert view.says("The next start reads all files anew: it broke.")


def test_health_lists_what_is_passed_over(visit: Open, folder: Path) -> None:
    """Each by its path and reason, and how many for each reason."""
    view = visit(folder, "health")
    assert view.says("4 files are passed over")
    assert table(view, "path", "reason").to_dict("list") == {
        "path": [f"_news/{n}" for n in ("game.md", "more.md", "notes.md", "page.mdx")],
        "reason": [
            'category "game"',
            "no front matter",
            "no front matter",
            "the suffix .mdx instead of .md",
        ],
    }
    counted = table(view, "reason", "file_count")
    assert counted["file_count"].tolist() == [2, 1, 1]
    (folder / "_news/page.mdx").unlink()
    for name in ("game", "more"):
        (folder / f"_news/{name}.md").unlink()
    store.refresh(folder)
    view.at.run()
    assert view.says("1 file is passed over")


def test_where_no_story_can_be_read_the_page_lists_why(
    visit: Open, tmp_path: Path
) -> None:
    """Problems with file and line, and what is passed over."""
    files = {
        "_news/a.md": "---\ncategory: news\ntitle: Flood: what we know\n---\n",
        "_news/b.md": "no front matter",
    }
    view = visit(write_corpus(tmp_path / "broken", [], files))
    (error,) = view.errors()
    assert error.endswith(
        "and none is a story: no front matter (1). " + refusing.ADVICE
    )
    assert view.says("1 problem in 1 file")
    assert view.says("1 file is passed over")
    problems = table(view, "path", "line", "field", "expected", "found")
    assert problems["line"].tolist() == [3]
    assert not view.at.exception


def test_a_first_load_that_fails_is_said(
    visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was raised, since when it is tried, and no trace; then the page opens."""
    folder = write_corpus(tmp_path / "paper", [story("a")])
    with monkeypatch.context() as patch:
        patch.setattr(loading, "scan", lambda _: 1 / 0)
        view = visit(folder)
        said = "paper: cannot be read: ZeroDivisionError: division by zero"
        assert view.errors() == [said]
        assert view.says("Tried again by itself since ")
        assert not view.at.exception
    store.clear()
    view.at.run()
    assert view.faults() == []
