"""What is listed, what the buttons say and what the CSV holds are one set of rows.

On every page, for every figure: as it stands, and after a click on one of its marks.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pytest
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.charts.figure import PICK
from pages.parts.export import ENCODING
from pages.parts.grid.paging import PAGE_SIZE
from tests.guards.figures import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.pages.conftest import Open
    from tests.pages.view import Query, View

    Downloads = dict[str, tuple[str, Callable[[], bytes]]]

BURST: Final = {"from": "2021-12-07", "to": "2021-12-07"}

PLACES: Final[list[tuple[str, dict[str, str], set[str]]]] = [
    ("overview", {}, {"timeline", "providers", "topics"}),
    ("overview", {"from": "2021-03-01", "to": "2021-06-30"}, {"timeline"}),
    (
        "providers",
        {"provider": "The Harbour Ledger"},
        {"profile-topics", "profile-company", "rhythm", "providers", "share-of-voice"}
        | {"concentration"},
    ),
    ("providers", {}, {"providers", "share-of-voice", "concentration"}),
    (
        "topics",
        {},
        {"topics", "topic-shares", "momentum", "quadrants", "topic-pairs"}
        | {"topic-provider"},
    ),
    (
        "timeline",
        {"from": "2021-03-01", "to": "2021-12-31"},
        {"timeline", "detail", "before", "bursts", "calendar", "rhythm"},
    ),
    (
        "timeline",
        BURST,
        {"bursts", "anatomy-coverage", "anatomy-provider", "anatomy-topic"},
    ),
    ("timeline", {"from": "2021-12-27", "to": "2021-12-27"}, {"hours"}),
    (
        "coverage",
        {"part": "first"},
        {"scoops", "breakers", "leads", "lags", "precedence"},
    ),
    ("coverage", {"part": "spread"}, {"spread", "half-breadth", "carriers"}),
    (
        "coverage",
        {"part": "together"},
        {"originality", "cocoverage", "blind-spots"},
    ),
    ("coverage", {"part": "together", "measure": "given"}, {"cocoverage"}),
    ("coverage", {"part": "together", "measure": "jaccard"}, {"cocoverage"}),
    (
        "compare",
        {"state": "published", "against": "rest"},
        {"course", "difference-provider", "difference-topic"},
    ),
    ("health", {"part": "state"}, {"completeness", "backlog"}),
    ("health", {"part": "lists"}, {"heat"}),
    ("health", {"part": "work"}, set()),
    (
        "story",
        {"story": "2021-09-27-london-is-buying-heaps-of-facial-recognition-tech"},
        {"coverage"},
    ),
    ("stories", {}, set()),
]
"""Pages in views in which these figures, at least, have marks to click."""


@pytest.fixture
def downloads(monkeypatch: pytest.MonkeyPatch) -> Downloads:
    """The label of each button that saves, and what it calls when it is clicked, by key.

    Streamlit calls that after the page, in another thread and without a session.
    """
    found: Downloads = {}
    button = st.download_button

    def noted(label: str, data: Callable[[], bytes], **options: Any) -> bool:  # noqa: ANN401 - as Streamlit has them
        found[options["key"]] = (label, data)
        return button(label, data, **options)

    monkeypatch.setattr(st, "download_button", noted)
    return found


@pytest.mark.parametrize(("page", "query", "figures"), PLACES)
def test_rows_buttons_and_csv_agree(  # noqa: PLR0913, PLR0917 - a row
    visit: Open,
    folders: Mapping[str, Path],
    downloads: Downloads,
    page: str,
    query: Query,
    figures: set[str],
) -> None:
    """For each figure at first, and then for one that is clicked, each in its turn."""
    view = visit(folders["shipped"], page, query=query)
    assert view.faults() == []
    assert_agree(view, downloads)
    marks = {figure: mark for figure in charts(view) if (mark := middle(view, figure))}
    assert set(marks) >= figures
    for figure, mark in marks.items():
        downloads.clear()
        view.follow(query).pick(figure, **mark)
        assert view.faults() == [], (figure, mark)
        assert_agree(view, downloads)
        if figure in charts(view):
            number, _ = button_of(view, downloads, figure)
            assert listed(view, figure) == number, (figure, mark)


def assert_agree(view: View, downloads: Downloads) -> None:
    """The number on each button is that of the lines that it saves, and of its "Rows"."""
    assert get_script_run_ctx() is None, "as where Streamlit calls what saves"
    switches = Counter(of_figure(toggle.key) for toggle in toggles(view))
    assert switches == Counter(set(switches)), "one for each figure"
    for figure in switches:
        button_of(view, downloads, figure)
    for key, (label, write) in downloads.items():
        lines = list(csv.reader(io.StringIO(write().decode(ENCODING), newline="")))
        assert len(lines) - 1 == view.number(label), key


def button_of(view: View, downloads: Downloads, figure: str) -> tuple[int, str]:
    """The number of rows of a figure, which both of its controls say; and of what."""
    label, _ = downloads[f"csv-{figure}"]
    (switch,) = [each for each in toggles(view) if of_figure(each.key) == figure]
    number = view.number(label)
    assert switch.label == f"Rows ({number:,})"
    return number, label


def toggles(view: View) -> list[Any]:
    """The switches that list the rows of a figure, or of one of its marks."""
    return [t for t in view.at.main.toggle if str(t.key).startswith(("rows-", "mark-"))]


def of_figure(key: str) -> str:
    """The figure that a switch is of: `mark-leads-0a1b2c3d4e5f` is of `leads`."""
    kind, _, figure = key.partition("-")
    return figure.rpartition("-")[0] if kind == "mark" else figure


def charts(view: View) -> list[str]:
    """The figures of a page that are drawn, by their keys."""
    keys = view.keys("vega_lite_chart")
    return [key.removeprefix("chart-").rpartition("-")[0] for key in keys]


def middle(view: View, figure: str) -> dict[str, Any]:
    """What a click on one of the figure's marks sends; nothing where none answers."""
    place = charts(view).index(figure)
    chart = view.at.get("vega_lite_chart")[place].proto
    fields = [
        field
        for node in nodes(json.loads(chart.spec))
        if node.get("name") == PICK
        for field in node["select"]["fields"]
    ]
    if not fields:
        return {}
    rows = pa.ipc.open_stream(chart.data.data).read_pandas()[fields].dropna()
    mark: dict[str, Any] = json.loads(rows.to_json(orient="records"))[len(rows) // 2]
    return mark


def listed(view: View, figure: str) -> int:
    """How many rows are listed, on all pages of the list of a figure."""
    (switch,) = [each for each in toggles(view) if of_figure(each.key) == figure]
    if not switch.value:
        switch.set_value(True).run()
    turned = 0
    for pager in view.figure(figure).get("pagination"):
        turned = pager.num_pages - 1
        pager.set_value(pager.num_pages).run()
    (table,) = view.figure(figure).get("bidi_component")
    return turned * PAGE_SIZE + len(json.loads(table.proto.json)["rows"])
