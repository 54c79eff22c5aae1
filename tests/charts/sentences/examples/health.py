"""Examples of what is said of what can be trusted."""

from __future__ import annotations

from typing import Any, Final

FIELD: Final = {"field": "an excerpt", "story_count": 5, "total_count": 6}
WAITING: Final = {"story_count": 12, "part_count": 9, "why": "folded"}

EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "fields.none": {},
    "fields.all": FIELD,
    "fields.some": {**FIELD, "lack": "lack"},
    "fields.share": {**FIELD, "share": 0.005},
    "backlog.none": {},
    "backlog.plain": {},
    "backlog.few": {"story_count": 1, "why": "below the gate"},
    "backlog.all": WAITING,
    "backlog.some": {**WAITING, "why": "held back for another reason"},
    "backlog.share": {**WAITING, "share": 0.75},
    "heat.none": {},
    "heat.checked": {"per_related": 20, "story_count": 826, "checked_count": 832},
    "lists.none": {},
    "lists.mutual": {"link_count": 1, "of_count": 1, "go": "goes"},
    "lists.mutual_share": {"link_count": 24, "of_count": 57, "share": 0.42},
    "copies.agree": {},
    "copies.differ": {"copy_count": 1, "differ": "differs"},
    "folded.led": {},
    "folded.leaderless": {"story_count": 2, "have": "have"},
}
