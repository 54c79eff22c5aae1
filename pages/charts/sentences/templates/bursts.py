"""The words of what is said of bursts, of the rhythm of the week and of days."""

from __future__ import annotations

from typing import Final

BURSTS: Final[dict[str, str]] = {
    "burst.none": "No burst of attention",
    "burst.one": "One burst, {when:span}: {story_count:stories} where {expected:usual} "
    "would have been usual",
    "burst.several": "{burst_count:word^} bursts; the largest, {when:span}, had "
    "{story_count:stories} where {expected:usual} would have been usual",
    "burst.one_new": "One burst, {when:span}: {story_count:stories}",
    "burst.several_new": "{burst_count:word^} bursts; the largest, {when:span}, had "
    "{story_count:stories}",
    "anatomy.none": "No more stories than usual",
    "anatomy.umbrella": "{name} is on nearly every story",
    "anatomy.plain": "Stories beyond the usual, by {noun}",
    "anatomy.part": "{name} made {excess:usual} of {whole:usual} stories beyond the usual",
    "anatomy.parts": "{names:names part} made {excesses:usuals} of {whole:usual} stories "
    "beyond the usual",
    "outlets.unlinked": "Related stories or not? Nobody has linked these",
    "outlets.apart": "None of the {story_count:n} stories shares a coverage with another",
    "outlets.one": "One coverage made most of the burst: that of {name}, {excess:usual} of "
    "{whole:usual} stories beyond the usual",
    "outlets.many": "Many stories: the coverage of {name} made {excess:usual} of "
    "{whole:usual} beyond the usual",
    "rhythm.none": "No rhythm to show",
    "rhythm.single": "{story_count:stories^}, on {weekday} at {hour:clock} UTC",
    "rhythm.plain": "Stories by weekday and hour",
    "rhythm.busiest": "The busiest hour is {weekday} at {hour:clock} UTC, with "
    "{story_count:stories}",
    "calendar.none": "No stories in these days",
    "calendar.few": "{story_count:stories^} on {busy_count:n} of {day_count:count day}",
    "calendar.single": "{story_count:stories^} in {day_count:count day}",
    "calendar.quiet": "{quiet_count:n} of {day_count:count day} have no story",
    "calendar.full": "Every one of {day_count:count day} has a story",
    "hours.none": "No stories{day:on}",
    "hours.single": "{story_count:stories^}{day:on}, in the hour from {hour:clock} UTC",
    "hours.even": "{story_count:stories^}{day:on}, never more than {most:word} in an hour",
    "hours.busiest": "{story_count:stories^}{day:on}, {most:word} of them in the hour from "
    "{hour:clock} UTC",
    "hours.all": "{story_count:stories^}{day:on}, all of them in the hour from "
    "{hour:clock} UTC",
}
