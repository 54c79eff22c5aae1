"""What is said in brief of the widest coverage and of stories that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from measures.statistics import evidence
from pages.charts.sentences.sentence import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from pages.charts.wording import Sentence

BECAUSE: Final = {
    "folded": "folded into another story",
    "below gate": "below the quality of what was published that month",
    "other": "held back for another reason",
}


def widest(
    name: str, breadths: Sequence[int], window: int, *, is_unpublished: bool
) -> Sentence:
    """The story of the widest related coverage; several that are equally wide are counted.

    Args:
        name: Its headline.
        breadths: Of every story of the view, the widest first.
        window: Hours within which related coverage counts.
        is_unpublished: It is known only to those who look at unpublished stories too.
    """
    facts = {"breadth": int(breadths[0]), "window": window}
    equal = sum(breadth == breadths[0] for breadth in breadths)
    if equal > 1:
        return say("brief.widest_equal", **facts, story_count=equal)
    aside = ", unpublished," if is_unpublished else ""
    return say("brief.widest", **facts, name=name, aside=aside)


def waiting(reasons: pd.DataFrame) -> Sentence:
    """How many stories are unpublished, and the reason of most of them.

    Args:
        reasons: Rows of `backlog.by_reason`: reason, story_count and story_share.
    """
    total = int(reasons["story_count"].sum())
    main = reasons.iloc[int(reasons["story_count"].argmax())]
    facts = {
        "story_count": total,
        "part_count": int(main["story_count"]),
        "share": float(main["story_count"]) / total,
        "reason": str(main["reason"]),
        "because": BECAUSE[str(main["reason"])],
    }
    if facts["part_count"] == total:
        is_one = total == 1
        return say(
            "brief.waiting",
            **facts,
            **{"is": "is" if is_one else "are"},
            they="it" if is_one else "they",
            all_of="" if is_one else ", all of them",
        )
    is_said = total >= evidence.LEAST_FOR_SHARE
    return say("brief.waiting_share" if is_said else "brief.waiting_part", **facts)
