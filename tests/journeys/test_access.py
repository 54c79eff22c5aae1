"""Readers who cannot see, or not well, get as far as others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys import recipes
from tests.journeys.access import obstacles

if TYPE_CHECKING:
    from tests.journeys.reader import Reader


def test_no_view_has_an_obstacle(reader: Reader) -> None:
    """Chips, an open story, and a view without stories are no obstacles."""
    reader.open("/stories?type=article&state=published&q=the")
    assert obstacles(reader) == []
    recipes.click_row(reader, "stories-", 0)
    assert obstacles(reader) == []
    reader.open("/?type=video&topic=Robotics&q=nothing+of+this+kind")
    assert obstacles(reader) == []
