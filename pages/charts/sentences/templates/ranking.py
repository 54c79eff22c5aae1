"""The words of what is said of who has most, and of a place."""

from __future__ import annotations

from typing import Final

RANKING: Final = {
    "ranking.none": "No {noun}",
    "ranking.plain": "Stories by {noun}",
    "ranking.only": "{name} is the only {noun}, with {story_count:stories}",
    "provider.leads": "{name} ran {story_count:n} of {total_count:stories}",
    "provider.leads_one_in": "{name} ran {share:story_in}",
    "provider.leads_share": "{name} ran {share:part} of the stories",
    "provider.level": "{names:names provider} ran most: {counts:counts} of "
    "{total_count:stories}",
    "provider.chosen": "{names:names provider} ran {story_count:n} of {total_count:stories}",
    "provider.placed": "{name} ran {story_count:n} of {total_count:stories}, {joint}"
    "{place:ordinal} of {ranked_count:count provider}",
    "topic.leads": "{name} leads, with {story_count:n} of {total_count:stories}",
    "topic.leads_one_in": "{share:story_in^} is about {name}",
    "topic.leads_share": "{share:part^} of the stories are about {name}",
    "topic.level": "{names:names topic} lead, with {counts:counts} of "
    "{total_count:stories}",
    "topic.chosen": "{names:names topic} {verb} {story_count:n} of {total_count:stories}",
    "topic.placed": "{name} is on {story_count:n} of {total_count:stories}, {joint}"
    "{place:ordinal} of {ranked_count:count topic}",
}
"""Who has most, and what place the chosen ones have."""
