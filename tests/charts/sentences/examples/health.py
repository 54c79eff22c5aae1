"""Examples of what is said of what can be trusted."""

from __future__ import annotations

from typing import Any, Final

FIELD: Final = {"field": "an excerpt", "story_count": 5, "total_count": 6}
WAITING: Final = {"story_count": 12, "part_count": 9, "reason": "folded"}
LINKS: Final = {"link_count": 4, "of_count": 9}

EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "fields.none": {},
    "fields.all": FIELD,
    "fields.some": FIELD,
    "fields.share": {**FIELD, "share": 0.83},
    "backlog.none": {},
    "backlog.all": WAITING,
    "backlog.some": WAITING,
    "backlog.share": {**WAITING, "share": 0.75},
    "heat.none": {},
    "heat.checked": {"per_related": 20, "story_count": 826, "checked_count": 832},
    "lists.none": {},
    "lists.mutual": LINKS,
    "lists.mutual_share": {**LINKS, "share": 0.42},
    "copies.differ": {"copy_count": 1, "differ": "differs"},
    "folded.leaderless": {"story_count": 2, "have": "have"},
}
