"""What a story's own list bears: who ran a related story before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pages.charts import wording
from pages.charts.sentences.sentence import say

if TYPE_CHECKING:
    from measures.related.story import Reach
    from pages.charts.wording import Sentence

A_MINUTE: Final = 1 / 60
"""In hours: what is closer is at the same time."""
MOST_NAMED: Final = 2
"""Of more who share the first report only the number is said."""


def before(reach: Reach, story: int, window: int) -> Sentence:
    """Who ran a related story before this one, each with minutes of their own.

    Linked stories may be about other news, so nothing more is said of them.

    Args:
        reach: The coverage of the story.
        story: Its position.
        window: Hours around it.
    """
    facts: dict[str, Any] = {
        "story": story,
        "window": window,
        "other_count": reach.family_count - 1,
    }
    if reach.family_count < 2:  # noqa: PLR2004 - two make coverage
        return say("before.alone", **facts)
    found = [
        (name, lag)
        for name, lag in zip(reach.first_providers, reach.first_lags, strict=True)
        if lag >= A_MINUTE
    ]
    if not found:
        kind = "before.some" if reach.earlier_count else "before.none"
        return say(kind, **facts)
    return _earlier(found, facts)


def _earlier(found: list[tuple[str, float]], facts: dict[str, Any]) -> Sentence:
    """`Two ran a related story 13 min before, Three 8 min before`."""
    names = tuple(name for name, _ in found[:MOST_NAMED])
    hours = tuple(lag for _, lag in found[:MOST_NAMED])
    more = len(found) - len(names)
    facts |= {"names": names, "all_hours": hours, "more_count": more}
    if len({wording.hours(lag) for lag in hours}) == 1:
        return say("before.named", **facts, hours=hours[0])
    return say(
        "before.named_each",
        **facts,
        name=names[0],
        hours=hours[0],
        other=names[1],
        other_hours=hours[1],
    )
