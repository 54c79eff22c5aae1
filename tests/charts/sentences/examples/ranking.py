"""Examples of what is said of who has most."""

from __future__ import annotations

from typing import Any, Final

PLACE: Final = {
    "name": "The Ledger",
    "story_count": 31,
    "total_count": 401,
    "place": 2,
    "ranked_count": 48,
    "joint": "",
}


EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "ranking.none": {"noun": "provider"},
    "ranking.plain": {"noun": "topic"},
    "ranking.only": {"name": "The Ledger", "noun": "provider", "story_count": 1},
    "provider.leads": {"name": "The Ledger", "story_count": 4, "total_count": 6},
    "provider.leads_one_in": {"name": "The Ledger", "share": 1 / 20},
    "provider.leads_share": {"name": "The Ledger", "share": 0.6},
    "provider.level": {
        "names": ("The Ledger", "Gearwright"),
        "counts": (32, 30),
        "total_count": 401,
    },
    "provider.chosen": {
        "names": ("The Ledger", "Gearwright"),
        "story_count": 62,
        "total_count": 401,
    },
    "provider.placed": PLACE,
    "topic.leads": {"name": "Chips", "story_count": 4, "total_count": 6},
    "topic.leads_one_in": {"name": "Chips", "share": 1 / 7},
    "topic.leads_share": {"name": "Chips", "share": 1 / 3},
    "topic.level": {"names": ("Chips", "Law"), "counts": (12, 12), "total_count": 401},
    "topic.chosen": {
        "names": ("Chips", "Law"),
        "verb": "are on",
        "story_count": 62,
        "total_count": 401,
    },
    "topic.placed": {**PLACE, "name": "Chips", "joint": "joint "},
}
