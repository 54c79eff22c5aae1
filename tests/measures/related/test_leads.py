"""The league: lead rates with their interval, and lags."""

from __future__ import annotations

import numpy as np
import pytest

from measures.filters import EVERYTHING, Filters
from measures.related import leads
from tests.corpora import Story, corpus_of, entry, story
from tests.measures.clock import at


@pytest.mark.parametrize(
    ("score", "n", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0)],
    ids=str,
)
def test_the_wilson_interval(score: int, n: int, low: float, high: float) -> None:
    """Values from the literature's tables: 5 of 10 is 23.7 % to 76.3 %.

    By hand for 0 of 10: z² / (n + z²) = 3.8415 / 13.8415 = 0.2775.
    """
    found = leads.wilson(np.array([score]), np.array([n]))
    assert found[0][0] == pytest.approx(low, abs=1e-4)
    assert found[1][0] == pytest.approx(high, abs=1e-4)


def test_nothing_of_nothing_has_no_interval() -> None:
    """0 of 0 is no share."""
    low, high = leads.wilson(np.array([0.0]), np.array([0]))
    assert np.isnan([low[0], high[0]]).all()


def race(number: int, *members: tuple[str, float], **own: object) -> Story:
    """A published story by "Own" at 10:00 of its own day, with these in its list."""
    related = [
        entry(
            f"x{number}-{place}",
            provider=provider,
            published_at=at(hours, days=10 * number),
            domain="msn.com" if provider.endswith("MSN") else None,
        )
        for place, (provider, hours) in enumerate(members)
    ]
    facts = {"provider": "Own", "published_at": at(10, days=10 * number)} | own
    return story(f"s{number}", related=related, **facts)  # type: ignore[arg-type]


def ten_races() -> list[Story]:
    """Ten coverages of Own and Two; Two is 1, 2, … 8 hours later, then twice first.

    In the ninth Two is 2 hours before, in the tenth they are 3 minutes apart.
    """
    later = [race(number, ("Two", 10 + number)) for number in range(1, 9)]
    return [*later, race(9, ("Two", 8)), race(10, ("Two", 10 - 3 / 60))]


def test_lead_rates_and_lags() -> None:
    """Own leads 8 and a half of 10, Two 1 and a half.

    Two's lags are 0, 0, 1, … 8 h: the quartiles of ten values lie at places 2.25, 4.5
    and 6.75: 1.25, 3.5 and 5.75 h. Own's are eight times 0, then 2 h and 3 minutes.
    """
    whole = leads.league(corpus_of(*ten_races()), EVERYTHING)
    frame = whole.frame.set_index("provider")
    assert whole.n == 10
    assert frame.index.tolist() == ["Own", "Two"]
    assert frame["coverage_count"].tolist() == [10, 10]
    assert frame["participation_share"].tolist() == [1, 1]
    assert frame["lead_score"].tolist() == [8.5, 1.5]
    assert frame["lead_share"].tolist() == [0.85, 0.15]
    lags = ["lag_q1_hours", "lag_median_hours", "lag_q3_hours"]
    assert frame[lags].to_numpy().tolist() == [[0, 0, 0], [1.25, 3.5, 5.75]]
    low, lead, high = (
        frame[f"{name}_share"].to_numpy() for name in ("low", "lead", "high")
    )
    assert ((low < lead) & (lead < high)).all()
    assert frame["reason"].tolist() == ["", ""]


def test_fewer_than_ten_coverages_say_nothing() -> None:
    """Nine are counted, but no share and no lag is said."""
    frame = leads.league(corpus_of(*ten_races()[:9]), EVERYTHING).frame
    assert frame["coverage_count"].tolist() == [9, 9]
    figures = ["lead_share", "low_share", "high_share", "lag_median_hours"]
    assert frame[figures].isna().all(axis=None)
    assert set(frame["reason"]) == {"too little data: needs 10 coverages"}


def test_a_carrier_copy_takes_part_and_never_leads() -> None:
    """Two comes by its copy alone, at 9:00: an hour before the first report."""
    found = leads.league(corpus_of(race(1, ("Two on MSN", 9))), EVERYTHING).frame
    two = found.set_index("provider").loc["Two"]
    assert two["coverage_count"] == two["carried_only_count"] == 1
    assert two["lead_score"] == 0


def test_what_cannot_be_compared_is_left_out_and_said() -> None:
    """Six stories, of which one can be compared."""
    corpus = corpus_of(
        race(1, ("Two", 9)),
        race(2),
        race(3, ("Two", 9), published=False),
        race(4, ("Two", 9), published_at=None),
        race(5, ("Two on MSN", 9), provider="Own on MSN", domain="msn.com"),
        race(6, ("Own", 9)),
    )
    whole = leads.league(corpus, EVERYTHING)
    assert whole.n == 1
    assert {item.why: item.count for item in whole.left_out} == {
        "not published": 1,
        "without a time": 1,
        "fewer than two providers ran them": 2,
        "every report is a carrier copy, or the first names no provider": 1,
    }


def test_shares_of_firsts_add_up_to_the_coverages() -> None:
    """Each first report is handed out once, in parts where it is shared."""
    races = [*ten_races(), race(11, ("Two", 10), ("Three", 10), ("Four", 11))]
    whole = leads.league(corpus_of(*races), EVERYTHING)
    assert whole.frame["lead_score"].sum() == pytest.approx(whole.n)


def test_no_story_has_no_league() -> None:
    """An empty view is an empty frame with all its columns."""
    whole = leads.league(corpus_of(race(1)), Filters(provider=("Nobody",)))
    assert whole.frame.empty
    assert whole.n == 0


def test_an_unknown_provider_is_in_no_coverage() -> None:
    """And neither is anybody in a view without a story; the columns are there."""
    corpus = corpus_of(*ten_races())
    for chosen, provider in (
        (EVERYTHING, "Nobody"),
        (EVERYTHING, ""),
        (Filters(words="nothing"), "Own"),
    ):
        found = leads.coverages(corpus, chosen, provider)
        assert found.empty
        assert "lead_score" in found


def test_the_coverages_of_a_rate() -> None:
    """The latest first: they are level in the tenth, Two is first in the ninth."""
    corpus = corpus_of(*ten_races())
    own = leads.coverages(corpus, EVERYTHING, "Own")
    assert own["lead_score"].tolist() == [0.5, 0] + [1] * 8
    assert own["sharing_count"].tolist() == [2] + [1] * 9
    assert own["lag_hours"].tolist() == pytest.approx([3 / 60, 2] + [0] * 8)
    two = leads.coverages(corpus, EVERYTHING, "Two")
    assert two["lead_score"].tolist() == [0.5, 1] + [0] * 8
    assert two["lag_hours"].tolist() == pytest.approx([0, 0, 8, 7, 6, 5, 4, 3, 2, 1])
    assert (two["reported_at"] - two["first_at"]).dt.total_seconds().tolist() == (
        pytest.approx((3600 * two["lag_hours"]).tolist())
    )


def test_a_coverage_by_a_copy_alone_is_one_of_them() -> None:
    """It is never first, and may be dated before the first report."""
    corpus = corpus_of(race(0, ("Two on MSN", 9)))
    (row,) = leads.coverages(corpus, EVERYTHING, "Two").to_dict("records")
    assert (row["lead_score"], row["lag_hours"]) == (0, -1)
