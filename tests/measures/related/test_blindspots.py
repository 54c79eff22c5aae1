"""Wide stories that a large provider did not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from measures.filters import EVERYTHING, Filters
from measures.related import blindspots
from tests.corpora import Story, corpus_of, entry, story

if TYPE_CHECKING:
    import pytest


def ran(name: str, *providers: str) -> Story:
    """A story that just these providers ran."""
    others = [entry(f"{name}{who}", provider=who) for who in providers[1:]]
    return story(name, provider=providers[0], related=others)


NEWS = (
    ran("a", "One", "Two", "Three"),
    ran("b", "One", "Three", "Four"),
    ran("c", "Two"),
    ran("d", "Two"),
    ran("e", "Two", "One"),
)


def test_who_is_absent_from_wide_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wide, of three providers: a and b. Two is in a alone, though in most coverages."""
    monkeypatch.setattr(blindspots, "LEAST_BREADTH", 3)
    corpus = corpus_of(*NEWS)
    whole = blindspots.of_providers(corpus, EVERYTHING, 2)
    assert whole.n == 2
    assert whole.frame.to_dict("records") == [
        {
            "provider": "Two",
            "coverage_count": 4,
            "wide_count": 1,
            "absent_count": 1,
            "absent_share": 0.5,
        },
        {
            "provider": "One",
            "coverage_count": 3,
            "wide_count": 2,
            "absent_count": 0,
            "absent_share": 0.0,
        },
    ]
    assert blindspots.stories(corpus, EVERYTHING, "Two").tolist() == [1]
    assert blindspots.stories(corpus, EVERYTHING, "One").tolist() == []
    assert blindspots.stories(corpus, EVERYTHING, "Nobody").tolist() == [0, 1]


def test_without_a_wide_story_nobody_is_absent() -> None:
    """No share of nothing; and an empty view has no rows."""
    corpus = corpus_of(*NEWS)
    frame = blindspots.of_providers(corpus, EVERYTHING).frame
    assert frame["absent_count"].sum() == 0
    assert frame["absent_share"].isna().all()
    nobody = Filters(provider=("Nobody",))
    assert blindspots.of_providers(corpus, nobody).frame.empty
