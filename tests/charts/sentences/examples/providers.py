"""Examples of what is said of providers beyond their ranking."""

from __future__ import annotations

from typing import Any, Final

OWN: Final = {"name": "The Ledger", "story_count": 31}

EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "voice.plain": {"bin_count": (1, "month")},
    "voice.leads": {"name": "The Ledger", "led_count": 12, "bin_count": (18, "week")},
    "concentration.plain": {"by": "family"},
    "concentration.only": {"name": "The Ledger"},
    "concentration.equal": {"provider_count": 48, "effective": 12.25, "by": "name"},
    "profile.plain": OWN,
    "profile.alone": OWN,
    "profile.topic": {**OWN, "topic": "Chips", "share": 0.4, "rest_share": 0.1},
    "company.plain": OWN,
    "company.most": {
        "name": "The Ledger",
        "other": "Gearwright",
        "both_count": 15,
        "own_count": 47,
    },
}
