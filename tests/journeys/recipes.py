"""What a reader does with the mouse and the keyboard, each waiting until it has worked.

Widgets are found by their label as it is read. Charts and tables are found by the `key=`
they or a container around them have, tables also by the beginning of theirs. Every
function takes the reader first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pages.parts.export import ENCODING

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect, Locator

    from tests.journeys.reader import Reader

PRESS_MS: Final = 60
"""How long a press takes: in one instant no reader presses and releases."""

SCROLL_MS: Final = 200


def choose(reader: Reader, label: str, *options: str) -> None:
    """Choose options of a multiselect, or give up those that are chosen."""
    widget = _labelled(reader, "stMultiSelect", label)
    for option in options:
        chosen = widget.locator("[data-tag]").filter(has_text=_exactly(option))
        if chosen.count():
            chosen.get_by_role("button").click()
        else:
            # Only part of a long list is on the page: typing narrows it.
            _opened(widget.get_by_role("combobox")).fill(option)
            _option(reader, option).click()
            reader.page.keyboard.press("Escape")
        reader.idle()


def select(reader: Reader, label: str, option: str) -> None:
    """Choose an option of a selectbox."""
    _opened(_labelled(reader, "stSelectbox", label).get_by_role("combobox"))
    _option(reader, option).click()
    reader.idle()


def pick(reader: Reader, label: str, option: str) -> None:
    """Press an option of pills or of a segmented control."""
    group = _labelled(reader, "stButtonGroup", label)
    group.get_by_role("button").or_(group.get_by_role("radio")).filter(
        has_text=_exactly(option)
    ).click()
    reader.idle()


def press(reader: Reader, label: str) -> None:
    """Press the first button, or follow the first link, that is called so."""
    page = reader.page
    named = page.get_by_role("button", name=label, exact=True)
    named.or_(page.get_by_role("link", name=label, exact=True)).first.click()
    reader.idle()


def write(reader: Reader, label: str, text: str) -> None:
    """Type text into a field in place of what it holds, and press Enter."""
    field = _labelled(reader, "stTextInput", label).locator("input")
    field.fill(text)
    field.press("Enter")
    reader.idle()


def dates(reader: Reader, label: str, first: str, last: str) -> None:
    """Type a range of days, each as YYYY-MM-DD."""
    widget = _labelled(reader, "stDateInput", label)
    for side, day in (("start", first), ("end", last)):
        for part, digits in zip(("year", "month", "day"), day.split("-"), strict=True):
            field = widget.locator(f"[data-range-field={side}] [data-type={part}]")
            field.click()
            reader.page.keyboard.type(digits)
    # Enter alone sends nothing.
    reader.page.keyboard.press("Escape")
    reader.idle()


def click_mark(reader: Reader, key: str, mark: int | str, kind: str = "rect") -> None:
    """Click a mark of a chart.

    Args:
        reader: Who clicks.
        key: The chart's.
        mark: Its place from 0 in the order of drawing, or a part of its description,
            which Vega makes of the names and values that it shows.
        kind: What Vega calls the marks: `rect` for bars and cells, `symbol` for points.
    """
    marks = _keyed(reader, key, "stVegaLiteChart").locator(
        f".mark-{kind}.role-mark path"
    )
    named = f"[aria-label*={_quoted(mark)}]" if isinstance(mark, str) else ""
    one = (
        marks.nth(mark)
        if isinstance(mark, int)
        else marks.and_(reader.page.locator(named))
    )
    box = _box(_shown(one.first))
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    reader.page.mouse.click(x, y, delay=PRESS_MS)
    reader.idle()


def described(reader: Reader, key: str, mark: str) -> dict[str, str]:
    """The names and values that a mark of a chart shows, as a screen reader has them."""
    marks = _keyed(reader, key, "stVegaLiteChart").locator(
        f".role-mark path[aria-label*={_quoted(mark)}]"
    )
    label = marks.first.get_attribute("aria-label") or ""
    return {
        name: value
        for name, _, value in (part.partition(": ") for part in label.split("; "))
    }


def switch(reader: Reader, key: str) -> None:
    """Turn the switch with this key on or off."""
    _shown(reader.page.locator(f".st-key-{key} label").first).click()
    reader.idle()


def save(reader: Reader, key: str) -> str:
    """Press the download button with this key; the text of the file that it saves."""
    button = _shown(reader.page.locator(f".st-key-{key} button").first)
    with reader.page.expect_download() as saved:
        button.click()
    reader.idle()
    return saved.value.path().read_text(encoding=ENCODING)


def copied_link(reader: Reader) -> str:
    """The link that "Copy link" puts on the clipboard."""
    reader.page.locator(".st-key-copy_link button").first.click()
    reader.idle()
    reader.page.get_by_test_id("stCode").hover()
    reader.page.get_by_role("button", name="Copy to clipboard").click()
    link: str = reader.page.evaluate("navigator.clipboard.readText()")
    reader.page.keyboard.press("Escape")
    reader.idle()
    return link


def back(reader: Reader) -> None:
    """Go one step back, as the browser's button does."""
    reader.page.go_back(wait_until="commit")
    reader.idle()


