"""Examples of what is said of topics beyond their ranking."""

from __future__ import annotations

from typing import Any, Final

from tests.charts.sentences.examples.days import MONTH

MOVING: Final = {"name": "Chips", "story_count": 12, "days": 7, "expected": 5.5}
CELL: Final = {
    "name": "The Ledger",
    "topic": "Chips",
    "story_count": 1,
    "expected": 10.6,
}

EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "course.topics": {},
    "course.topic_peak": {"name": "Chips", "share": 0.6, "when": MONTH},
    "momentum.plain": {},
    "momentum.rising": MOVING,
    "momentum.falling": {**MOVING, "story_count": 1},
    "quadrants.plain": {},
    "quadrants.named": {
        "names": ("Chips", "Law"),
        "verb": "are",
        "kind": "large and rising",
    },
    "cells.plain": {},
    "cells.more": {**CELL, "story_count": 21},
    "cells.less": CELL,
    "pairs.plain": {},
    "pairs.pair": {"name": "Chips", "other": "Law", "lift": 4.0, "story_count": 12},
}
