"""Carrier against origin: one point a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts.related import carriers
from tests.charts.marks import assert_reconciles, assert_says_nothing, table
from tests.charts.sixteen import sixteen, unrelated
from tests.corpora import Story, corpus_of, entry, story
from tests.measures.clock import at

if TYPE_CHECKING:
    import pandas as pd

    from pages.charts.figure import Figure


def carried(
    name: str,
    day: int,
    hours: float,
    own: str = "Own",
    by: tuple[str, str] = ("MSN", "msn.com"),
) -> Story:
    """A story by a provider at 10:00, and a carrier's copy of it at these hours."""
    copied = entry(
        f"{name}copy",
        title=f"Story {name}",
        provider=f"Own on {by[0]}",
        domain=by[1],
        published_at=at(hours, days=day),
    )
    return story(name, provider=own, published_at=at(10, days=day), related=[copied])


def test_nothing_is_copied() -> None:
    """No related coverage, no copy in one, and a copy whose origin is elsewhere."""
    lone = corpus_of(carried("a", 0, 12, own="Other"))
    for corpus, why in (
        (unrelated(), "no related coverage"),
        (sixteen(), "No coverage here holds a carrier's copy."),
        (lone, "Too little data: no carrier's copy stands in a coverage beside"),
    ):
        figure = carriers.copies(corpus, EVERYTHING)
        assert_says_nothing(figure, why)
        assert figure.title.kind == "carriers.plain"
    assert carriers.copies(lone, EVERYTHING).left_out.startswith("1 carrier copy (")


def test_below_ten_pairs_no_median_is_said() -> None:
    """Two points, and the reason; one of them is dated before the origin."""
    corpus = corpus_of(carried("a", 0, 12), carried("b", 1, 9))
    figure = carriers.copies(corpus, EVERYTHING)
    assert figure.title.kind == "carriers.plain"
    points = copies_of(figure)
    assert points["lag_hours"].tolist() == [2, -1]
    assert points["after"].tolist() == ["2 h after", "1 h before"]
    assert figure.frame["lag_median_hours"].isna().all()
    assert figure.frame.loc[figure.frame["is_top"], "label"].tolist() == ["2 copies"]
    assert figure.notes == (
        "Of 2 copies, 1 dated before the origin.",
        "Too little data for a median: MSN (needs 10 copies).",
    )
    assert_reconciles(figure, corpus)


def copies_of(figure: Figure) -> pd.DataFrame:
    """The rows of a figure that are a copy each."""
    return figure.frame[~figure.frame["is_top"]]


def test_a_click_on_a_median_lists_what_it_is_of() -> None:
    """All copies of the carrier, and of a point that copy alone; a title tells it."""
    corpus = corpus_of(
        *(carried(f"s{i:02}", 3 * i, 11 + i) for i in range(11)),
        carried("y", 50, 12, by=("Yahoo", "yahoo.com")),
    )
    figure = carriers.copies(corpus, EVERYTHING)
    assert_reconciles(figure, corpus)
    whole = table(figure, corpus, "MSN", carriers.EVERY, carriers.EVERY)
    assert whole["lag_hours"].tolist() == list(range(1, 12))
    assert len(table(figure, corpus, "Yahoo", carriers.EVERY, carriers.EVERY)) == 1
    one = table(figure, corpus, "MSN", "Own", "s04")
    assert one[["title", "lag_hours"]].to_numpy().tolist() == [["Story s04", 5]]
    for unknown in (("MSN", "Own", "y"), ("Yahoo", "Own", "s04"), ("", "", "")):
        assert table(figure, corpus, *unknown).empty


def test_another_headline_is_another_story() -> None:
    """A copy of the same family with other words is no copy of that report."""
    other = entry(
        "other",
        title="Another headline",
        provider="Own on MSN",
        domain="msn.com",
        published_at=at(11),
    )
    corpus = corpus_of(story("a", provider="Own", published_at=at(10), related=[other]))
    figure = carriers.copies(corpus, EVERYTHING)
    assert_says_nothing(figure, "of the same headline")
    assert "other headlines" in figure.left_out


def test_ten_pairs_have_a_median() -> None:
    """Copies after 1, 2, … 11 hours: the median is 6, the quartiles 3.5 and 8.5."""
    corpus = corpus_of(*(carried(f"s{i:02}", 3 * i, 11 + i) for i in range(11)))
    figure = carriers.copies(corpus, EVERYTHING)
    assert figure.title.kind == "carriers.median"
    assert figure.title.facts["median_hours"] == pytest.approx(6)
    assert figure.title.facts["pair_count"] == 11
    top = figure.frame[figure.frame["is_top"]]
    assert len(top) == 1
    assert top[["lag_q1_hours", "lag_median_hours", "lag_q3_hours"]].to_numpy()[
        0
    ].tolist() == pytest.approx([3.5, 6, 8.5])
    assert top["label"].tolist() == ["11 copies, median 6 h after"]
    assert_reconciles(figure, corpus)


def test_two_carriers_stand_by_their_pairs() -> None:
    """MSN with two copies comes before Yahoo with one."""
    third = story(
        "c",
        provider="Own",
        published_at=at(10, days=9),
        related=[
            entry(
                "ccopy",
                title="Story c",
                provider="Own on Yahoo",
                domain="yahoo.com",
                published_at=at(11, days=9),
            )
        ],
    )
    corpus = corpus_of(third, carried("a", 0, 12), carried("b", 1, 13))
    figure = carriers.copies(corpus, Filters(window=24))
    assert copies_of(figure)["carrier"].tolist() == ["MSN", "MSN", "Yahoo"]
    assert figure.frame["carrier"].tolist()[:2] == ["MSN", "Yahoo"]
    assert figure.frame["is_top"].tolist() == [True] * 2 + [False] * 3


def test_each_carrier_gives_as_many_points(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not all can be drawn, the largest carrier does not crowd out the others."""
    monkeypatch.setattr(carriers, "MOST_POINTS", 4)
    yahoo = ("Yahoo", "yahoo.com")
    corpus = corpus_of(
        *(carried(f"m{i}", i, 11 + i) for i in range(5)),
        carried("y", 9, 12, by=yahoo),
    )
    figure = carriers.copies(corpus, EVERYTHING)
    points = copies_of(figure)
    assert points["carrier"].tolist() == ["MSN", "MSN", "MSN", "Yahoo"]
    assert points["lag_hours"].tolist() == [1, 2, 3, 2]
    assert figure.frame.loc[figure.frame["is_top"], "copy_count"].tolist() == [5, 1]
    assert figure.left_out == "2 more copies, in the rows."
