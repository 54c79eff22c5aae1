"""What changes on disk shows on the pages that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.corpora import story, write_corpus, write_story
from tests.journeys import recipes
from tests.journeys.reader import PATIENCE_MS

if TYPE_CHECKING:
    import pytest

    from tests.journeys.conftest import Serve, Visit


def test_an_open_page_follows_the_files(
    visit: Visit, serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Added, edited and removed stories show without a reload; the filters stay."""
    folder = tmp_path_factory.mktemp("live") / "paper"
    write_corpus(folder, [story("a", title="First"), story("b", kind="video")])
    reader = visit(serve(folder))
    reader.open("/stories?type=article")
    reader.page.evaluate("window.stayed = true")
    shown = reader.page.get_by_test_id("stMain")

    def becomes(text: str) -> None:
        expect(shown).to_contain_text(text, timeout=PATIENCE_MS)
        reader.idle()

    becomes("Rows 1 to 1 of 1.")
    write_story(folder / "_news", story("c", title="Second"))
    becomes("Rows 1 to 2 of 2.")
    write_story(folder / "_news", story("c", title="Third", provider="Newcomer"))
    becomes("3 stories from 2 providers")
    cells = {cell for row in recipes.rows(reader, "stories-") for cell in row}
    assert {"First", "Third", "Newcomer"} <= cells
    (folder / "_news/a.md").unlink()
    becomes("2 stories from 2 providers")
    assert reader.query() == {"type": ["article"]}
    assert reader.page.evaluate("window.stayed")


def test_a_folder_that_goes_away_is_said(
    visit: Visit, serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A page that is open when the last story goes says so, and shows the next one."""
    folder = tmp_path_factory.mktemp("gone") / "paper"
    write_corpus(folder, [story("a")])
    reader = visit(serve(folder))
    reader.open("/stories")
    (folder / "_news/a.md").unlink()
    shown = reader.page.get_by_test_id("stMain")
    expect(shown).to_contain_text("expected stories", timeout=PATIENCE_MS)
    reader.idle()
    write_story(folder / "_news", story("b", title="Back again"))
    expect(shown).to_contain_text("Rows 1 to 1 of 1.", timeout=PATIENCE_MS)
    reader.idle()
