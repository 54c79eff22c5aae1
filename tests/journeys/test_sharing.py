"""A view is its link: for somebody else, after a reload, and beside other readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys import recipes
from tests.journeys.test_clicking import LEDGER, totals

if TYPE_CHECKING:
    from tests.journeys.conftest import Visit
    from tests.journeys.reader import Reader


def test_a_copied_link_shows_the_same_numbers(visit: Visit) -> None:
    """What one reader set with widgets and clicks, another has from the link alone."""
    one = visit()
    one.open("/")
    recipes.click_mark(one, "figure-providers", LEDGER)
    recipes.choose(one, "Topic", "Regulation")
    recipes.write(one, "Words", "the")
    link = recipes.copied_link(one)
    assert link.startswith(one.server.url)
    other = visit()
    other.open(link)
    assert other.query() == one.query()
    assert totals(other) == totals(one)


def test_a_reload_changes_nothing(reader: Reader) -> None:
    """Filters, order and seed survive a reload, and so do the rows that they chose."""
    reader.open("/stories?type=article")
    recipes.select(reader, "Order", "Random sample")
    recipes.pick(reader, "State", "published")
    before = reader.query(), recipes.rows(reader, "stories-")
    reader.page.reload(wait_until="commit")
    reader.idle()
    assert (reader.query(), recipes.rows(reader, "stories-")) == before


def test_a_story_survives_a_reload(reader: Reader) -> None:
    """A story's page is its link as well, with the filters that led to it."""
    reader.open("/stories?type=article")
    recipes.click_row(reader, "stories-", 3)
    title = reader.page.get_by_role("heading", level=1).inner_text()
    before = reader.query()
    reader.page.reload(wait_until="commit")
    reader.idle()
    assert reader.query() == before
    assert reader.page.get_by_role("heading", level=1).inner_text() == title


def test_two_readers_see_their_own(visit: Visit) -> None:
    """What one reader chooses is nothing to another who looks at the same time."""
    one, other = visit(), visit()
    one.open("/")
    other.open("/?type=video")
    whole, videos = totals(one), totals(other)
    recipes.click_mark(one, "figure-providers", LEDGER)
    recipes.pick(other, "State", "published")
    assert one.query() == {"provider": [LEDGER]}
    assert other.query() == {"type": ["video"], "state": ["published"]}
    recipes.back(other)
    recipes.back(one)
    assert (totals(one), totals(other)) == (whole, videos)
