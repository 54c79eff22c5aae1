"""A click on a mark filters, a second one takes it back; a click on a row opens a story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.pages.counting import Asked, Files
from tests.pages.view import plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.pages.conftest import Open

DAY_MS: Final = 86_400_000
START, END = 18962, 18993
"""1 December 2021 and 1 January 2022, in days since 1970."""
MONDAY: Final = 18988
"""27 December 2021."""

DECEMBER: Final = {"from": ["2021-12-01"], "to": ["2021-12-31"]}

MARKS: Final = [
    ("overview", "providers", {"provider": "Civic Code"}, {"provider": ["Civic Code"]}),
    ("overview", "topics", {"topic": "Robotics"}, {"topic": ["Robotics"]}),
    (
        "overview",
        "timeline",
        {"bin_day": START, "bin_end_day": END},
        DECEMBER,
    ),
    (
        "timeline",
        "calendar",
        {"published_day": MONDAY},
        {
            "from": ["2021-12-27"],
            "to": ["2021-12-27"],
        },
    ),
    (
        "timeline",
        "rhythm",
        {"weekday": "Tuesday", "hour": 12},
        {"weekday": ["Tuesday"], "hour": ["12"]},
    ),
    (
        "providers",
        "share-of-voice",
        {"provider": "The Harbour Ledger", "bin_day": START, "bin_end_day": END},
        DECEMBER | {"provider": ["The Harbour Ledger"]},
    ),
    (
        "topics",
        "topic-shares",
        {"topic": "Regulation", "bin_day": START, "bin_end_day": END},
        DECEMBER | {"topic": ["Regulation"]},
    ),
    ("health", "completeness", {"field": "a picture"}, {"lacks": ["a picture"]}),
]


@pytest.mark.parametrize(("page", "figure", "datum", "query"), MARKS)
def test_a_click_filters_and_a_second_takes_it_back(  # noqa: PLR0913, PLR0917 - a row
    visit: Open,
    folders: Mapping[str, Path],
    page: str,
    figure: str,
    datum: dict[str, Any],
    query: dict[str, list[str]],
) -> None:
    """The mark's own filters are in the address, one step each way."""
    view = visit(folders["shipped"], page, query={"type": "article"})
    view.pick(figure, **datum)
    assert view.faults() == []
    assert view.query() == query | {"type": ["article"]}
    view.pick(figure, **datum)
    assert view.faults() == []
    assert view.query() == {"type": ["article"]}


