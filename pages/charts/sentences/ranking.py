"""Who has most of something: the leader, all who cannot be told apart, or a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from measures.statistics import evidence
from pages.charts.sentences.sentence import MOST_NAMES, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from pages.charts.wording import Sentence

REMARKABLE_SHARE: Final = 0.05
"""A leader with less of the stories is said with its count."""


def leader(
    ranked: pd.DataFrame, noun: str, chosen: Sequence[str], stories: tuple[int, int]
) -> Sentence:
    """Who leads, by more than chance; or where the chosen ones stand.

    Args:
        ranked: The column `noun`, and story_count, most first.
        noun: What is ranked: "provider" or "topic".
        chosen: Which of them are chosen.
        stories: How many the chosen ones have together, and how many there are.
    """
    if ranked.empty:
        return say("ranking.none", noun=noun)
    if chosen:
        return of_chosen(ranked, noun, chosen, stories)
    counts = ranked["story_count"].to_numpy()
    names = ranked[noun].tolist()
    total = stories[1]
    if len(names) == 1:
        return say("ranking.only", name=names[0], noun=noun, story_count=int(counts[0]))
    level = evidence.leaders(counts)
    if level == 1:
        return _leads(noun, str(names[0]), int(counts[0]), total)
    if level > MOST_NAMES or counts[0] < evidence.LEAST_FOR_PEAK:
        return say("ranking.plain", noun=noun)
    return say(
        f"{noun}.level",
        names=tuple(names[:level]),
        counts=tuple(int(count) for count in counts[:level]),
        total_count=total,
    )


def _leads(noun: str, name: str, count: int, total: int) -> Sentence:
    share = count / total
    facts = {"name": name, "story_count": count, "total_count": total}
    if total < evidence.LEAST_FOR_SHARE or share < REMARKABLE_SHARE:
        return say(f"{noun}.leads", **facts)
    said = say(f"{noun}.leads_one_in", **facts, share=share)
    is_one_in = "one story in" in said.lower()
    return said if is_one_in else say(f"{noun}.leads_share", **facts, share=share)


def of_chosen(
    ranked: pd.DataFrame, noun: str, chosen: Sequence[str], stories: tuple[int, int]
) -> Sentence:
    """How many stories the chosen ones have, and the place of a single one.

    `Gearwright ran 31 of 401 stories, second of 48 providers`. Arguments as in `leader`.
    """
    counts = ranked["story_count"]
    own = counts[ranked[noun].isin(chosen)]
    if len(chosen) > 1 or own.empty or len(ranked) == 1:
        return say(
            f"{noun}.chosen",
            names=tuple(chosen),
            verb="are on" if len(chosen) > 1 else "is on",
            story_count=stories[0],
            total_count=stories[1],
        )
    return say(
        f"{noun}.placed",
        name=chosen[0],
        story_count=stories[0],
        total_count=stories[1],
        joint="joint " if (counts == own.iloc[0]).sum() > 1 else "",
        place=int((counts > own.iloc[0]).sum()) + 1,
        ranked_count=len(ranked),
    )
