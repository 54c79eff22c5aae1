"""The stories of a view: their order, and a sample that is the same for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from measures.stories import ORDERS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.pages.conftest import Open

SORTED: Final = {
    "newest": ("published_at", False),
    "oldest": ("published_at", True),
    "widest": ("breadth_count", False),
    "linked": ("related_count", False),
    "quality": ("quality_score", False),
}


def test_every_order_is_tried() -> None:
    """An order that is added belongs into the table above; a sample has its own tests."""
    assert set(ORDERS) == {*SORTED, "sample"}


@pytest.mark.parametrize("order", SORTED)
def test_the_address_sorts(
    visit: Open, folders: Mapping[str, Path], order: str
) -> None:
    """The rows stand in the order of the link, and the widget names it."""
    view = visit(folders["shipped"], "stories", query={"order": order})
    column, is_ascending = SORTED[order]
    values = view.table("stories-")[column].dropna()
    assert values.is_monotonic_increasing if is_ascending else True
    assert is_ascending or values.is_monotonic_decreasing
    assert view.at.selectbox(key="order").value == order


@pytest.mark.parametrize("order", ["", "upside-down", "Newest first"])
def test_an_unknown_order_is_the_newest_first(
    visit: Open, folders: Mapping[str, Path], order: str
) -> None:
    """A link that means nothing by its order sorts as no order does."""
    view = visit(folders["shipped"], "stories", query={"order": order})
    usual = visit(folders["shipped"], "stories")
    assert view.faults() == []
    assert list(view.table("stories-").index) == list(usual.table("stories-").index)


def test_the_widget_writes_the_order(visit: Open, folders: Mapping[str, Path]) -> None:
    """What is chosen is in the address, beside the filters."""
    view = visit(folders["shipped"], "stories", query={"type": "video"})
    view.at.selectbox(key="order").set_value("oldest").run()
    assert view.query() == {"type": ["video"], "order": ["oldest"]}
    assert view.table("stories-")["published_at"].is_monotonic_increasing


def test_a_seed_draws_the_same_sample(visit: Open, folders: Mapping[str, Path]) -> None:
    """Twenty stories; the same for the same seed, others for another."""
    samples = [
        list(
            visit(
                folders["shipped"],
                "stories",
                query={"order": "sample", "seed": seed},
            )
            .table("stories-")
            .index
        )
        for seed in ("7", "7", "8")
    ]
    assert len(samples[0]) == len(set(samples[0])) == 20
    assert samples[0] == samples[1] != samples[2]


@pytest.mark.parametrize("seed", ["", "-1", "x", "9" * 30])
def test_a_strange_seed_still_draws(
    visit: Open, folders: Mapping[str, Path], seed: str
) -> None:
    """A seed that is no number, or none that fits, draws some sample all the same."""
    query = {"order": "sample", "seed": seed}
    view = visit(folders["shipped"], "stories", query=query)
    assert view.faults() == []
    assert len(view.table("stories-")) == 20


def test_the_seed_is_in_the_address(visit: Open, folders: Mapping[str, Path]) -> None:
    """The seed that is typed is what another reader will draw with."""
    view = visit(folders["shipped"], "stories", query={"order": "sample"})
    view.at.number_input(key="seed").set_value(5).run()
    assert view.query() == {"order": ["sample"], "seed": ["5"]}


PAGED: Final = [
    ("3", 3),
    ("1", 1),
    ("0", 1),
    ("-7", 1),
    ("99", 9),
    ("9" * 30, 9),
    ("banana", 1),
]


@pytest.mark.parametrize(("text", "page"), PAGED)
def test_a_link_opens_its_page_of_rows(
    visit: Open, folders: Mapping[str, Path], text: str, page: int
) -> None:
    """Fifty rows a page; a number that there is none of is the nearest there is."""
    view = visit(folders["shipped"], "stories", query={"page": text})
    assert view.faults() == []
    assert view.says(f"Rows {50 * page - 49:,} to ")
    assert view.says("left out: Page") == (text == "banana")


def test_a_page_is_turned_in_the_address(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """The first leaves no trace; in another order, or of other stories, it is the first."""
    view = visit(folders["shipped"], "stories", query={"type": "article"})
    view.turn("stories-page-", 3)
    assert view.query() == {"type": ["article"], "page": ["3"]}
    assert view.says("Rows 101 to 150 of ")
    view.at.selectbox(key="order").set_value("oldest").run()
    assert view.query() == {"type": ["article"], "order": ["oldest"]}
    view.turn("stories-page-", 2)
    view.at.button(key="chip_type").click().run()
    assert view.query() == {"order": ["oldest"]}
    assert view.says("Rows 1 to 50 of ")
    view.turn("stories-page-", 2).turn("stories-page-", 1)
    assert view.query() == {"order": ["oldest"]}
