"""What a corpus can be trusted for: what is missing, what waits, what does not agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from measures.health import heat as heats
from measures.statistics import evidence
from pages.charts.sentences.sentence import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from pages.charts.wording import Sentence

REASONS: Final[Mapping[str, str]] = {
    "folded": "folded",
    "below gate": "below the gate",
    "other": "held back for another reason",
}
"""How the reasons of `frames.reason_names` are said of stories."""


def fields(lacking: pd.DataFrame, total: int) -> Sentence:
    """The field that most stories lack.

    Args:
        lacking: field and story_count, most first, without those that all have.
        total: How many stories there are.
    """
    if lacking.empty:
        return say("fields.none")
    top = lacking.iloc[0]
    count = int(top["story_count"])
    facts = {"field": str(top["field"]), "story_count": count, "total_count": total}
    if count == total:
        return say("fields.all", **facts)
    if total < evidence.LEAST_FOR_SHARE:
        return say("fields.some", **facts, lack="lacks" if count == 1 else "lack")
    return say("fields.share", **facts, share=count / total)


def backlog(reasons: pd.DataFrame) -> Sentence:
    """How many of the unpublished stories wait for the reason that most wait for.

    Where the most cannot be told apart from the next, no reason is named.

    Args:
        reasons: Rows of `backlog.by_reason`.
    """
    total = int(reasons["story_count"].sum())
    if not total:
        return say("backlog.none")
    main = reasons.iloc[int(reasons["story_count"].argmax())]
    part = int(main["story_count"])
    reason = str(main["reason"])
    facts = {
        "story_count": total,
        "part_count": part,
        "reason": reason,
        "why": REASONS[reason],
    }
    if part == total:
        is_few = total < evidence.LEAST_FOR_SHARE
        return say("backlog.few" if is_few else "backlog.all", **facts)
    if evidence.leaders(np.sort(reasons["story_count"])[::-1]) != 1:
        return say("backlog.plain")
    if total < evidence.LEAST_FOR_SHARE:
        return say("backlog.some", **facts)
    return say("backlog.share", **facts, share=part / total)


def heat(counts: Mapping[str, int]) -> Sentence:
    """How many stories have a heat that is made of its parts.

    Args:
        counts: Stories by kind, as in `heat.audit`.
    """
    checked = int(counts["as derived"] + counts["differs"])
    if not checked:
        return say("heat.none")
    return say(
        "heat.checked",
        story_count=int(counts["as derived"]),
        checked_count=checked,
        per_related=heats.PER_RELATED,
    )


def lists(mutual: pd.Series) -> Sentence:
    """How many links between filed stories go both ways; a row of `relatedhealth.checks`."""
    count, of = int(mutual["count"]), int(mutual["of_count"])
    if not of:
        return say("lists.none")
    facts = {"link_count": count, "of_count": of}
    if of < evidence.LEAST_FOR_SHARE:
        return say("lists.mutual", **facts, go="goes" if count == 1 else "go")
    return say("lists.mutual_share", **facts, share=count / of)


def copies(count: int) -> Sentence:
    """How many copies in related lists differ from the file."""
    if not count:
        return say("copies.agree", copy_count=count)
    differ = "differs" if count == 1 else "differ"
    return say("copies.differ", copy_count=count, differ=differ)


def leaderless(count: int) -> Sentence:
    """How many folded stories no published story lists."""
    if not count:
        return say("folded.led", story_count=count)
    have = "has" if count == 1 else "have"
    return say("folded.leaderless", story_count=count, have=have)
