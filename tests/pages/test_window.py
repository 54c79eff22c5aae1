"""The window that a reader set reaches every breadth on every page, and is said there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

import loaders
from measures import breadths
from measures.filters import Filters
from measures.who import league
from pages.parts.navigation import PAGES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.pages.conftest import Open
    from tests.pages.view import View

WINDOW: Final = 24
ASKED: Final = {"window": str(WINDOW)}
LISTED: Final = {
    "overview": "widest-",
    "timeline": "view-",
    "stories": "stories-",
    "story": "choose-",
}
"""The tables of stories that pages have, by the beginnings of their keys."""


def helps(view: View, key: str) -> dict[str, str]:
    """What the columns of a table say when one points at their heads, by column."""
    return {column["name"]: column["help"] for column in view.grid(key)["columns"]}


@pytest.mark.parametrize("page", PAGES)
def test_another_window_is_said_on_every_page(
    visit: Open, folders: Mapping[str, Path], page: str
) -> None:
    """It changes numbers in view: so it stands above them, and a click takes it back."""
    view = visit(folders["shipped"], page, query=ASKED)
    assert view.faults() == []
    assert view.buttons()["setting_window"].startswith("coverage within 24 hours")
    view.at.button(key="setting_window").click().run()
    assert view.query() == {}
    assert not [key for key in view.buttons() if key.startswith("setting_")]


SETTINGS: Final = [
    ({"by": "domain"}, "setting_by", "providers by domain"),
    ({"grain": "month"}, "setting_grain", "bins of a month"),
    ({"window": "1"}, "setting_window", "coverage within 1 hour \u2002"),
]


@pytest.mark.parametrize(("query", "key", "said"), SETTINGS)
def test_whatever_changes_how_things_are_read_is_said(
    visit: Open, folders: Mapping[str, Path], query: dict[str, str], key: str, said: str
) -> None:
    """Beside the filters, which a click on it leaves alone."""
    view = visit(folders["shipped"], query={"type": "article", **query})
    assert view.buttons()[key].startswith(said)
    view.at.button(key=key).click().run()
    assert view.query() == {"type": ["article"]}


@pytest.mark.parametrize("page", LISTED)
def test_a_table_of_stories_has_the_breadths_of_the_window(
    visit: Open, folders: Mapping[str, Path], page: str
) -> None:
    """Those within 24 hours, which the head of the column says, in the same order."""
    corpus = loaders.load(folders["shipped"])
    view = visit(folders["shipped"], page, query=ASKED)
    table = view.table(LISTED[page])
    positions = [corpus.positions_by_id[story] for story in table.index]
    found = breadths.counts(corpus, WINDOW)[positions]
    assert table["breadth_count"].tolist() == found.tolist()
    assert helps(view, LISTED[page])["breadth_count"].endswith("within 24 hours")


def test_the_widest_stories_are_the_widest_within_the_window(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """The order of the list, and the sentence at the head of the overview."""
    corpus = loaders.load(folders["shipped"])
    found = breadths.counts(corpus, WINDOW)
    view = visit(folders["shipped"], query=ASKED)
    assert view.table("widest-")["breadth_count"].tolist() == sorted(found)[:-11:-1]
    said = [link.proto.label for link in view.parts("page_link")]
    assert any(f"{found.max()} providers within 24 hours" in text for text in said)
    assert not any("72 hours" in text or "three days" in text for text in said)


def test_the_league_has_the_medians_of_the_window(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """Whole ones and halves alike, as they are; the help says of how many hours."""
    corpus = loaders.load(folders["shipped"])
    view = visit(folders["shipped"], "providers", query=ASKED)
    shown = view.table("league-")["breadth_median_count"]
    whole = league.table(corpus, Filters(window=WINDOW))["breadth_median_count"]
    assert shown.tolist() == whole.head(len(shown)).tolist()
    assert (whole % 1 == 0.5).any()
    assert helps(view, "league-")["breadth_median_count"].endswith("within 24 hours")
