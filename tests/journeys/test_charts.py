"""The controls of a chart itself: none that saves or shows other rows than it counts."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from pages.parts.chapters import OF_PAGES
from tests.journeys import recipes

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.journeys.conftest import Visit
    from tests.journeys.reader import Reader

LEDGER: Final = "The Harbour Ledger"
PLACES: Final = (
    "/",
    f"/providers?provider={LEDGER}",
    "/topics",
    "/timeline?from=2021-03-01&to=2021-12-31",
    *(f"/{page}?part={part}" for page, parts in OF_PAGES.items() for part in parts),
    "/compare?state=published&against=rest",
    "/story?story=2021-09-27-london-is-buying-heaps-of-facial-recognition-tech",
)
"""Links that between them show every kind of chart."""


def controls(chart: Locator) -> list[str]:
    """What the controls of a chart are called that a reader can see or reach."""
    frame = chart.locator("xpath=ancestor::*[@data-testid='stFullScreenFrame']")
    buttons = frame.locator("button, summary, a[href]").filter(visible=True)
    return [label.partition(":")[0] for label in map(_name, buttons.all())]


def _name(button: Locator) -> str:
    return button.get_attribute("aria-label") or button.inner_text()


def test_a_chart_offers_nothing_that_is_wrong(reader: Reader) -> None:
    """No picture without its headline, no table or copy of what it is drawn from.

    It may fill the screen; what it counts is saved by the figure's own button.
    """
    wrong = []
    for place in PLACES:
        reader.open(place)
        charts = reader.page.get_by_test_id("stVegaLiteChart").all()
        assert charts or place == "/health?part=work"
        for chart in charts:
            chart.scroll_into_view_if_needed()
            chart.hover()
            if (offered := controls(chart)) != ["Fullscreen"]:
                wrong.append(f"{place}: {_name(chart)}: {', '.join(offered)}")
    assert wrong == []


def test_a_chart_that_fills_the_screen_still_answers(reader: Reader) -> None:
    """A click there lists the rows, on the page."""
    reader.open("/coverage")
    chart = reader.page.locator(".st-key-figure-leads").get_by_test_id(
        "stVegaLiteChart"
    )
    narrow = chart.bounding_box()
    chart.hover()
    reader.page.locator(".st-key-figure-leads [aria-label^=Fullscreen]").click()
    reader.idle()
    wide = chart.bounding_box()
    assert narrow
    assert wide
    assert wide["width"] > 1.5 * narrow["width"]
    assert controls(chart) == ["Close fullscreen"]
    recipes.click_mark(reader, "figure-leads", LEDGER)
    assert reader.query() == {"mark": ["leads", LEDGER]}
    listed = reader.page.locator(".st-key-figure-leads").inner_text()
    assert f"{LEDGER}: " in listed
    assert "coverages, listed below" in listed


def test_the_file_of_a_named_mark_holds_its_rows(reader: Reader) -> None:
    """The rate, the button, and the lines that the server writes are of one number."""
    reader.open("/coverage")
    said = recipes.described(reader, "figure-leads", LEDGER)
    number = int(said["Coverages"])
    assert said["First in"].endswith(f" of {number}")
    recipes.click_mark(reader, "figure-leads", LEDGER)
    figure = reader.page.locator(".st-key-figure-leads")
    assert f"Rows ({number})" in figure.inner_text()
    assert f"CSV of {number} coverages" in figure.inner_text()
    lines = list(csv.DictReader(io.StringIO(recipes.save(reader, "csv-leads"))))
    assert len(lines) == number
    part = sum(float(line["lead_score"]) for line in lines) / number
    assert f"{100 * part:.0f}% of {number}" == said["First in"]


def test_the_buttons_fit_on_a_phone(visit: Visit) -> None:
    """Rows, CSV and How of a figure stand in one line, however many rows there are."""
    reader = visit(phone=True).open("/coverage")
    for key in ("scoops", "breakers", "leads", "lags", "precedence"):
        parts = reader.page.locator(
            f".st-key-rows-{key}, .st-key-csv-{key}, "
            f".st-key-figure-{key} [data-testid=stPopover]"
        )
        boxes = [box for part in parts.all() if (box := part.bounding_box())]
        assert len(boxes) == 3
        middles = [box["y"] + box["height"] / 2 for box in boxes]
        assert max(middles) - min(middles) < min(box["height"] for box in boxes)
    assert reader.sideways() == 0
