"""The words of what is said in brief, and nowhere else."""

from __future__ import annotations

from typing import Final

BRIEF: Final[dict[str, str]] = {
    "brief.widest": "{name}{aside} had the widest related coverage: "
    "{breadth:count provider} {window:within}",
    "brief.widest_equal": "{story_count:word^} stories had the widest related coverage: "
    "{breadth:count provider} each {window:within}",
    "brief.umbrellas": "{names:names topic} set aside, on nearly every story",
    "brief.waiting": "{story_count:stories^} {is} unpublished{all_of} because {they} {is} "
    "{because}",
    "brief.waiting_part": "{story_count:stories^} are unpublished, {part_count:n} of them "
    "because they are {because}",
    "brief.waiting_share": "{story_count:stories^} are unpublished, {share:percent} of them "
    "because they are {because}",
}