def test_a_click_on_another_mark_moves_the_choice(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """Bars stay in sight when one is chosen, and another can be clicked at once."""
    view = visit(folders["shipped"]).pick("providers", provider="Civic Code")
    view.pick("providers", provider="The Harbour Ledger")
    assert view.query() == {"provider": ["The Harbour Ledger"]}


def test_a_click_shows_the_numbers_of_its_mark(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """The totals after a click are those of the provider that was clicked."""
    files = Files(folders["shipped"])
    view = visit(folders["shipped"]).pick("providers", provider="Civic Code")
    assert view.metrics() == files.totals(Asked(providers=("Civic Code",)))


def test_a_brush_chooses_the_days_it_touches(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """From the middle of a day to the middle of another both are in."""
    view = visit(folders["shipped"])
    view.brush("timeline", (START + 0.5) * DAY_MS, (END - 0.5) * DAY_MS)
    assert view.faults() == []
    assert view.query() == DECEMBER


def test_an_empty_selection_changes_nothing(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """A click beside the marks, which Vega reports as none, leaves the view as it is."""
    view = visit(folders["shipped"], query={"type": "video"})
    view.clear("timeline")
    assert view.faults() == []
    assert view.query() == {"type": ["video"]}


@pytest.mark.parametrize(
    ("page", "table"),
    [
        ("overview", "widest-"),
        ("timeline", "view-"),
        ("stories", "stories-"),
        ("story", "choose-"),
    ],
)
def test_a_row_opens_its_story(
    visit: Open, folders: Mapping[str, Path], page: str, table: str
) -> None:
    """The filters go along."""
    view = visit(folders["shipped"], page, query={"state": "published"})
    title = view.table(table)["title"].iloc[4]
    view = view.row(table, 4)
    assert view.faults() == []
    assert [plain(heading.value) for heading in view.at.title] == [title]
    assert view.query()["state"] == ["published"]
    assert set(view.query()) == {"state", "story"} | ({"order"} & set(view.query()))


def test_the_list_that_a_story_was_opened_from_is_remembered(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """Its page, its order and its seed are in the address that Back leads through."""
    query = {"order": ["oldest"], "page": ["2"]}
    view = visit(folders["shipped"], "stories", query=query).row("stories-", 0)
    assert view.faults() == []
    assert view.query() == query | {"story": view.query()["story"]}
    query = {"order": ["sample"], "seed": ["7"]}
    view = visit(folders["shipped"], "stories", query=query).row("stories-", 0)
    assert view.query() == query | {"story": view.query()["story"]}


def test_the_rows_of_a_figure_are_those_it_counts(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """The rows that open are as many stories as the figure says that it counts."""
    view = visit(folders["shipped"], query={"type": "video"})
    total = view.metrics()["Stories"]
    view.at.toggle(key="rows-timeline").set_value(True).run()
    assert view.faults() == []
    assert view.says(f"of {total}. ")
    rows = view.table("rows-timeline-")
    assert len(rows) == min(int(total), 50)
    assert rows["published_at"].is_monotonic_decreasing


def test_a_list_stays_open_when_its_number_changes(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """A click elsewhere narrows it; the mark of another figure is no mark of its own."""
    view = visit(folders["shipped"], "providers")
    view.at.toggle(key="rows-share-of-voice").set_value(True).run()
    before = view.at.toggle(key="rows-share-of-voice").label
    view.pick("providers", provider="Civic Code")
    after = view.at.toggle(key="rows-share-of-voice")
    assert after.value
    assert after.label != before
    rows = view.table("rows-share-of-voice-")
    assert after.label == f"Rows ({len(rows)})"
    assert set(rows["provider_name"]) == {"Civic Code"}


def test_each_mark_has_its_own_list(visit: Open, folders: Mapping[str, Path]) -> None:
    """One that was closed does not keep the next from opening."""
    view = visit(folders["shipped"], "coverage")
    view.pick("leads", provider="The Harbour Ledger")
    (switch,) = [t for t in view.at.toggle if str(t.key).startswith("mark-leads-")]
    assert switch.value
    assert view.buttons()["unmark-leads"].startswith(
        f"The Harbour Ledger: {view.number(switch.label)} coverages, listed below"
    )
    switch.set_value(False).run()
    assert "listed below" not in view.buttons()["unmark-leads"]
    view.pick("leads", provider="Gearwright")
    (switch,) = [t for t in view.at.toggle if str(t.key).startswith("mark-leads-")]
    assert switch.value
    view.pick("leads", provider="Gearwright")
    assert "mark" not in view.query()
    assert not view.at.toggle(key="rows-leads").value


def test_pages_of_a_table_hold_all_rows(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """Fifty rows a page, each story on one of them."""
    view = visit(folders["shipped"], "stories", query={"type": "article"})
    total = int(view.parts("download_button")[0].label.split()[2])
    pages = -(-total // 50)
    titles: list[str] = []
    for number in range(1, pages + 1):
        view.turn("stories-page-", number)
        titles += list(view.table("stories-").index)
    assert len(titles) == len(set(titles)) == total


def test_a_mark_without_filters_lists_its_stories(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """It is named above its chart, the list stands below it, newest first."""
    view = visit(folders["shipped"], "coverage", query={"part": "together"})
    pair = {"provider": "The Harbour Ledger", "other": "Northern Lantern"}
    view.pick("cocoverage", **pair)
    assert view.faults() == []
    mark = ["cocoverage", *pair.values()]
    assert view.query() == {"part": ["together"], "mark": mark}
    rows = view.table("mark-cocoverage-")
    assert rows["published_at"].is_monotonic_decreasing
    label = view.buttons()["unmark-cocoverage"]
    said = f"The Harbour Ledger and Northern Lantern: {len(rows)} stories, listed below"
    assert label.startswith(said)
    drawn = [getattr(message, "id", "") for message in view.messages()]
    parts = [name for name in drawn if "-cocoverage" in name]
    assert parts[1].endswith("-unmark-cocoverage")  # after the figure itself
    view.at.button(key="unmark-cocoverage").click().run()
    assert view.query() == {"part": ["together"]}


def test_a_story_that_is_marked_is_called_by_its_title(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """Not by the name of its file, which is what the address holds."""
    view = visit(folders["shipped"], "coverage")
    view.pick("scoops", story_id="2021-12-29-timeline-the-fake-almeira-record")
    said = "Timeline: the fake Almeira record: 1 gap, listed below"
    assert view.buttons()["unmark-scoops"].startswith(said)


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ({}, set()),
        ({"state": "published"}, {"rest"}),
        ({"state": "published", "from": "2021-03-01"}, {"rest", "before"}),
    ],
    ids=["nothing chosen", "a filter", "a range"],
)
def test_a_view_is_compared_by_a_click(
    visit: Open, folders: Mapping[str, Path], query: dict[str, str], offered: set[str]
) -> None:
    """With what there is to compare it with, and with the filters it has."""
    view = visit(folders["shipped"], "topics", query=query)
    for name in ("rest", "before"):
        asked = {field: [value] for field, value in query.items()}
        link = ("compare", asked | {"against": [name]})
        assert (link in view.links()) == (name in offered)


def test_a_finding_is_a_link_to_its_view(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """One step in the history, with the filters of the view."""
    links = visit(folders["shipped"], query={"topic": "Robotics"}).links()
    held = {"topic": ["Robotics"]}
    assert links.count(("topics", held)) == 2  # the page itself, and what is said of it
    assert [page for page, query in links if "story" in query] == ["story"]
