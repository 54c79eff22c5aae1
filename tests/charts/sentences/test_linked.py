"""What may be said of linked stories, from frames as literals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import pytest

from measures.result import Result
from pages.charts.sentences import linked

if TYPE_CHECKING:
    from pages.charts.wording import Sentence

NOBODY: Final = pd.DataFrame({"provider": [], "coverage_count": []})


def league(*rows: tuple[str, float, int, float, float]) -> Result:
    """Providers with score, coverages, the low end of the rate, and the median lag."""
    frame = pd.DataFrame(
        [
            {
                "provider": name,
                "lead_score": score,
                "coverage_count": taken,
                "lead_share": score / taken,
                "low_share": low,
                "high_share": 1.0,
                "lag_median_hours": lag,
                "lag_q3_hours": lag + 1,
            }
            for name, score, taken, low, lag in rows
        ]
    )
    return Result(frame if rows else NOBODY, len(frame), "coverages")


def rates(*rows: tuple[str, float, int, float], chosen: str = "") -> Sentence:
    """What is said of rates."""
    result = league(*((*row, 0.0) for row in rows))
    if not rows:
        result.frame["lead_score"] = []
        result.frame["low_share"] = []
    return linked.lead_rates(result, result.frame, (chosen,) if chosen else ())


MOST: Final = [("Late", 0.0, 40, 0.0) for _ in range(4)]

RATES: Final[list[tuple[list[tuple[str, float, int, float]], str]]] = [
    ([], "leads.plain"),
    ([("One", 20.0, 20, 0.84)], "leads.plain"),
    ([("One", 20.0, 20, 0.84), *MOST], "leads.above"),
    ([("One", 20.0, 20, 0.84), ("Two", 18.5, 20, 0.7), *MOST], "leads.several_above"),
    ([*(("One", 20.0, 20, 0.84) for _ in range(4)), *MOST * 3], "leads.plain"),
    # The interval is clear of 3 of 10, and chance gives one of eleven so high a rate.
    ([("One", 11.0, 21, 0.32), *(("Two", 30.0, 110, 0.2) for _ in range(10))], ""),
]


@pytest.mark.parametrize(("rows", "kind"), RATES)
def test_a_rate_is_headlined_where_it_is_above_the_others(
    rows: list[tuple[str, float, int, float]], kind: str
) -> None:
    """Of four, of one alone, and of one that is a fluke of many, nothing is said."""
    assert rates(*rows).kind == (kind or "leads.plain")


LAGS: Final[list[tuple[list[float], str, str]]] = [
    ([], "", "lags.plain"),
    ([0.0], "", "lags.plain"),
    ([0.0, 0.5], "", "lags.plain"),
    ([0.0, 3.0], "", "lags.with_first"),
    ([0.5, 3.0], "", "lags.quickest"),
    ([-2.0, 3.0], "", "lags.plain"),
    ([0.5, 3.0], "p1", "lags.chosen"),
    ([0.0, 3.0], "p0", "lags.with_first"),
    ([-2.0, 3.0], "p0", "lags.chosen_before"),
    ([0.5, 3.0], "Nobody", "leads.unranked"),
]


@pytest.mark.parametrize(("medians", "chosen", "kind"), LAGS)
def test_the_quickest_is_clear_of_all_others(
    medians: list[float], chosen: str, kind: str
) -> None:
    """Its upper quartile is an hour later than its median, and before the others' medians."""
    rows = [(f"p{at}", 1.0, 10, 0.0, lag) for at, lag in enumerate(medians)]
    result = league(*rows)
    said = linked.lags(result, result.frame, (chosen,) if chosen else ())
    assert said.kind == kind


EARLIER: Final = [
    ([], "earlier.plain_by"),
    ([1], "earlier.plain_by"),
    ([5, 1], "earlier.plain_by"),
    ([5], "earlier.leader"),
    ([33, 14, 9], "earlier.leader"),
    ([14, 12, 2], "earlier.level"),
    ([9, 9, 9, 9], "earlier.plain_by"),
]


@pytest.mark.parametrize(("counts", "kind"), EARLIER, ids=str)
def test_who_is_earlier_most_often(counts: list[int], kind: str) -> None:
    """By more than chance, or three at most that are level, with five stories each."""
    names = [f"p{at}" for at in range(len(counts))]
    frame = pd.DataFrame({"provider": names, "story_count": counts})
    assert linked.earlier_by(frame).kind == kind


def pair(before: int, after: int, ties: int = 0, name: str = "A") -> list[Any]:
    """A pair and its reverse: how often the one came before the other, and after."""
    both = before + after + ties
    return [
        (name, f"{name}2", before, ties, both),
        (f"{name}2", name, after, ties, both),
    ]


