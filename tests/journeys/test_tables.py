"""Tables: every control of theirs acts on all rows, and none acts unasked."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import expect

from pages.parts.chapters import OF_PAGES
from tests.corpora import story, write_corpus
from tests.journeys import recipes
from tests.journeys.access import obstacles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator

    from tests.journeys.conftest import Serve, Visit
    from tests.journeys.reader import Reader
    from tests.journeys.server import Server
    from tests.stories import Story

ALMEIRA: Final = "/story?story=2021-12-29-timeline-the-fake-almeira-record"
PLACES: Final = (
    *("/", "/providers", "/topics", "/timeline", "/stories", "/story", ALMEIRA),
    *(f"/{page}?part={part}" for page, parts in OF_PAGES.items() for part in parts),
    "/compare?type=video&against=rest",
)
"""Links that between them show every table."""

PLATFORM: Final = (
    "[data-testid=stDataFrame], [data-testid=stDataFrameColumnMenu], "
    "[data-testid=stElementToolbar]:has(~ * .grid), canvas[data-testid=data-grid-canvas]"
)
"""What Streamlit's own tables have: their search, sort and menu know what they were sent."""

REACHED: Final = """table => {
  // Everything in a table, or around it, that a pointer or the keyboard reaches.
  const area = table.closest(".grid").parentElement;
  const all = area.querySelectorAll(
    "a, button, input, select, textarea, summary, [role=button], [role=menuitem],"
    + "[contenteditable], [tabindex]");
  return [...all].map(e =>
    e.dataset.sort ? `sort ${e.dataset.sort}`
    : e.matches("td a.out") ? "out"
    : e.matches("td a") ? `open ${e.closest("[data-open]").dataset.open}`
    : e.matches(".skip") ? "skip"
    : e.matches(".end") ? "end"
    : e.outerHTML.slice(0, 120));
}"""

SWALLOWED: Final = """(table, keys) => keys.filter(([key, ctrlKey]) => {
  const pressed = new KeyboardEvent(
    "keydown", {key, ctrlKey, bubbles: true, cancelable: true});
  table.querySelector("a, button").dispatchEvent(pressed);
  return pressed.defaultPrevented;
})"""

COUNT: Final = 120
ALPHABET: Final = (
    *("Aftonbladet", "Ärzteblatt", "El Mundo", "Élysée", "Łódź dziś", "Svenska"),
    "Zeit",
)


