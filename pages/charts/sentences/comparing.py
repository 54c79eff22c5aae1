"""Two views held against each other: what changed, when each peaked, where they part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from measures import dates
from measures.statistics import evidence
from pages.charts.sentences.sentence import say
from pages.charts.sentences.time import stands_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from measures.versus.comparison import Side
    from measures.when.periods import Change
    from pages.charts.wording import Sentence

TIMES: Final = 2
"""From so many times as many on, that is what is said."""


@dataclass(frozen=True)
class Named:
    """One of two sides, what it is called, and how many stories it has."""

    side: Side
    name: str
    total: int


def change(found: Change) -> Sentence:
    """What changed against the period before, which is named by its days.

    Where the corpus does not reach both periods, stories per day are said; a share only
    where both have stories enough.
    """
    if found.sides is None:
        return say("change.none")
    facts = _facts(found)
    if not found.difference or not found.before:
        is_none = found.difference is None
        kind = "per_day" if is_none else "new" if found.difference else "same"
        return say(f"change.{kind}", **facts)
    facts["difference"] = abs(found.difference)
    more = "more" if found.difference > 0 else "fewer"
    if found.change_share is None:
        return say(f"change.{more}", **facts)
    if found.now >= TIMES * found.before:
        return say("change.times", **facts, ratio=found.now / found.before)
    return say(f"change.{more}_share", **facts, share=abs(found.change_share))


def delta(found: Change, *, is_sum: bool) -> Sentence | None:
    """The change in a few signs, beside a total; None where there is none to say.

    Args:
        found: The change.
        is_sum: The total is a sum over stories, so that it has a rate per day; a number of
            distinct names has none.
    """
    if found.sides is None:
        return None
    facts = _facts(found)
    if found.difference is None:
        is_rate = is_sum and bool(found.sides[1].known_days)
        return say("change.delta_per_day", **facts) if is_rate else None
    if not found.difference:
        return say("change.delta_same", **facts)
    if not found.before:
        return say("change.delta_new", **facts)
    if found.change_share is None:
        return say("change.delta", **facts)
    return say("change.delta_share", **facts, share=found.change_share)


def against(found: Change) -> Sentence | None:
    """What the changes beside totals are against; None where there is no period before."""
    if found.sides is None:
        return None
    now, before = found.sides
    facts = _facts(found)
    if found.is_known:
        return say("change.against", **facts)
    return say(
        "change.against_known",
        **facts,
        days=now.days,
        known_days=now.known_days,
        all_before_days=before.days,
    )


def _facts(found: Change) -> dict[str, Any]:
    assert found.sides is not None  # noqa: S101 - asked by all who call
    now, before = found.sides
    return {
        "story_count": now.count,
        "ends": now.ends,
        "before_count": before.count,
        "before_ends": before.ends,
        "difference": found.difference,
        "per_day": now.per_day,
        "before_per_day": before.per_day,
        "before_days": before.known_days,
    }


def courses(
    rows: pd.DataFrame,
    sides: Sequence[Side],
    names: Sequence[str],
    *,
    as_count: bool,
) -> Sentence:
    """When each of two sides peaked, where it did.

    Args:
        rows: The bins of both: side, first_day, last_day, story_count and story_share.
        sides: Both sides, under the labels that the rows have for them.
        names: What the sides are called in words.
        as_count: Stories are said, not shares of each side's own.
    """
    if not rows["story_count"].sum():
        return say("course.none")
    peaks = [
        _course(rows[rows["side"] == side.label], side, name, as_count=as_count)
        for side, name in zip(sides, names, strict=True)
    ]
    said = [peak for peak in peaks if peak is not None]
    if not said:
        return say("course.plain", left=names[0], right=names[1])
    return said[0] if len(said) == 1 else say("course.both", one=said[0], other=said[1])


def _course(
    own: pd.DataFrame, side: Side, name: str, *, as_count: bool
) -> Sentence | None:
    counts = own["story_count"].to_numpy()
    total, most = int(counts.sum()), int(counts.max(initial=0))
    if not total:
        return None
    top = own.iloc[int(counts.argmax())]
    when = dates.to_date(top["first_day"]), dates.to_date(top["last_day"])
    facts = {"name": name, "of": side, "when": when, "story_count": most}
    if most == total:
        return say("course.whole", **facts)
    is_alone = (counts == most).sum() == 1
    if most < evidence.LEAST_FOR_PEAK or not is_alone or not stands_out(counts):
        return None
    if as_count or total < evidence.LEAST_FOR_SHARE:
        return say("course.peak", **facts)
    return say("course.peak_share", **facts, share=most / total)


def difference(
    told: pd.DataFrame,
    noun: str,
    sides: tuple[Named, Named],
    *,
    as_count: bool,
) -> Sentence:
    """Where two sides part most, if more than chance gives so many parts.

    Args:
        told: The parts: the column `noun`, left_count and right_count, left_share and
            right_share.
        noun: What a part is: "provider" or "topic".
        sides: The two sides.
        as_count: Stories are said, not shares of each side's own.
    """
    (one, other), totals = [side.name for side in sides], [side.total for side in sides]
    if told.empty or not all(totals):
        return say("difference.none", noun=noun)
    counts = told[["left_count", "right_count"]].to_numpy(dtype=float)
    unit = "count" if as_count else "share"
    values = told[[f"left_{unit}", f"right_{unit}"]].to_numpy(dtype=float)
    expected = 0.5 if as_count else totals[0] / sum(totals)
    sure = _differing(counts, expected) & (
        counts.max(axis=1) >= evidence.LEAST_FOR_PEAK
    )
    sure &= as_count or min(totals) >= evidence.LEAST_FOR_SHARE
    if not sure.any():
        return say("difference.plain", one=_begin(one), other=other, noun=noun)
    size = np.where(sure, np.abs(values[:, 0] - values[:, 1]), -1)
    at = int(size.argmax())
    return say(
        f"difference.{noun}{'_count' if as_count else ''}",
        noun=noun,
        sides=tuple(side.side for side in sides),
        as_count=as_count,
        one=_begin(one) if noun == "topic" and not as_count else one,
        other=other,
        name=str(told[noun].iloc[at]),
        left=float(values[at, 0]),
        right=float(values[at, 1]),
    )


def _differing(counts: np.ndarray, share: float) -> np.ndarray:
    """Which parts are more on one side than chance gives, of all that are compared.

    Counts with fractions are cut to whole stories, so that no part is sure too soon.
    """
    left, right = np.floor(counts).astype(np.int64).T
    both = left + right
    shares = np.full(len(both), share)
    more = evidence.binomial_test(left, both, shares)
    less = evidence.binomial_test(right, both, 1 - shares)
    return evidence.holds(np.minimum(2 * np.minimum(more, less), 1))


def chosen(sides: tuple[Side, Side], noun: str, name: str) -> Sentence | None:
    """That the sides differ in this by choice alone, which is no finding; else None."""
    left, right = (getattr(side.filters, noun) for side in sides)
    if left and (sides[1].is_rest or left != right):
        return say("difference.chosen", one=_begin(name), noun=noun)
    return None


def _begin(name: str) -> str:
    """A side's name at the beginning of a sentence: `The rest`, `A`, `eWeek`."""
    return f"T{name[1:]}" if name.startswith("the ") else name
