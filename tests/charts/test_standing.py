"""Who leads a ranking, and what place in it the chosen ones have."""

from __future__ import annotations

from typing import Final

import pandas as pd
import pytest

from pages.charts import standing


def ranked(**counts: int) -> pd.DataFrame:
    """A ranking of providers by stories."""
    return pd.DataFrame({"provider": list(counts), "story_count": counts.values()})


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (ranked(), []),
        (ranked(A=3, B=2), ["A"]),
        (ranked(A=3, B=3, C=1), ["A", "B"]),
    ],
)
def test_of_equals_none_leads_alone(table: pd.DataFrame, expected: list[str]) -> None:
    """All that have most are named."""
    assert standing.leaders(table, "provider") == expected


LEVEL: Final = [
    (ranked(), ""),
    (ranked(A=3, B=2), ""),
    (ranked(A=3, B=3, C=1), "A and B ran most: 3 stories each"),
    (ranked(A=1, B=1, C=1, D=1), "4 providers ran 1 story each"),
]


@pytest.mark.parametrize(("table", "expected"), LEVEL)
def test_equals_are_said_to_be_level(table: pd.DataFrame, expected: str) -> None:
    """Where all are, nobody has most."""
    assert standing.level(table, "provider") == expected


@pytest.mark.parametrize(
    ("names", "expected"), [("A", "A"), ("ABC", "A, B and C"), ("ABCD", "4 providers")]
)
def test_many_are_counted(names: str, expected: str) -> None:
    """A headline has room for three."""
    assert standing.named(tuple(names), "provider") == expected


CHOSEN: Final = [
    (ranked(A=3, B=2, C=1), "B", (2, 6), "B ran 2 of 6 stories, second of 3 providers"),
    (
        ranked(A=3, B=2, C=2),
        "C",
        (2, 7),
        "C ran 2 of 7 stories, joint second of 3 providers",
    ),
    (ranked(A=3, B=2, C=1), "AB", (5, 6), "A and B ran 5 of 6 stories"),
    (ranked(A=3), "A", (3, 3), "A ran 3 of 3 stories"),
    (ranked(A=3, B=2), "X", (0, 5), "X ran 0 of 5 stories"),
]


@pytest.mark.parametrize(("table", "chosen", "stories", "expected"), CHOSEN)
def test_the_chosen_are_given_their_place(
    table: pd.DataFrame, chosen: str, stories: tuple[int, int], expected: str
) -> None:
    """Several have none, nor has one that is alone or that has no story."""
    said = standing.of_chosen(table, "provider", tuple(chosen), stories)
    assert said == expected
