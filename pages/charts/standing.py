"""Standing: who leads a ranking, and what place in it the chosen ones have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.charts import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

VERBS = {"provider": ("ran", "ran"), "topic": ("is on", "are on")}
MOST_NAMES = 3
"""Of more than this only the number is said."""


def leaders(ranked: pd.DataFrame, name: str) -> list[str]:
    """Who has most stories: one, or all that are level; nobody where nobody is ranked."""
    counts = ranked["story_count"]
    level: list[str] = ranked.loc[counts == counts.max(), name].tolist()
    return level


def level(ranked: pd.DataFrame, name: str) -> str:
    """That several lead together: `A and B ran most: 32 stories each`; else nothing."""
    names = leaders(ranked, name)
    if len(names) < 2:  # noqa: PLR2004 - one leads, or nobody
        return ""
    verb = "lead:" if name == "topic" else "ran most:"
    if len(names) == len(ranked):
        verb = VERBS[name][1]
    most = wording.stories(int(ranked["story_count"].max()))
    return f"{named(names, name)} {verb} {most} each"


def named(names: Sequence[str], noun: str) -> str:
    """A few names, or how many: `A and B`, `13 providers`."""
    if len(names) > MOST_NAMES:
        return wording.count(len(names), noun)
    return wording.joined(list(names))


def of_chosen(
    ranked: pd.DataFrame, name: str, chosen: Sequence[str], stories: tuple[int, int]
) -> str:
    """How many stories the chosen ones have, and the place of a single one.

    `Gearwright ran 31 of 401 stories, second of 48 providers`.

    Args:
        ranked: The column `name`, and story_count.
        name: What is ranked: "provider" or "topic".
        chosen: Which of them are chosen.
        stories: How many they have together, and of how many.
    """
    verb = VERBS[name][len(chosen) > 1]
    of = f"{stories[0]:,} of {wording.stories(stories[1])}"
    said = f"{named(chosen, name)} {verb} {of}"
    counts = ranked["story_count"]
    own = counts[ranked[name].isin(chosen)]
    if len(chosen) > 1 or own.empty or len(ranked) == 1:
        return said
    place = wording.ordinal(int((counts > own.iloc[0]).sum()) + 1)
    joint = "joint " if (counts == own.iloc[0]).sum() > 1 else ""
    return f"{said}, {joint}{place} of {wording.count(len(ranked), name)}"