def forward(reader: Reader) -> None:
    """Go one step forward again."""
    reader.page.go_forward(wait_until="commit")
    reader.idle()


def brush(reader: Reader, key: str, start: float, end: float) -> None:
    """Drag over a chart from one share of its plot's width to another, 0 to 1."""
    box = _plot(reader, key)
    y = box["y"] + box["height"] / 2
    mouse = reader.page.mouse
    mouse.move(box["x"] + box["width"] * start, y)
    mouse.down()
    mouse.move(box["x"] + box["width"] * end, y, steps=6)
    mouse.up()
    reader.idle()


def unbrush(reader: Reader, key: str) -> None:
    """Take a chart's selection back, by a double click at an empty place of its plot."""
    box = _plot(reader, key)
    x, y = box["x"] + box["width"] * 0.98, box["y"] + box["height"] * 0.02
    reader.page.mouse.dblclick(x, y)
    reader.idle()


def click_row(reader: Reader, key: str, row: int, cell: int = 0) -> None:
    """Click a cell of a row of a table, both counted from 0 as shown."""
    rows = _grid(reader, key).locator("tbody tr")
    _shown(rows.nth(row).locator("td").nth(cell)).click()
    reader.idle()


def click_header(reader: Reader, key: str, label: str) -> None:
    """Click the header of a column of a table, or tap it where there is no mouse."""
    button = _grid(reader, key).get_by_role("button", name=label, exact=True)
    _shown(button)
    if reader.is_phone:
        button.tap()
    else:
        button.click()
    reader.idle()


def sorted_by(reader: Reader, key: str) -> dict[str, str]:
    """The columns that a table says it is sorted by, and how: `ascending` or not."""
    heads = _grid(reader, key).locator("th[aria-sort$=ending]").all()
    return {
        head.locator("button span").first.inner_text(): str(
            head.get_attribute("aria-sort")
        )
        for head in heads
    }


def rows(reader: Reader, key: str) -> list[list[str]]:
    """The cells of the rows of a table, as text."""
    found: list[list[str]] = (
        _grid(reader, key)
        .locator("tbody tr")
        .evaluate_all("rows => rows.map(r => [...r.cells].map(c => c.textContent))")
    )
    return found


def _grid(reader: Reader, key: str) -> Locator:
    name = re.sub(r"[^a-zA-Z0-9_-]", "-", key)
    # The key of a table, or of a container around it; what ends in "-" begins one.
    found = f"[class*='st-key-{name}']" if name.endswith("-") else f".st-key-{name}"
    return reader.page.locator(found).locator(".grid table").first


def _labelled(reader: Reader, kind: str, label: str) -> Locator:
    name = reader.page.get_by_test_id("stWidgetLabel").filter(has_text=_exactly(label))
    return reader.page.get_by_test_id(kind).filter(has=name).first


def _keyed(reader: Reader, key: str, kind: str) -> Locator:
    name = re.sub(r"[^a-zA-Z0-9_-]", "-", key)
    return reader.page.locator(f".st-key-{name}").get_by_test_id(kind).first


def _exactly(text: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(text)}\s*$")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _option(reader: Reader, option: str) -> Locator:
    return reader.page.get_by_role("listbox").get_by_role(
        "option", name=option, exact=True
    )


def _opened(field: Locator) -> Locator:
    """The combobox with its list open; a scroll just before the click closes it again."""
    for _ in range(4):
        field.click()
        field.page.wait_for_timeout(SCROLL_MS)
        if field.get_attribute("aria-expanded") == "true":
            return field
    message = "the list does not open"
    raise AssertionError(message)


def _shown(locator: Locator) -> Locator:
    """The element, in the middle of the screen and clear of the header."""
    locator.evaluate("e => e.scrollIntoView({block: 'center', behavior: 'instant'})")
    locator.page.wait_for_timeout(SCROLL_MS)
    return locator


def _plot(reader: Reader, key: str) -> FloatRect:
    """The box of a chart's plot, without its axes."""
    chart = _shown(_keyed(reader, key, "stVegaLiteChart"))
    frame = chart.locator("svg.marks .role-frame.root > g > path.background").first
    return _box(frame if frame.count() else chart.locator("canvas.marks"))


def _box(locator: Locator) -> FloatRect:
    box = locator.bounding_box()
    assert box is not None, f"{locator} is not on the screen"
    return box
