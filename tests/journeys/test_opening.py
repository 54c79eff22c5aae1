"""Every page opens, however it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import pytest
from playwright.sync_api import expect

from pages.parts.navigation import PAGES
from tests.journeys.access import obstacles
from tests.journeys.reader import PHONE, WIDE, Reader
from tests.journeys.server import Server
from tests.pages.hostile import hostile_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, ViewportSize

    from tests.journeys.conftest import Serve, Visit

    Look = tuple[Literal["light", "dark"], ViewportSize]
    Looks = tuple[Look, ...]


CALLING_HOME: Final = (
    "img[src*='evil'], iframe, a[href*='evil']"
    ":not([data-testid=stBaseLinkButton-secondary])"
    ":not(.grid td.link a.out)"
    ":not(:is([data-testid=stPageLink-NavLink], .grid td a):not([href*='//']))"
)
"""What a hostile text would be as markup; only the addresses of stories are links, and
those to other pages of ours have names in their filters."""

TWO_LOOKS: Final[Looks] = (("light", WIDE), ("dark", PHONE))
FOUR_LOOKS: Final[Looks] = (
    ("light", WIDE),
    ("dark", WIDE),
    ("dark", PHONE),
    ("light", PHONE),
)


def test_every_page_opens(reader: Reader) -> None:
    """Each page shows its name, scrolls only down, and puts nothing in anybody's way.

    It is looked at in the light and in the dark, on a desk and as narrow as a phone.
    """
    for name in PAGES:
        for scheme, _ in open_page(reader, name, FOUR_LOOKS):
            assert obstacles(reader) == [], f"{name} in the {scheme}"


def test_every_page_opens_on_real_stories(
    visit: Visit, serve: Serve, real_corpus: Path
) -> None:
    """Real stories, with all that is odd about them, open on every page as well."""
    reader = visit(serve(real_corpus))
    for name in PAGES:
        assert len(list(open_page(reader, name, TWO_LOOKS))) == len(TWO_LOOKS)


def test_a_phone_opens_pages(visit: Visit) -> None:
    """A real phone has touch, and a scale of its own."""
    phone = visit(phone=True, dark=True)
    for name in ("overview", "topics", "stories"):
        phone.open(address(name))
        assert phone.sideways() == 0


def test_hostile_stories_stay_text(
    visit: Visit, serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No page asks another host or runs a script, whatever the corpus says."""
    folder = hostile_corpus(tmp_path_factory.mktemp("hostile") / "corpus")
    reader = visit(serve(folder))
    stories = [f"/story?story=address-{number}" for number in (11, 12)]
    for path in [*map(address, ("overview", "topics", "stories", "health")), *stories]:
        reader.open(path)
        assert reader.page.locator(CALLING_HOME).count() == 0


@pytest.mark.parametrize("name", ["providers", "story", "compare"])
def test_a_link_may_be_the_first_visit(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    """A server that nobody has visited yet answers a deep link as any other."""
    link = f"{address(name)}?type=video&state=published"
    with Server(None, tmp_path) as fresh, Reader(browser, fresh) as reader:
        reader.open(link)
        assert reader.query() == {"type": ["video"], "state": ["published"]}
        chips = reader.page.locator(".st-key-chips")
        expect(chips).to_contain_text("of type video")
        expect(chips).to_contain_text("published")
        expect(_heading(reader, name)).to_be_visible()


def address(name: str) -> str:
    """The path of a page."""
    return "/" if name == "overview" else f"/{name}"


def open_page(reader: Reader, name: str, looks: Looks) -> Iterator[Look]:
    """Open a page by its address, and give each look once it is had.

    Every time the page shows its name and is no wider than the screen.
    """
    reader.open(address(name))
    for scheme, size in looks:
        reader.page.emulate_media(color_scheme=scheme)
        reader.page.set_viewport_size(size)
        reader.idle()
        expect(_heading(reader, name)).to_be_visible()
        wider = reader.sideways()
        assert wider == 0, f"{name} is {wider}px wider than {size['width']}"
        yield scheme, size


def _heading(reader: Reader, name: str) -> Locator:
    return reader.page.get_by_role("heading", level=1, name=PAGES[name], exact=True)
