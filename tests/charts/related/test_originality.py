"""How original stories are: each part of a bar opens its stories."""

from __future__ import annotations

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts.related import originality
from tests.charts.marks import assert_reconciles, assert_says_nothing
from tests.charts.sixteen import sixteen, unrelated
from tests.measures.six import ids


def test_nothing_has_no_mix() -> None:
    """Without any related coverage "all exclusive" would be no finding."""
    assert_says_nothing_but_bars(unrelated(), "no related coverage")
    empty = originality.mix(sixteen(), Filters(words="nothing"))
    assert_says_nothing(empty, "Too little data")
    young = originality.mix(sixteen(), Filters(provider=("Four",)))
    assert_says_nothing(young, "younger than 72 hours")


def assert_says_nothing_but_bars(corpus: object, why: str) -> None:
    """The figure shows no chart, whatever its frame holds."""
    figure = originality.mix(corpus, EVERYTHING)  # type: ignore[arg-type]
    assert why in figure.empty
    assert figure.title.kind == "originality.plain"


def test_the_parts_of_a_bar() -> None:
    """One's ten were first, Two's five late; p is too young. Two has fewer than ten."""
    figure = originality.mix(sixteen(), EVERYTHING)
    assert figure.title.kind == "originality.shares"
    assert figure.title.facts["exclusive_share"] == 0
    assert figure.title.facts["first_share"] == pytest.approx(2 / 3)
    parts = figure.frame[["provider", "kind", "story_count", "start", "end"]]
    whole, late, one = parts.to_numpy().tolist()
    assert whole == [originality.ALL, "first", 10, 0, pytest.approx(2 / 3)]
    assert late == [originality.ALL, "late", 5, pytest.approx(2 / 3), pytest.approx(1)]
    assert one == ["One", "first", 10, 0, 1]
    assert "1 provider with fewer than 10 stories." in figure.left_out
    assert "1 story (younger than the window)." in figure.left_out
    assert_reconciles(figure, sixteen())


def test_a_part_opens_its_stories() -> None:
    """Of all providers or of one; a link that names what is not opens nothing."""
    figure = originality.mix(sixteen(), EVERYTHING)
    assert figure.stories is not None
    assert ids(sixteen(), figure.stories((originality.ALL, "late"))) == "klmno"
    assert ids(sixteen(), figure.stories(("One", "first"))) == "abcdefghij"
    for unknown in (("One", "late"), ("Nobody", "first"), ("One", "nonsense")):
        assert figure.stories(unknown).tolist() == []


def test_a_part_stays_within_the_filters() -> None:
    """Of the stories that a word chooses, and no others."""
    chosen = Filters(words='"Story k"')
    figure = originality.mix(sixteen(), chosen)
    assert_reconciles(figure, sixteen())
    assert figure.stories is not None
    assert ids(sixteen(), figure.stories((originality.ALL, "late"))) == "k"


def test_the_first_bar_skips_the_choice_of_providers() -> None:
    """Two's five stories stand beside all fifteen, and the headline is of Two."""
    figure = originality.mix(sixteen(), Filters(provider=("Two",)))
    assert figure.title.kind == "originality.counts"
    assert figure.title.facts["total_count"] == 5
    assert "Two" in figure.title
    assert figure.frame["provider"].unique().tolist() == [originality.ALL]
    assert figure.frame["story_count"].tolist() == [10, 5]
    assert "15 stories" in figure.counts
    assert_reconciles(figure, sixteen())
    one = originality.mix(sixteen(), Filters(provider=("One",)))
    assert one.title.facts["first_share"] == 1
    alone = originality.mix(sixteen(), Filters(words='"Story k"'))
    assert alone.title.kind == "originality.counts"
