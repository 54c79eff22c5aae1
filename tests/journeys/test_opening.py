"""Every page opens, however it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from pages.parts.navigation import PAGES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.conftest import Serve, Visit
    from tests.journeys.reader import Reader


def open_every_page(reader: Reader) -> None:
    """Open each page by its address; each shows its name, and scrolls only down."""
    for file, title in PAGES.items():
        reader.open("/" if file == "overview" else f"/{file}")
        heading = reader.page.get_by_role("heading", level=1, name=title, exact=True)
        expect(heading).to_be_visible()
        assert reader.sideways() == 0, f"{title} is wider than the screen"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_every_page_opens(visit: Visit, dark: bool, phone: bool) -> None:
    """The shipped corpus opens on every page, in the light, in the dark, on a phone."""
    open_every_page(visit(dark=dark, phone=phone))


def test_every_page_opens_on_real_stories(
    visit: Visit, serve: Serve, real_corpus: Path
) -> None:
    """Real stories, with all that is odd about them, open on every page as well."""
    open_every_page(visit(serve(real_corpus)))
