"""Examples of what is said in brief."""

from __future__ import annotations

from typing import Any, Final

WAITING: Final = {
    "story_count": 12,
    "part_count": 9,
    "share": 0.75,
    "because": "folded into another story",
    "is": "are",
    "they": "they",
    "all_of": ", all of them",
}

EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "brief.widest": {
        "name": "“Robots are back”",
        "aside": ", unpublished,",
        "breadth": 7,
        "window": 72,
    },
    "brief.widest_equal": {"story_count": 2, "breadth": 3, "window": 24},
    "brief.umbrellas": {"names": ("Technology",)},
    "brief.waiting": WAITING,
    "brief.waiting_part": WAITING,
    "brief.waiting_share": WAITING,
}