PRECEDENCE: Final = [
    ([], None),
    (pair(5, 0), None),
    (pair(12, 0), ("A", "A2", 12)),
    (pair(0, 12), ("A2", "A", 12)),
    (pair(7, 5), None),
    (pair(2, 0, 50), None),
    # Seven of seven has p 0.016, which is no finding of forty pairs.
    (
        [*pair(7, 0), *(row for at in range(39) for row in pair(6, 6, 0, f"B{at}"))],
        None,
    ),
    ([*pair(7, 0), *pair(40, 2, 0, "B")], ("B", "B2", 40)),
]


@pytest.mark.parametrize(("rows", "expected"), PRECEDENCE)
def test_the_pair_that_is_named_holds_among_all(
    rows: list[Any], expected: tuple[str, str, int] | None
) -> None:
    """By the sign test, ties left out."""
    columns = ["provider", "other", "before_count", "tie_count", "both_count"]
    said = linked.precedence(pd.DataFrame(rows, columns=columns))
    facts = said.facts
    found = (facts.get("name"), facts.get("other"), facts.get("before_count"))
    assert (found if expected else said.kind) == (expected or "precedence.plain")


MEETINGS: Final = [
    ([], False, "cocoverage.plain"),
    ([("A", "B", 12, 12, 12)], False, "cocoverage.pair"),
    ([("A", "B", 12, 12, 4)], False, "cocoverage.plain"),
    ([("A", "B", 12, 12, 4)], True, "cocoverage.plain"),
    ([("A", "B", 12, 12, 12), ("A", "C", 12, 40, 2)], True, "cocoverage.most"),
    ([("A", "B", 12, 12, 7), ("A", "C", 12, 40, 5)], True, "cocoverage.plain"),
    # Five where 1.2 would be chance is the least support, and one of ninety pairs.
    (
        [
            ("A", "B", 12, 12, 5),
            *((f"C{at}", f"D{at}", 20, 20, 4) for at in range(89)),
        ],
        False,
        "cocoverage.plain",
    ),
]


@pytest.mark.parametrize(("rows", "is_count", "kind"), MEETINGS)
def test_who_meets_whom(rows: list[Any], is_count: bool, kind: str) -> None:
    """Of a hundred coverages: the surest pair, or of counts the one that leads."""
    columns = ["provider", "other", "provider_count", "other_count", "both_count"]
    frame = pd.DataFrame(rows, columns=columns)
    is_shown = pd.Series(True, index=frame.index)
    said = linked.meetings(frame, 100, "", is_shown, is_count=is_count)
    assert said.kind == kind


def test_a_pair_that_the_picture_leaves_blank_is_not_named() -> None:
    """One of the two is in too few coverages for the measure."""
    columns = ["provider", "other", "provider_count", "other_count", "both_count"]
    frame = pd.DataFrame([("A", "B", 8, 8, 8)], columns=columns)
    for is_shown, kind in ((True, "cocoverage.pair"), (False, "cocoverage.plain")):
        said = linked.meetings(frame, 100, "", pd.Series([is_shown]), is_count=False)
        assert said.kind == kind


BLIND: Final = [
    ([], 0, "blindspots.plain"),
    ([("A", 30, 10), ("B", 30, 10)], 10, "blindspots.plain"),
    ([("A", 30, 9), ("B", 30, 10)], 10, "blindspots.plain"),
    ([("A", 30, 0), ("B", 30, 12), ("C", 30, 12)], 12, "blindspots.absent"),
    # Everybody is in few of the wide ones: nobody stands out.
    ([(f"p{at}", 30, 5) for at in range(10)], 35, "blindspots.plain"),
]


@pytest.mark.parametrize(("rows", "wide", "kind"), BLIND)
def test_absence_is_held_against_the_size(
    rows: list[Any], wide: int, kind: str
) -> None:
    """Of providers with so many coverages, and so many wide ones among them."""
    columns = ["provider", "coverage_count", "wide_count"]
    assert linked.absent(pd.DataFrame(rows, columns=columns), wide).kind == kind


@pytest.mark.parametrize(
    ("exclusive", "first", "other", "expected"),
    [
        (1, 0, 1, "Of 2 stories, 1 has no other report in this corpus, 0 are first"),
        (2, 1, 0, "Of 3 stories, 2 have no other report in this corpus, 1 is first"),
        (5, 5, 10, "25% of 20 stories have no other report in this corpus, 25% are"),
    ],
)
def test_one_is_singular(exclusive: int, first: int, other: int, expected: str) -> None:
    """Of few stories counts are said, each with its own verb."""
    kinds = pd.DataFrame(
        {
            "kind": ["exclusive", "first", "late"],
            "story_count": [exclusive, first, other],
        }
    )
    result = Result(kinds, exclusive + first + other, "stories")
    assert linked.originality(result, ()).startswith(expected)