@pytest.fixture(scope="module")
def long(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A dashboard of 120 stories: the newest has the first title, some look like sums."""
    folder = tmp_path_factory.mktemp("long") / "paper"
    return serve(write_corpus(folder, list(_stories())))


def _stories() -> Iterator[Story]:
    for at in range(COUNT):
        sign = {5: "=1+", 6: "@sum "}.get(at, "")
        yield story(
            f"s{at:03}",
            title=f"{sign}Title {COUNT - at:03}",
            provider=ALPHABET[at % len(ALPHABET)],
            published_at=f"2021-0{1 + at // 30}-{1 + at % 28:02}T03:04:05Z",
            quality=at % 10 or None,
            related=[f"s{at - 1:03}"] if at else (),
        )


def tables(reader: Reader) -> list[Locator]:
    """The tables on the page, with the rows of every figure shown."""
    for switch in reader.page.locator("[class*=st-key-rows-] label").all():
        if not switch.locator("input").is_checked():
            switch.click()
            reader.idle()
    return reader.page.locator(".grid table").all()


def test_no_table_has_a_control_that_acts_on_a_slice(reader: Reader) -> None:
    """All controls of every table of every page are headers, links and a way past.

    A header says how the table is sorted, and that is in the address: see below. No key
    is taken from the browser, whose own search and copying stay as they are.
    """
    keys = [["f", True], ["c", True], ["a", True], ["g", True], ["F3", False]]
    seen, wrong = 0, []
    for place in PLACES:
        reader.open(place)
        for table in tables(reader):
            seen += 1
            name = f"{place}: {table.locator('caption').inner_text()}"
            found = table.evaluate(REACHED)
            heads = [head.inner_text() for head in table.locator("thead th").all()]
            sorts = [each for each in found if each.startswith("sort ")]
            assert len(sorts) == len([head for head in heads if "Over the" not in head])
            rows = table.locator("tbody tr[data-open]").count()
            opens = [each for each in found if each.startswith("open ")]
            assert len(opens) == rows
            known = {*sorts, *opens, "skip", "end", "out"}
            wrong += [f"{name}: {each}" for each in found if each not in known]
            wrong += [f"{name}: {key}" for key in table.evaluate(SWALLOWED, keys)]
        wrong += [f"{place}: {e}" for e in reader.page.locator(PLATFORM).all()]
    assert wrong == []
    assert seen > 2 * len(PLACES)


def test_a_header_sorts_all_rows(long: Server, visit: Visit) -> None:
    """Not the fifty that are shown: for this reader, after Back, and by a copied link."""
    reader = visit(long)
    reader.open("/stories")
    assert recipes.sorted_by(reader, "stories-") == {"Published (UTC)": "descending"}
    recipes.click_header(reader, "stories-", "Title")
    assert reader.query() == {"sort": ["title"]}
    assert titles(reader)[:2] == ["=1+Title 115", "@sum Title 114"]
    recipes.click_header(reader, "stories-", "Title")
    assert reader.query() == {"sort": ["-title"]}
    assert recipes.sorted_by(reader, "stories-") == {"Title": "descending"}
    down = recipes.rows(reader, "stories-")
    assert titles(reader)[:2] == ["Title 120", "Title 119"]
    other = visit(long)
    other.open(recipes.copied_link(reader))
    assert recipes.rows(other, "stories-") == down
    recipes.back(reader)
    assert reader.query() == {"sort": ["title"]}
    assert titles(reader)[0] == "=1+Title 115"
    recipes.click_header(reader, "stories-", "Provider")
    names = dict.fromkeys(row[1] for row in recipes.rows(reader, "stories-"))
    assert [*names] == [*ALPHABET[: len(names)]]
    assert obstacles(reader) == []


def test_the_file_is_sorted_as_the_table(long: Server, visit: Visit) -> None:
    """All 120 rows in the same order, and no formula among them."""
    reader = visit(long)
    reader.open("/timeline?sort=rows-timeline.-title")
    recipes.switch(reader, "rows-timeline")
    lines = list(csv.DictReader(io.StringIO(recipes.save(reader, "csv-timeline"))))
    saved = [line["title"] for line in lines]
    assert len(saved) == COUNT
    shown = [row[0] for row in recipes.rows(reader, "rows-timeline-")]
    assert saved[:50] == shown
    assert saved[-2:] == ["'@sum Title 114", "'=1+Title 115"]


def test_a_story_steps_through_the_sorted_list(long: Server, visit: Visit) -> None:
    """From its link, by the keyboard; and Back leads to the list as it was."""
    reader = visit(long)
    reader.open("/stories?sort=-title")
    link = reader.page.locator(".grid td a").nth(2)
    link.focus()
    reader.page.keyboard.press("Enter")
    reader.idle()
    heading = reader.page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Title 118")
    recipes.press(reader, "Next")
    expect(heading).to_have_text("Title 117")
    for _ in range(3):  # the step, and what Streamlit makes of opening a page: two
        recipes.back(reader)
    assert reader.query() == {"sort": ["-title"]}
    assert titles(reader)[0] == "Title 120"


def test_a_row_opens_in_a_new_tab(long: Server, visit: Visit) -> None:
    """As any link does; the list stays as it is."""
    reader = visit(long)
    reader.open("/stories?sort=-title&type=article")
    with reader.context.expect_page() as opened:
        reader.page.locator(".grid td a").nth(1).click(modifiers=["ControlOrMeta"])
    heading = opened.value.get_by_role("heading", level=1)
    expect(heading).to_have_text("Title 119", timeout=90_000)
    opened.value.close()
    reader.idle()
    assert set(reader.query()) == {"sort", "type"}


def test_the_keyboard_passes_a_table(long: Server, visit: Visit) -> None:
    """Tab goes from what is before it to what is behind, and nothing opens on the way."""
    reader = visit(long)
    reader.open("/stories?type=article")
    before = titles(reader)
    keyboard = reader.page.keyboard
    reader.page.get_by_role("button", name=f"CSV of {COUNT} stories").focus()
    keyboard.press("Tab")
    assert focused(reader) == "Skip 50 rows"
    for _ in range(8 + 50):
        keyboard.press("Tab")
        assert focused(reader, "grid")
    for key in ("ArrowDown", "ArrowUp", "ArrowRight", "Home", "End", "Escape"):
        keyboard.press(key)
    keyboard.press("Tab")
    assert not focused(reader, "grid")
    reader.idle()
    assert reader.query() == {"type": ["article"]}
    assert titles(reader) == before
    # and at once, by the way past it
    reader.page.locator(".grid .skip").focus()
    keyboard.press("Enter")
    keyboard.press("Tab")
    assert not focused(reader, "grid")
    assert focused(reader, "stPagination") or "2" in focused(reader)
    reader.idle()
    assert reader.query() == {"type": ["article"]}


def test_the_keyboard_sorts_and_stays(long: Server, visit: Visit) -> None:
    """Enter and the space bar on a header; the focus is where it was."""
    reader = visit(long)
    reader.open("/stories")
    reader.page.locator(".grid [data-sort=quality_score]").focus()
    for key, sort in (("Enter", "-quality_score"), (" ", "quality_score")):
        reader.page.keyboard.press(key)
        reader.idle()
        assert reader.query() == {"sort": [sort]}
        assert focused(reader).startswith("Quality")


TAPPED: Final = [
    ("/stories", "stories-", "Title", ["title"]),
    ("/timeline", "rows-timeline-", "Provider", ["rows-timeline.provider_name"]),
    ("/providers", "league-", "Stories", ["league.story_count"]),
    ("/story?story=s005", "members-", "Headline", ["members.title"]),
]


@pytest.mark.parametrize(("path", "key", "label", "sort"), TAPPED)
def test_a_tap_on_a_header_sorts(  # noqa: PLR0913, PLR0917 - a row
    long: Server, visit: Visit, path: str, key: str, label: str, sort: list[str]
) -> None:
    """On a phone: no story opens, and no filter is set."""
    phone = visit(long, phone=True)
    phone.open(path)
    asked = phone.query()
    if key.startswith("rows-"):
        recipes.switch(phone, key.removesuffix("-"))
    heading = phone.page.get_by_role("heading", level=1).inner_text()
    recipes.click_header(phone, key, label)
    assert phone.query() == asked | {"sort": sort}
    assert phone.page.get_by_role("heading", level=1).inner_text() == heading
    assert phone.sideways() == 0


def titles(reader: Reader) -> list[str]:
    """The first cells of the page's own table."""
    return [row[0] for row in recipes.rows(reader, "stories-")]


def focused(reader: Reader, inside: str = "") -> str:
    """What the focused element says; with `inside`, only if it lies in that class."""
    said: str = reader.page.evaluate(
        """inside => {
          const at = document.activeElement;
          return !inside || at.closest(`.${inside}`) ? at.innerText : "";
        }""",
        inside,
    )
    return said
