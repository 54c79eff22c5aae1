"""Tables are sorted over all their rows, by any column, in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import pytest

from measures import ordering
from pages.parts.navigation import PAGES
from tests.corpora import story, write_corpus
from tests.pages.view import CHAPTERS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.pages.conftest import Open
    from tests.pages.view import View

COUNT: Final = 120
NAMES: Final = ["Zeit", "Élysée", "Svenska", "Łódź", "El Mundo", "Ärzte", "Ledger"]
OF_OTHERS: Final = {"coverage": "first", "health": "state"}
"""The chapters that their pages show anyway."""
PLACES: Final = [
    *(("shipped", page, "") for page in PAGES),
    *(("shipped", page, part) for page, part in CHAPTERS if OF_OTHERS[page] != part),
    ("hostile", "health", ""),  # where files have problems
    ("hostile", "health", "work"),
]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """120 stories, a minute apart: the newest has the first title."""
    return write_corpus(
        tmp_path_factory.mktemp("many") / "paper",
        [
            story(
                f"s{at:03}",
                title=f"Title {COUNT - at:03}",
                published_at=f"2021-01-02T{at // 60:02}:{at % 60:02}:00Z",
                provider=NAMES[at % len(NAMES)],
                quality=at % 10 or None,
            )
            for at in range(COUNT)
        ],
    )


def opened(view: View) -> View:
    """The page with the rows of all its figures."""
    closed = [toggle for toggle in view.at.toggle if not toggle.value]
    for toggle in closed:
        toggle.set_value(True)
    view.at.run()
    assert {f"{toggle.key}-table" for toggle in closed} <= set(view.grids())
    return view


def ranks(view: View, key: str, column: str) -> Any:  # noqa: ANN401 - an array
    """What orders the values of a column that are on the page, as they stand."""
    values = view.table(key)[column]
    if pd.api.types.is_object_dtype(values):
        values = values.astype("str")
    return ordering.ranks(values)


@pytest.mark.parametrize(("corpus", "page", "part"), PLACES)
def test_every_table_sorts_up_and_down(
    visit: Open, folders: Mapping[str, Path], corpus: str, page: str, part: str
) -> None:
    """Each by a column, from its header; what is missing stands last both ways."""
    query = {"part": part} if part else {}
    if page == "story":
        query = {"story": "2021-12-29-timeline-the-fake-almeira-record"}
    if page == "compare":
        query = {"type": "video", "against": "rest"}
    view = opened(visit(folders[corpus], page, query=query))
    assert view.faults() == []
    assert view.grids()
    for key, grid in view.grids().items():
        assert all(column["sort"] for column in grid["columns"] if _has_values(column))
        column = [c["name"] for c in grid["columns"] if c["sort"] == "none"][-1]
        name = key.removesuffix("-table")
        prefix = "" if name == "stories" else f"{name}."
        seen = set()
        for _ in range(2):
            view.header(key, column)
            (sort,) = view.query()["sort"]
            assert sort in {f"{prefix}{column}", f"{prefix}-{column}"}
            marked = {c["name"]: c["sort"] for c in view.grid(key)["columns"]}
            falls = sort == f"{prefix}-{column}"
            assert marked.pop(column) == ("descending" if falls else "ascending")
            assert set(marked.values()) <= {"none", ""}
            found = ranks(view, key, column) * (-1 if falls else 1)
            assert pd.Series(found).dropna().is_monotonic_increasing, (key, sort)
            assert not pd.isna(found[: pd.notna(found).sum()]).any()
            seen.add(sort)
        assert len(seen) == 2
        view.header(key, column)
        assert "sort" not in view.query()
        assert view.faults() == []


def _has_values(column: Mapping[str, str]) -> bool:
    return column["kind"] != "course"


def test_a_sort_is_over_all_rows(visit: Open, many: Path) -> None:
    """The first row is the last of 120 titles, not of the fifty that were shown."""
    view = visit(many, "stories")
    assert view.table("stories-")["title"].iloc[0] == "Title 001"
    view.header("stories-", "title").header("stories-", "title")
    assert view.query() == {"sort": ["-title"]}
    assert view.table("stories-")["title"].iloc[0] == f"Title {COUNT:03}"
    assert view.says(f"Rows 1 to 50 of {COUNT}. Sorted by Title, Z to A. ")
    view.turn("stories-page-", 3)
    assert view.query() == {"sort": ["-title"], "page": ["3"]}
    assert view.table("stories-")["title"].iloc[-1] == "Title 001"


def test_another_sort_is_the_first_page(visit: Open, many: Path) -> None:
    """And leaves the filters and the order of the list as they are."""
    query = {"page": ["3"], "order": ["oldest"], "type": ["article"]}
    view = visit(many, "stories", query=query).header("stories-", "provider_name")
    sorted_by = {"order": ["oldest"], "type": ["article"], "sort": ["provider_name"]}
    assert view.query() == sorted_by
    names = view.table("stories-")["provider_name"].drop_duplicates()
    assert names.tolist() == ["Ärzte", "El Mundo", "Élysée"]
    view.header("stories-", "provider_name").header("stories-", "provider_name")
    assert view.query() == {"order": ["oldest"], "type": ["article"]}


def test_other_tables_turn_back_to_their_first_page(visit: Open, many: Path) -> None:
    """Their page is not in the address."""
    view = visit(many, "timeline").turn("view-page-", 2)
    assert view.says(f"Rows 51 to 100 of {COUNT}.")
    view.header("view-", "quality_score")
    assert view.query() == {"sort": ["view.-quality_score"]}
    assert view.says(f"Rows 1 to 50 of {COUNT}. Sorted by Quality, greatest first.")
    assert view.table("view-")["quality_score"].iloc[0] == 9


def test_each_table_has_a_sort_of_its_own(visit: Open, many: Path) -> None:
    """A link holds them all; a filter leaves them."""
    sorts = ["view.title", "rows-timeline.-title", "view.provider_name"]
    view = visit(many, "timeline", query={"sort": sorts})
    view.at.toggle(key="rows-timeline").set_value(True).run()
    assert view.table("view-")["provider_name"].iloc[0] == "Ärzte"
    assert view.table("rows-timeline-")["title"].iloc[0] == f"Title {COUNT:03}"
    view.header("view-", "state")
    assert view.query() == {"sort": ["rows-timeline.-title", "view.state"]}
    view.follow({**view.query(), "provider": "Zeit"})
    assert view.table("rows-timeline-")["title"].iloc[0] == "Title 120"


UNKNOWN: Final = [
    ("stories", "colour", "Sorted by “colour”"),
    ("stories", "-", "Sorted by “-”"),
    ("stories", "--title", "Sorted by “--title”"),
    ("stories", "excerpt", "Sorted by “excerpt”"),
    ("providers", "league.story_counts", "Sorted by “league.story_counts”"),
    ("providers", "league.-<b>", "Sorted by “league.-<b>”"),
    ("timeline", "view.", "Sorted by “view.”"),
]


@pytest.mark.parametrize(("page", "value", "said"), UNKNOWN)
def test_a_column_that_is_not_there_is_said(
    visit: Open, many: Path, page: str, value: str, said: str
) -> None:
    """Once; and the rows stand as they do without it."""
    view = visit(many, page, query={"sort": value})
    assert view.faults() == []
    assert [warning for warning in view.at.warning if "left out" in warning.value]
    assert sum(said in text for text in view.texts()) == 1
    usual = visit(many, page).grids()
    assert {key: grid["rows"] for key, grid in view.grids().items()} == {
        key: grid["rows"] for key, grid in usual.items()
    }


def test_a_sort_of_a_table_that_is_not_shown_is_kept(visit: Open, many: Path) -> None:
    """Its rows may be closed for now: nothing is said of it."""
    query = {"sort": ["rows-timeline.title", "title"]}
    view = visit(many, "overview", query=query)
    assert not view.at.warning
    assert view.query() == query


@pytest.mark.parametrize(
    "value", ["story_counts", "story_id", "<b>", 7, None, ["title"]]
)
def test_a_header_that_is_none_sorts_nothing(
    visit: Open, many: Path, value: object
) -> None:
    """A client may send anything."""
    view = visit(many, "providers")
    view._tell("league-", "sort", value)
    assert view.faults() == []
    assert view.query() == {}


@pytest.mark.parametrize("value", ["", "../s001", "s119 ", 7, None, {"a": 1}])
def test_a_row_that_is_none_opens_nothing(
    visit: Open, many: Path, value: object
) -> None:
    """Nor does one that stands on another page of the table."""
    view = visit(many, "stories")
    for sent in (value, "s001"):
        view._tell("stories-", "open", sent)
        assert view.faults() == []
        assert view.query() == {}


def test_a_named_order_is_a_sort(visit: Open, many: Path) -> None:
    """The widget names what a header sorted by, and an order takes its place."""
    view = visit(many, "stories").header("stories-", "quality_score")
    assert view.query() == {"sort": ["-quality_score"]}
    assert view.at.selectbox(key="order").value == "quality"
    view.header("stories-", "title")
    order = view.at.selectbox(key="order")
    assert (order.value, order.options[-1]) == ("title", "By Title, A to Z")
    order.set_value("oldest").run()
    assert view.query() == {"order": ["oldest"]}
    assert [c["sort"] for c in view.grid("stories-")["columns"]].count("none") == 7
    assert view.table("stories-")["published_at"].is_monotonic_increasing


def test_a_sorted_sample_is_the_same_stories(visit: Open, many: Path) -> None:
    """A header arranges the twenty that the seed drew."""
    query = {"order": ["sample"], "seed": ["7"]}
    view = visit(many, "stories", query=query)
    drawn = set(view.table("stories-").index)
    view.header("stories-", "title")
    assert view.query() == query | {"sort": ["title"]}
    assert set(view.table("stories-").index) == drawn
    assert view.table("stories-")["title"].dropna().is_monotonic_increasing
    assert view.at.selectbox(key="order").value == "sample"
    view.row("stories-", 2)
    assert view.says("3 of 20, random sample, by Title, A to Z")


@pytest.mark.parametrize(
    ("page", "table", "query"),
    [
        ("stories", "stories-", {}),
        ("stories", "stories-", {"order": ["quality"]}),
        ("timeline", "view-", {}),
    ],
)
def test_a_story_steps_through_the_list_as_it_was_sorted(
    visit: Open, many: Path, page: str, table: str, query: dict[str, list[str]]
) -> None:
    """Previous and next, from whatever table it was opened."""
    view = visit(many, page, query=query).header(table, "provider_name")
    kept = [sort for sort in view.query()["sort"] if "." in sort]
    titles = view.table(table)["title"].tolist()
    view.row(table, 3)
    assert view.faults() == []
    assert view.query()["sort"] == [*kept, "provider_name"]
    assert [heading.value for heading in view.at.title] == [titles[3]]
    assert view.says("by Provider, A to Z")
    view = visit(many, "story", query=view.query())
    view.at.button(key="step-Next").click().run()
    assert [heading.value for heading in view.at.title] == [titles[4]]


def test_a_new_tab_opens_what_a_click_does(visit: Open, many: Path) -> None:
    """A row is a link as well, with the filters and the order of its list."""
    query = {"type": "article", "sort": "-title"}
    view = visit(many, "stories", query=query)
    grid = view.grid("stories-")
    assert grid["address"] == "story?type=article&sort=-title&story="
    assert grid["opening"] == "title"
    view.row("stories-", 0)
    assert view.query() == {
        "type": ["article"],
        "sort": ["-title"],
        "story": [grid["rows"][0]["id"]],
    }
    league = visit(many, "providers", query={"provider": "Zeit"}).grid("league-")
    assert league["address"] == "providers?provider="
    assert [row["id"] for row in league["rows"] if row["chosen"]] == ["Zeit"]


def test_a_table_keeps_its_key(visit: Open, many: Path) -> None:
    """Whatever it shows: the browser then changes its rows, and draws nothing anew."""
    view = visit(many, "stories")
    ids = [node.proto.id for node in view.at.get("bidi_component")]
    view.header("stories-", "title").turn("stories-page-", 2)
    view.at.button_group[0].run()
    view.follow({"provider": "Zeit"})
    assert [node.proto.id for node in view.at.get("bidi_component")] == ids
