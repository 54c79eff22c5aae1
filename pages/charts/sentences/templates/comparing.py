"""The words of what is said of two views, and of changes."""

from __future__ import annotations

from typing import Final

COMPARING: Final[dict[str, str]] = {
    "change.none": "No period before",
    "change.same": "{story_count:stories^}, as many as {before_ends:when}",
    "change.more": "{story_count:stories^}, {difference:n} more than {before_ends:when}",
    "change.fewer": "{story_count:stories^}, {difference:n} fewer than {before_ends:when}",
    "change.more_share": "{story_count:stories^}, {difference:n} more than "
    "{before_ends:when} ({share:percent})",
    "change.fewer_share": "{story_count:stories^}, {difference:n} fewer than "
    "{before_ends:when} ({share:percent})",
    "change.times": "{story_count:stories^}, {ratio:decimal} times as many as "
    "{before_ends:when}",
    "change.new": "{story_count:stories^}, none {before_ends:when}",
    "change.per_day": "{per_day:rate} a day, {before_per_day:rate} in the "
    "{before_days:count day} before that the corpus reaches",
    "change.delta": "{difference:signed}",
    "change.delta_share": "{difference:signed} ({share:signed_percent})",
    "change.delta_same": "unchanged",
    "change.delta_new": "new",
    "change.delta_per_day": "{per_day:rate} a day, before {before_per_day:rate}",
    "change.against": "Changes are against the period before, {before_ends:span}.",
    "change.against_known": "Changes are per day: the corpus reaches {known_days:n} of "
    "{days:count day}, and {before_days:n} of the {all_before_days:n} before.",
    "course.none": "No story on either side has a time",
    "course.plain": "Stories of {left} and of {right} over time",
    "course.whole": "{name} is all {when:when}",
    "course.peak": "{name} peaked at {story_count:stories} ({when:span})",
    "course.peak_share": "{name} peaked at {share:percent} of its stories ({when:span})",
    "course.both": "{one}; {other}",
    "difference.none": "No {noun} to compare",
    "difference.chosen": "{one} was chosen by its {noun}: that is where it differs",
    "difference.plain": "{one} and {other} by {noun}",
    "difference.provider": "{name} ran {left:percent} of {one}, {right:percent} of {other}",
    "difference.topic": "{one} gives {name} {left:percent} of its attention, {other} "
    "{right:percent}",
    "difference.provider_count": "{name}: {left:usual} of the stories of {one}, "
    "{right:usual} of {other}",
    "difference.topic_count": "{name}: {left:usual} stories’ worth of the attention of "
    "{one}, {right:usual} of {other}",
}
