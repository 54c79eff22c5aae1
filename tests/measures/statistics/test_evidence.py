"""What is more than chance: literal cases, and scipy's word for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from measures.statistics import evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

NAN: Final = float("nan")
LARGE: Final = 20_000
SHARES: Final = st.floats(1e-4, 1 - 1e-4)


@st.composite
def parts(draw: st.DrawFn, most: int = LARGE) -> tuple[int, int]:
    """So many of so many."""
    n = draw(st.integers(1, most))
    return draw(st.integers(0, n)), n


def close(found: float, expected: float) -> bool:
    """Equal but for the last digits; what is next to nothing need not be told apart."""
    return found == pytest.approx(expected, rel=1e-6, abs=1e-280)


AHEAD: Final = [
    (0, 0, False),
    (3, 3, False),
    (2, 3, False),
    (3, 0, False),
    (4, 0, True),
    (5, 1, False),
    (7, 1, True),
    (19, 18, False),
    (60, 40, True),
    (59, 41, False),
]


@pytest.mark.parametrize(("more", "less", "expected"), AHEAD)
def test_a_count_is_ahead_by_two_deviations(
    more: int, less: int, expected: bool
) -> None:
    """By hand: 7 - 1 is 6, and √8 is 2.8; 60 - 40 is 20, twice √100."""
    assert evidence.is_ahead(more, less) is expected


LEADERS: Final[list[tuple[list[int], int]]] = [
    ([], 0),
    ([0, 0], 0),
    ([3], 1),
    ([3, 0], 2),
    ([4, 0], 1),
    ([19, 18, 2], 2),
    ([60, 41, 40], 2),
    ([60, 40, 40], 1),
    ([1, 1, 1, 1, 1], 5),
]


@pytest.mark.parametrize(("counts", "expected"), LEADERS)
def test_leaders_are_all_that_cannot_be_told_from_the_first(
    counts: list[int], expected: int
) -> None:
    """One, several, or nobody where there is nothing."""
    assert evidence.leaders(counts) == expected


INTERVALS: Final = [
    (0, 0, NAN, NAN),
    (0, 10, 0.0, 0.2775),
    (5, 10, 0.2366, 0.7634),
    (10, 10, 0.7225, 1.0),
    (2.5, 10, 0.0809, 0.5579),
]


@pytest.mark.parametrize(("score", "n", "low", "high"), INTERVALS, ids=str)
def test_the_wilson_interval(score: float, n: int, low: float, high: float) -> None:
    """Values from the literature's tables: 5 of 10 is 23.7 % to 76.3 %.

    By hand for 0 of 10: z² / (n + z²) = 3.8415 / 13.8415 = 0.2775. A shared first counts
    its part: 2.5 of 10 is (0.25 + 0.1921 ± 1.96 √(0.0188 + 0.0096)) / 1.3842. And 0 of 0
    is no share.
    """
    found = evidence.wilson(np.array([score]), np.array([n]))
    assert found[0][0] == pytest.approx(low, abs=1e-4, nan_ok=True)
    assert found[1][0] == pytest.approx(high, abs=1e-4, nan_ok=True)


@given(parts())
def test_the_wilson_interval_is_that_of_scipy(of: tuple[int, int]) -> None:
    """For whole numbers of successes."""
    k, n = of
    low, high = evidence.wilson(np.array([k]), np.array([n]))
    expected = stats.binomtest(k, n).proportion_ci(
        evidence.CONFIDENCE_SHARE, method="wilson"
    )
    assert low[0] == pytest.approx(expected.low, abs=1e-12)
    assert high[0] == pytest.approx(expected.high, abs=1e-12)


CLEAR: Final = [
    (NAN, NAN, 0.5, False),
    (0.4, 0.6, 0.5, False),
    (0.5, 0.6, 0.5, False),
    (0.51, 0.6, 0.5, True),
    (0.3, 0.49, 0.5, True),
]


@pytest.mark.parametrize(("low", "high", "pooled", "expected"), CLEAR)
def test_an_interval_is_clear_of_a_rate_that_it_does_not_hold(
    low: float, high: float, pooled: float, expected: bool
) -> None:
    """On either side; nothing is clear of anything."""
    assert evidence.is_clear_of(low, high, pooled) is expected


SIGNS: Final = [
    (0, 0, 1.0),
    (0, 1, 1.0),
    (3, 6, 1.0),
    (5, 5, 2 / 32),
    (0, 5, 2 / 32),
    (6, 7, 2 * 8 / 128),
]


@pytest.mark.parametrize(("wins", "n", "expected"), SIGNS)
def test_how_uneven_a_split_is(wins: int, n: int, expected: float) -> None:
    """By hand: 5 of 5 is one of 32 ways on each side; 6 or 7 of 7 are 8 of 128."""
    found = evidence.sign_test(np.array([wins]), np.array([n]))
    assert found.tolist() == pytest.approx([expected])


@given(parts())
def test_how_uneven_a_split_is_says_scipy_too(of: tuple[int, int]) -> None:
    """The two-sided test of a fair coin."""
    found = evidence.sign_test(np.array([of[0]]), np.array([of[1]]))
    assert close(found[0], stats.binomtest(*of, 0.5).pvalue)


BINOMIALS: Final = [
    (0, 0, 0.5, 1.0),
    (0, 9, 0.5, 1.0),
    (3, 9, 0.0, 1.0),
    (3, 9, 1.0, 1.0),
    (1, 2, 0.5, 3 / 4),
    (2, 2, 0.5, 1 / 4),
    (2, 3, 0.2, 3 * 0.04 * 0.8 + 0.008),
]


@pytest.mark.parametrize(("k", "n", "share", "expected"), BINOMIALS)
def test_how_likely_so_many_are(k: int, n: int, share: float, expected: float) -> None:
    """By hand; a share of nothing, or of all, leaves nothing to chance."""
    found = evidence.binomial_test(np.array([k]), np.array([n]), np.array([share]))
    assert found.tolist() == pytest.approx([expected])


@given(parts(), SHARES)
def test_how_likely_so_many_are_says_scipy_too(
    of: tuple[int, int], share: float
) -> None:
    """The upper tail, from 1 down to what is next to nothing."""
    k, n = of
    found = evidence.binomial_test(np.array([k]), np.array([n]), np.array([share]))
    assert close(found[0], stats.binom.sf(k - 1, n, share))


def test_many_are_tested_at_once() -> None:
    """Each against its own share, and none gives nothing."""
    found = evidence.binomial_test(
        np.array([1, 2, 0]), np.array([2, 2, 5]), np.array([0.5, 0.5, 0.1])
    )
    assert found.tolist() == pytest.approx([3 / 4, 1 / 4, 1])
    nothing = np.array([], dtype=np.int64)
    assert evidence.binomial_test(nothing, nothing, nothing).tolist() == []
    assert evidence.poisson_test(nothing, nothing).tolist() == []
    assert evidence.sign_test(nothing, nothing).tolist() == []


POISSONS: Final = [
    (0, 3.0, 1.0),
    (3, 0.0, 1.0),
    (1, 1.0, 1 - np.exp(-1)),
    (2, 1.0, 1 - 2 * np.exp(-1)),
    (2, 4.0, 1 - 5 * np.exp(-4)),
]


@pytest.mark.parametrize(("k", "expected_count", "p"), POISSONS)
def test_how_likely_so_many_are_of_so_many_expected(
    k: int, expected_count: float, p: float
) -> None:
    """By hand; where none is expected there is no estimate to go by."""
    found = evidence.poisson_test(np.array([k]), np.array([expected_count]))
    assert found.tolist() == pytest.approx([p])


@given(st.integers(0, LARGE), st.floats(1e-3, LARGE))
def test_how_likely_so_many_of_so_many_expected_are_says_scipy_too(
    k: int, expected_count: float
) -> None:
    """The upper tail, from 1 down to what is next to nothing."""
    found = evidence.poisson_test(np.array([k]), np.array([expected_count]))
    assert close(found[0], stats.poisson.sf(k - 1, expected_count))


RATES: Final = [
    ((0, 0), (0, 0), 1.0),
    ((0, 10), (0, 10), 1.0),
    ((5, 10), (0, 0), 1.0),
    ((5, 10), (0, 10), 1 / 32),
    ((5, 10), (5, 10), 638 / 1024),
    ((2, 10), (0, 30), 1 / 16),
]


@pytest.mark.parametrize(("own", "rest", "expected"), RATES, ids=str)
def test_a_rate_is_held_against_that_of_the_rest(
    own: tuple[int, int], rest: tuple[int, int], expected: float
) -> None:
    """Five of five are of the one half: 1 of 32. 5 or more of 10 are 638 of 1,024 ways."""
    found = evidence.rate_test(np.array([own[0]]), own[1], np.array([rest[0]]), rest[1])
    assert found.tolist() == pytest.approx([expected])


@given(parts(60), parts(60))
def test_a_rate_is_never_surer_than_by_fisher(
    own: tuple[int, int], rest: tuple[int, int]
) -> None:
    """His exact test knows that no story counts twice; ours errs on the safe side.

    So it is wherever it matters: of five stories at least, and of a p that may hold.
    """
    assume(own[0] >= evidence.LEAST_FOR_PEAK)
    found = evidence.rate_test(np.array([own[0]]), own[1], np.array([rest[0]]), rest[1])
    table = [[own[0], own[1] - own[0]], [rest[0], rest[1] - rest[0]]]
    exact = stats.fisher_exact(table, alternative="greater").pvalue
    assert found[0] >= min(exact * (1 - 1e-9), 0.2)


HOLDS: Final[list[tuple[list[float], int, list[bool]]]] = [
    ([], 0, []),
    ([], 9, []),
    ([NAN], 0, [False]),
    ([0.06], 0, [False]),
    ([0.05], 0, [True]),
    ([0.04, 0.04], 0, [True, True]),
    ([0.04, 0.9], 0, [False, False]),
    ([0.02, 0.9], 0, [True, False]),
    ([0.9, 0.04, 0.01, 0.03], 0, [False, False, True, False]),
    ([0.04, 0.03, NAN], 0, [True, True, False]),
    ([0.02, 0.9], 3, [False, False]),
    ([0.02, 0.9], 1, [True, False]),
]


@pytest.mark.parametrize(("p_values", "compared", "expected"), HOLDS)
def test_what_holds_among_so_many(
    p_values: list[float], compared: int, expected: list[bool]
) -> None:
    """The least of four is held against 1.25 %; those not known are not counted.

    Further ones that were compared count, though nobody asks whether they hold.
    """
    assert evidence.holds(np.array(p_values), compared).tolist() == expected


@given(st.lists(st.floats(0, 1), max_size=60), st.integers(0, 100))
def test_what_holds_says_scipy_too(p_values: Sequence[float], more: int) -> None:
    """The values of those that were compared besides are taken as 1."""
    adjusted = stats.false_discovery_control([*p_values, *[1.0] * more])
    assume(np.abs(adjusted - evidence.FALSE_DISCOVERY_SHARE).min(initial=1) > 1e-9)
    held = evidence.holds(np.array(p_values), len(p_values) + more)
    expected = adjusted[: len(p_values)] <= evidence.FALSE_DISCOVERY_SHARE
    assert held.tolist() == expected.tolist()
