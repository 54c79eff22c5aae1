"""Which topics rise and fall, as the figure says it."""

from __future__ import annotations

from typing import Final

import pytest

from measures.filters import EVERYTHING
from pages.charts import theme
from pages.charts.what import momentum, quadrant
from tests.charts.what.trends import END, told, trends
from tests.corpora import corpus_of


def test_both_ends_are_shown_where_not_all_fit() -> None:
    """Those that fall most are shown as well, and those between are counted as such."""
    names = [f"T{number:02}" for number in range(momentum.MOST_ROWS + 4)]
    corpus = trends({name: number for number, name in enumerate(names)})
    figure = momentum.bars(corpus, EVERYTHING)
    half = momentum.MOST_ROWS // 2
    assert figure.frame["topic"].tolist() == [
        *reversed(names[-half:]),
        *reversed(names[:half]),
    ]
    assert "4 topics between those that rise and fall most." in figure.left_out
    assert "too little data" not in figure.left_out


def test_what_neither_rises_nor_falls_is_said_so() -> None:
    """As many as expected is no fall."""
    corpus = trends({"Chips": 5, "Games": 5, "Law": 5})
    figure = momentum.bars(corpus, EVERYTHING)
    assert figure.frame["momentum_score"].tolist() == [0, 0, 0]
    assert figure.title.kind == "momentum.plain"


MOVES: Final = [
    ({"Chips": 6, "Games": 5}, "momentum.plain", ""),
    ({"Chips": 11, "Games": 5}, "momentum.plain", ""),
    ({"Chips": 25, "Games": 5}, "momentum.rising", "Chips"),
    ({"Chips": 5, "Games": 0}, "momentum.falling", "Games"),
]


@pytest.mark.parametrize(("recent", "kind", "name"), MOVES)
def test_what_moves_by_more_than_chance_is_named(
    recent: dict[str, int], kind: str, name: str
) -> None:
    """Where 5 were expected, made of 20 stories: 11 are not enough."""
    title = momentum.bars(trends(recent), EVERYTHING).title
    assert title.kind == kind
    assert title.facts.get("name", "") == name


def test_only_what_is_remarkable_has_the_accent() -> None:
    """Rising or falling by two standard deviations; 5 are expected, so by 4.5 stories."""
    corpus = trends({"Chips": 10, "Games": 9, "Law": 1, "Work": 0})
    for make in (momentum.bars, quadrant.plane):
        frame = make(corpus, EVERYTHING).frame.set_index("topic")
        assert frame["role"].to_dict() == {
            "Chips": theme.CHOSEN,
            "Games": theme.SHOWN,
            "Law": theme.SHOWN,
            "Work": theme.CHOSEN,
        }


def test_too_little_counts_topics_without_a_momentum() -> None:
    """Only those that have too little to expect, however many are shown."""
    rare = [told(f"rare-{number}", "Rare", END) for number in range(2)]
    figure = momentum.bars(trends({"Chips": 9, "Law": 5}, rare), EVERYTHING)
    assert figure.frame["topic"].tolist() == ["Chips", "Law"]
    assert figure.left_out.startswith("1 topic with too little data.")
    assert momentum.bars(corpus_of(*rare), EVERYTHING).empty
