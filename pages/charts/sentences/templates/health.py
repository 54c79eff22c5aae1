"""The words of what is said of what can be trusted."""

from __future__ import annotations

from typing import Final

HEALTH: Final[dict[str, str]] = {
    "fields.none": "Nothing is missing",
    "fields.all": "No story has {field}",
    "fields.some": "{story_count:n} of {total_count:stories} lack {field}",
    "fields.share": "{share:percent} of the stories lack {field}",
    "backlog.none": "No backlog",
    "backlog.all": "{story_count:unpublished} {reason}",
    "backlog.some": "{part_count:n} of {story_count:count unpublished_story} are {reason}",
    "backlog.share": "{share:percent} of the unpublished stories are {reason}",
    "heat.none": "No heat to check",
    "heat.checked": "Heat is quality + {per_related} × related in {story_count:n} of "
    "{checked_count:count checked_story}",
    "lists.none": "Related lists",
    "lists.mutual": "{link_count:n} of the {of_count:n} links between filed stories go both "
    "ways",
    "lists.mutual_share": "{share:percent} of the {of_count:n} links between filed stories "
    "go both ways",
    "copies.differ": "{copy_count:count copy} in related lists {differ} from the file",
    "folded.leaderless": "{story_count:count folded_story} {have} no published leader",
}
