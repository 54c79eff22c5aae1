"""Which providers broke stories, and which stories these are."""

from __future__ import annotations

from measures.filters import EVERYTHING, Filters
from measures.related import broken, scoops
from tests.charts.sixteen import sixteen, unrelated
from tests.measures.six import ids


def test_no_gap_has_no_breaker() -> None:
    """No rows, with all columns; and no stories of anybody."""
    for corpus in (unrelated(), sixteen()):
        chosen = Filters(words="nothing")
        counted = broken.by_provider(corpus, chosen)
        assert counted.empty
        assert list(counted) == ["provider", "story_count", "story_share"]
        assert broken.stories(corpus, chosen, "One").tolist() == []


def test_counts_are_of_the_ledger() -> None:
    """One broke all five, Three shares the last."""
    counted = broken.by_provider(sixteen(), EVERYTHING)
    assert counted.to_numpy().tolist() == [["One", 5, 1.0], ["Three", 1, 0.2]]
    assert len(scoops.ledger(sixteen(), EVERYTHING).frame) == 5
    assert ids(sixteen(), broken.stories(sixteen(), EVERYTHING, "One")) == "klmno"
    assert ids(sixteen(), broken.stories(sixteen(), EVERYTHING, "Three")) == "o"


def test_a_provider_that_broke_nothing_has_no_stories() -> None:
    """Nor has one that the corpus does not know."""
    for name in ("Two", "Four", "Nobody", ""):
        assert broken.stories(sixteen(), EVERYTHING, name).tolist() == []
