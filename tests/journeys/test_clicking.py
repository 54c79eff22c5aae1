"""A reader clicks: marks filter, the address follows, and Back undoes each step."""

from __future__ import annotations

import csv
import io
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pytest

from pages.parts.source import SHIPPED
from tests.journeys import recipes
from tests.pages.counting import Asked, Files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.reader import Reader

LEDGER: Final = "The Harbour Ledger"
LABELS: Final = ("Stories", "Providers", "Topics", "Related coverage")


@pytest.fixture(scope="module")
def files() -> Files:
    """The shipped stories, as the files tell them."""
    return Files(SHIPPED)


def totals(reader: Reader) -> dict[str, str]:
    """The four metrics of the overview."""
    return {label: reader.metric(label) for label in LABELS}


def test_a_bar_is_clicked_and_taken_back(reader: Reader, files: Files) -> None:
    """The numbers become those of the provider, and with a second click all again."""
    reader.open("/")
    whole = totals(reader)
    assert whole == files.totals(Asked())
    recipes.click_mark(reader, "figure-providers", LEDGER)
    assert reader.query() == {"provider": [LEDGER]}
    assert totals(reader) == files.totals(Asked(providers=(LEDGER,)))
    recipes.click_mark(reader, "figure-providers", LEDGER)
    assert reader.query() == {}
    assert totals(reader) == whole


def test_rows_and_csv_hold_what_the_mark_counts(reader: Reader, files: Files) -> None:
    """The bar's number, the rows that open, and the lines of the CSV are one number."""
    reader.open("/")
    shown = recipes.described(reader, "figure-providers", LEDGER)["Stories"]
    assert shown == files.totals(Asked(providers=(LEDGER,)))["Stories"]
    recipes.click_mark(reader, "figure-providers", LEDGER)
    recipes.switch(reader, "rows-timeline")
    figure = reader.page.locator(".st-key-figure-timeline")
    assert f"Rows 1 to {shown} of {shown}." in figure.inner_text()
    lines = list(csv.DictReader(io.StringIO(recipes.save(reader, "csv-timeline"))))
    assert len(lines) == int(shown)
    assert {line["provider_family"] for line in lines} == {LEDGER}


def test_a_brush_is_one_step_back(reader: Reader) -> None:
    """Brushing the timeline sets both dates, and Back takes both away again."""
    reader.open("/")
    whole = totals(reader)
    recipes.brush(reader, "figure-timeline", 0.3, 0.5)
    brushed = reader.query()
    assert set(brushed) == {"from", "to"}
    assert brushed["from"] < brushed["to"]
    fewer = totals(reader)
    assert 0 < int(fewer["Stories"]) < int(whole["Stories"])
    recipes.back(reader)
    assert (reader.query(), totals(reader)) == ({}, whole)
    recipes.forward(reader)
    assert (reader.query(), totals(reader)) == (brushed, fewer)


def test_a_day_of_the_calendar_is_clicked(reader: Reader) -> None:
    """The day is chosen from its first to its last minute in UTC, and taken back."""
    reader.open("/timeline")
    day = {"from": ["2021-12-27"], "to": ["2021-12-27"]}
    recipes.click_mark(reader, "figure-calendar", "27 Dec 2021")
    assert reader.query() == day
    recipes.click_mark(reader, "figure-calendar", "27 Dec 2021")
    assert reader.query() == {}


def test_a_cell_of_topics_by_providers_is_clicked(reader: Reader, files: Files) -> None:
    """A cell chooses both its topic and its provider, and counts their stories."""
    reader.open("/topics")
    mark = f"Provider: {LEDGER}"
    cell = recipes.described(reader, "figure-topic-provider", mark)
    recipes.click_mark(reader, "figure-topic-provider", mark)
    assert reader.query() == {"provider": [LEDGER], "topic": [cell["Topic"]]}
    asked = Asked(providers=(LEDGER,), topics=(cell["Topic"],))
    assert cell["Stories"] == files.totals(asked)["Stories"]


@pytest.mark.parametrize("cell", [0, 4], ids=["link", "cell"])
def test_a_row_opens_its_story(reader: Reader, cell: int) -> None:
    """By its link or any other cell; Back leads to the list as it was."""
    reader.open("/stories?type=article")
    rows = recipes.rows(reader, "stories-")
    recipes.click_row(reader, "stories-", 1, cell)
    title = reader.page.get_by_role("heading", level=1).inner_text()
    assert title in rows[1]
    assert set(reader.query()) == {"type", "story"}
    recipes.back(reader)
    assert filters(reader) == {"type": ["article"]}
    assert recipes.rows(reader, "stories-") == rows


def test_back_and_forward_retrace_a_walk(reader: Reader) -> None:
    """Each click was one step: from a story over two filters to where it began."""
    reader.open("/")
    recipes.click_mark(reader, "figure-providers", LEDGER)
    recipes.pick(reader, "Type", "article")
    recipes.click_row(reader, "figure-widest-covered", 0)
    story = reader.query()
    recipes.press(reader, "Next")
    assert reader.query() != story
    recipes.back(reader)
    assert reader.query() == story
    walked = [{"provider": [LEDGER], "type": ["article"]}, {"provider": [LEDGER]}, {}]
    steps = []
    while reader.query():
        recipes.back(reader)
        steps.append(filters(reader))
    assert list(distinct(steps)) == walked
    while "Next" not in reader.page.get_by_test_id("stMain").inner_text():
        recipes.forward(reader)
    assert reader.query() == story


def filters(reader: Reader) -> dict[str, list[str]]:
    """The filters in the address.

    Streamlit changes the address and the page in two steps, each of its own in the
    history: between them a page has the story that was opened from it in its address.
    """
    own = {"story", "order"}
    return {name: value for name, value in reader.query().items() if name not in own}


def distinct(steps: list[dict[str, list[str]]]) -> Iterator[dict[str, list[str]]]:
    """The steps without those that repeat the one before."""
    for before, step in pairwise([None, *steps]):
        if step is not None and step != before:
            yield step
