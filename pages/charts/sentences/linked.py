"""What linked stories bear: who was earlier, how fast and wide, who meets whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from measures.related import breadth, reports
from measures.related import carriers as copying
from measures.related import originality as kinds
from measures.statistics import association, evidence
from pages.charts.sentences.sentence import MOST_NAMES, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from measures.result import Result
    from pages.charts.wording import Sentence

LEAST_FOR_MEDIAN: Final = 10
"""Stories that a median is said of."""
MINUTE: Final = 1 / 60
"""In hours: what is shorter is not said in minutes."""


def earlier(gaps: int, whole: int) -> Sentence:
    """How many published stories have an earlier related one by another provider."""
    if not whole:
        return say("earlier.plain")
    facts = {"gap_count": gaps, "whole_count": whole}
    if not gaps:
        return say("earlier.none", **facts)
    if whole < evidence.LEAST_FOR_SHARE:
        return say("earlier.some", **facts)
    return say("earlier.share", **facts, share=gaps / whole)


def earlier_by(counted: pd.DataFrame) -> Sentence:
    """Who ran an earlier related story most often; those that are level together.

    Args:
        counted: provider and story_count, most first.
    """
    counts = counted["story_count"].to_numpy()
    level = evidence.leaders(counts)
    if not 1 <= level <= MOST_NAMES or counts[level - 1] < evidence.LEAST_FOR_PEAK:
        return say("earlier.plain_by")
    names = tuple(counted["provider"].iloc[:level])
    if level == 1:
        return say("earlier.leader", name=names[0], story_count=int(counts[0]))
    tied = tuple(int(count) for count in counts[:level])
    return say("earlier.level", names=names, counts=tied)


def lead_rates(result: Result, known: pd.DataFrame, chosen: Sequence[str]) -> Sentence:
    """Whose rates of first reports are above the pooled one, a few of them at most.

    A rate is when its interval lies above the pooled one, and when it is more than chance
    gives some of so many. Of a chosen provider its own rate is said, with its interval.

    Args:
        result: The league: all providers, with figures or not.
        known: Those of it that have a rate, the highest first.
        chosen: The providers that are chosen.
    """
    if chosen:
        spoken = _chosen(result, known, chosen)
        return spoken or say("leads.chosen", **_rate(_one_of(known, chosen)))
    score, taken = (known[name].to_numpy() for name in ("lead_score", "coverage_count"))
    pooled = float(score.sum() / max(taken.sum(), 1))
    # A part of a shared first report is no whole one.
    p = evidence.binomial_test(
        score.astype(np.int64), taken, np.full(len(known), pooled)
    )
    above = known[evidence.holds(p) & (known["low_share"].to_numpy() > pooled)]
    if not 1 <= len(above) <= MOST_NAMES:
        return say("leads.plain")
    if len(above) == 1:
        return say("leads.above", **_rate(above.iloc[0]), pooled=pooled)
    return say(
        "leads.several_above",
        names=tuple(above["provider"].astype(str)),
        shares=tuple(float(share) for share in above["lead_share"]),
        pooled=pooled,
    )


def _rate(top: pd.Series) -> dict[str, Any]:
    return {
        "name": str(top["provider"]),
        "share": float(top["lead_share"]),
        "low": float(top["low_share"]),
        "high": float(top["high_share"]),
        "coverage_count": int(top["coverage_count"]),
    }


def _one_of(known: pd.DataFrame, chosen: Sequence[str]) -> pd.Series:
    return known[known["provider"].isin(chosen)].iloc[0]


def _chosen(
    result: Result, known: pd.DataFrame, chosen: Sequence[str]
) -> Sentence | None:
    """Why nothing can be said of the chosen providers; None where it can be of one."""
    held = known[known["provider"].isin(chosen)]
    if not held.empty:
        return None if len(chosen) == 1 else say("leads.plain")
    if len(chosen) > 1:
        return say("leads.none_ranked")
    own = result.frame[result.frame["provider"] == chosen[0]]
    count = int(own["coverage_count"].sum())
    return say("leads.unranked", name=chosen[0], coverage_count=count)


def lags(result: Result, known: pd.DataFrame, chosen: Sequence[str]) -> Sentence:
    """Who follows quickest, where its middle half is clear of all others' medians.

    Arguments as in `lead_rates`; `known` the quickest first.
    """
    if chosen:
        return _chosen(result, known, chosen) or _own_lag(_one_of(known, chosen))
    if len(known) < 2:  # noqa: PLR2004 - one alone is not the quickest
        return say("lags.plain")
    top, rest = known.iloc[0], known.iloc[1:]
    is_clear = top["lag_q3_hours"] < rest["lag_median_hours"].min()
    if not is_clear or top["lag_median_hours"] < -MINUTE:
        return say("lags.plain")
    shared = reports.SHARED_MINUTES * MINUTE
    is_with = top["lag_median_hours"] <= shared
    return say("lags.with_first" if is_with else "lags.quickest", **_lag(top))


def _own_lag(top: pd.Series) -> Sentence:
    """A provider's median; only a carrier's copies are dated before the first report."""
    median = float(top["lag_median_hours"])
    if median < -MINUTE:
        return say("lags.chosen_before", **_lag(top))
    is_with = median <= reports.SHARED_MINUTES * MINUTE
    return say("lags.with_first" if is_with else "lags.chosen", **_lag(top))


def _lag(top: pd.Series) -> dict[str, Any]:
    return {
        "name": str(top["provider"]),
        "median_hours": float(top["lag_median_hours"]),
        "coverage_count": int(top["coverage_count"]),
    }


def precedence(known: pd.DataFrame) -> Sentence:
    """The pair that one provider comes first of most surely, of all that are known.

    Args:
        known: Ordered pairs with provider, other, both_count, before_count, tie_count.
    """
    once = known[known["provider"] < known["other"]]
    if once.empty:
        return say("precedence.plain")
    decided = (once["both_count"] - once["tie_count"]).to_numpy()
    p = evidence.sign_test(once["before_count"].to_numpy(), decided)
    if not evidence.holds(p).any():
        return say("precedence.plain")
    pair = once.iloc[int(p.argmin())]
    if 2 * pair["before_count"] < pair["both_count"] - pair["tie_count"]:
        other = (known["provider"] == pair["other"]) & (
            known["other"] == pair["provider"]
        )
        pair = known[other].iloc[0]
    return say(
        "precedence.pair",
        name=str(pair["provider"]),
        other=str(pair["other"]),
        before_count=int(pair["before_count"]),
        both_count=int(pair["both_count"]),
    )


def widest(widths: pd.DataFrame, name: str, among: str) -> Sentence:
    """The story of the widest related coverage; several that are as wide are counted.

    Args:
        widths: Rows of `breadth.speed`, the widest first.
        name: The headline of the first.
        among: Of which stories it is, where that has to be said.
    """
    if widths.empty:
        return say("spread.plain")
    top = widths.iloc[0]
    most = int(top["breadth_count"])
    tied = int((widths["breadth_count"] == most).sum())
    facts = {"breadth": most, "among": among}
    if tied > MOST_NAMES:
        which = "published " if among else ""
        return say("spread.at_most", **facts, which=which, story_count=tied)
    if tied > 1:
        return say("spread.equal", **facts, story_count=tied)
    went = "has" if len(widths) == 1 else f"went widest{among}:"
    half = float(top["half_breadth_hours"])
    facts |= {"name": name, "went": went, "story": int(top["story"])}
    if np.isnan(half) or half < MINUTE:
        return say("spread.widest", **facts)
    return say("spread.widest_half", **facts, half_hours=half)


def half_breadth(known: pd.DataFrame) -> Sentence:
    """The median time until half of the providers of a story came; of ten at least.

    Args:
        known: Rows of `breadth.speed` that have a half_breadth_hours.
    """
    hours = known["half_breadth_hours"].dropna()
    if len(hours) < LEAST_FOR_MEDIAN:
        return say("speed.plain")
    half = float(hours.median())
    if half < MINUTE:
        return say("speed.plain")
    return say(
        "speed.median",
        half_hours=half,
        story_count=len(hours),
        least_count=breadth.LEAST_FAMILIES,
    )


def carriers(summary: pd.DataFrame) -> Sentence:
    """How long after its origin a carrier's copy comes, of pairs of the same headline.

    Args:
        summary: Rows of `carriers.by_carrier`, most pairs first.
    """
    known = summary[summary["lag_median_hours"].notna()]
    if known.empty or known["pair_count"].iloc[0] < copying.LEAST_PAIRS:
        return say("carriers.plain")
    top = known.iloc[0]
    median = float(top["lag_median_hours"])
    if abs(median) < MINUTE:
        return say("carriers.plain")
    return say(
        "carriers.median",
        name=str(top["carrier"]),
        median_hours=median,
        way="before" if median < 0 else "after",
        pair_count=int(top["pair_count"]),
    )


def originality(result: Result, chosen: Sequence[str]) -> Sentence:
    """How many stories have no other report, and how many are first among related ones."""
    if result.n < 2 or result.reason:  # noqa: PLR2004 - one story is no mix
        return say("originality.plain")
    found = result.frame.set_index("kind")["story_count"]
    counts = {kind: int(found[kind]) for kind in ("exclusive", "first")}
    facts = {
        "whose": f"{chosen[0]}’s " if len(chosen) == 1 else "",
        "total_count": result.n,
        "exclusive_count": counts["exclusive"],
        "first_count": counts["first"],
    }
    if result.n < kinds.LEAST_STORIES:
        have = "has" if counts["exclusive"] == 1 else "have"
        are = "is" if counts["first"] == 1 else "are"
        return say("originality.counts", **facts, have=have, are=are)
    return say(
        "originality.shares",
        **facts,
        exclusive_share=counts["exclusive"] / result.n,
        first_share=counts["first"] / result.n,
    )


def meetings(
    pairs: pd.DataFrame, n: int, around: str, is_shown: pd.Series, *, is_count: bool
) -> Sentence:
    """The two providers that meet more often than by chance, most surely of all pairs.

    Args:
        pairs: Ordered pairs: provider, other, provider_count, other_count, both_count.
        n: How many coverages there are.
        around: Whose stories the coverages are of, where that has to be said.
        is_shown: Which of the pairs may be named: the picture shows them.
        is_count: How often they meet is asked for, so that those who meet most are named
            where they lead.
    """
    once = pairs.assign(is_shown=is_shown)[pairs["provider"] < pairs["other"]]
    once = once.sort_values("both_count", ascending=False, kind="stable")
    counts = once["both_count"].to_numpy()
    if not counts.sum():
        return say("cocoverage.plain")
    if is_count:
        if evidence.leaders(counts) != 1 or counts[0] < association.LEAST_SUPPORT:
            return say("cocoverage.plain")
        return say("cocoverage.most", around=around, **_pair(once.iloc[0]))
    one, other = (once[f"{who}_count"].to_numpy() for who in ("provider", "other"))
    p = evidence.binomial_test(counts, one, other / max(n, 1))
    sure = evidence.holds(p) & (counts >= association.LEAST_SUPPORT)
    sure &= once["is_shown"].to_numpy(dtype=bool)
    if not sure.any():
        return say("cocoverage.plain")
    at = int(np.where(sure, p, np.inf).argmin())
    expected = float(one[at] * other[at] / n)
    return say(
        "cocoverage.pair", around=around, **_pair(once.iloc[at]), expected=expected
    )


def _pair(row: pd.Series) -> dict[str, Any]:
    return {
        "name": str(row["provider"]),
        "other": str(row["other"]),
        "both_count": int(row["both_count"]),
    }


def absent(frame: pd.DataFrame, wide: int) -> Sentence:
    """The large provider that is in fewer wide coverages than its size would give.

    A wide coverage has more providers than others, so each provider is held against what
    its share of all appearances of these providers makes of those in wide coverages.

    Args:
        frame: Rows of `blindspots.of_providers`.
        wide: How many wide coverages there are.
    """
    if not wide or frame.empty:
        return say("blindspots.plain")
    own = frame["coverage_count"].to_numpy(dtype=float)
    inside = frame["wide_count"].to_numpy()
    expected = np.minimum(own * inside.sum() / max(own.sum(), 1), wide)
    # Half a story more on either side, so that nobody is expected in all or in none.
    out = 1 - (expected + 0.5) / (wide + 1)
    p = evidence.binomial_test(wide - inside, np.full(len(frame), wide), out)
    sure = evidence.holds(p)
    if not sure.any():
        return say("blindspots.plain")
    at = int(np.where(sure, p, np.inf).argmin())
    return say(
        "blindspots.absent",
        name=str(frame["provider"].iloc[at]),
        wide_count=int(inside[at]),
        total_count=wide,
        expected=float(expected[at]),
    )
