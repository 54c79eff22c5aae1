"""Rankings show the leaders, and what is chosen even where it does not lead."""

from __future__ import annotations

from typing import Final

import pandas as pd
import pytest

from pages.charts import ranking, theme


def ranked(counts: list[int], chosen: str = "") -> pd.DataFrame:
    """A ranking of a, b, c, … with these counts, and of them what is chosen."""
    names = [chr(ord("a") + i) for i in range(len(counts))]
    return pd.DataFrame(
        {
            "name": names,
            "story_count": counts,
            "story_share": [count / max(sum(counts), 1) for count in counts],
            "is_chosen": pd.Series([name in chosen for name in names], dtype=bool),
        }
    )


SHOWN: Final = [
    ([], "", 3, ""),
    ([5, 4], "", 3, "ab"),
    ([5, 4, 3, 2, 1], "", 3, "abc"),
    ([5, 4, 3, 2, 1], "a", 3, "abc"),
    ([5, 4, 3, 2, 1], "e", 3, "abe"),
    ([5, 4, 3, 2, 1], "de", 3, "ade"),
    ([5, 4, 3, 2, 1], "cde", 3, "cde"),
    ([5, 4, 3, 2, 1], "ce", 3, "ace"),
]


@pytest.mark.parametrize(("counts", "chosen", "most", "expected"), SHOWN)
def test_what_is_chosen_stays_in_the_picture(
    counts: list[int], chosen: str, most: int, expected: str
) -> None:
    """In the order of the ranking, and no more rows than asked for."""
    table = ranking.table(ranked(counts, chosen), "name", most)
    assert "".join(table["name"]) == expected


def test_the_chosen_stand_out() -> None:
    """They are in the accent, and the others pale; without a choice nothing is pale."""
    table = ranking.table(ranked([3, 1], "b"), "name")
    assert table["role"].tolist() == [theme.SHOWN, theme.CHOSEN]
    assert table["is_faint"].tolist() == [True, False]
    assert not ranking.table(ranked([3, 1]), "name")["is_faint"].any()


def test_a_label_says_number_and_share() -> None:
    """As written beside the bar; something is never 0%."""
    table = ranking.table(ranked([1500, 499, 1]), "name")
    assert table["label"].tolist() == ["1,500 · 75%", "499 · 25%", "1 · under 1%"]


def test_a_picked_mark_is_a_filter_value() -> None:
    """One name, as the tuple that filters hold."""
    assert ranking.datum_value({"name": "A & B", "story_count": 1}, "name") == (
        "A & B",
    )


def test_bars_say_what_they_count() -> None:
    """Stories, unless another unit is named; only what can be clicked picks."""
    for options, unit in (
        ({}, "Stories"),
        ({"unit": "Links", "clicks": False}, "Links"),
    ):
        spec = ranking.bars("name", "Name", **options)
        titles = [tip["title"] for tip in spec["layer"][0]["encoding"]["tooltip"]]
        assert titles == ["Name", unit, "Share"]
        assert bool(spec.get("params")) == ("clicks" not in options)


def test_names_above_narrow_columns_stand_upright() -> None:
    """On a phone; elsewhere they lean, which is easier to read."""
    axis = ranking.columns_axis().to_dict()
    assert axis["labelAngle"] == {"expr": "width < 400 ? -90 : -40"}
