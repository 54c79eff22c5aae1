"""Examples of what is said of two views, and of changes."""

from __future__ import annotations

from typing import Any, Final

from tests.charts.sentences.examples.days import DAY, MONTH, WEEK

CHANGE: Final = {
    "story_count": 12,
    "before_ends": MONTH,
    "difference": 5,
    "per_day": 1.7,
    "before_per_day": 0.25,
    "before_days": 9,
}
PARTS: Final = {"one": "A", "other": "B", "noun": "provider", "name": "The Ledger"}

EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "change.none": {},
    "change.same": CHANGE,
    "change.more": CHANGE,
    "change.fewer": {**CHANGE, "before_ends": WEEK},
    "change.more_share": {**CHANGE, "share": 0.71},
    "change.fewer_share": {**CHANGE, "share": 0.29},
    "change.times": {**CHANGE, "ratio": 2.4},
    "change.new": {**CHANGE, "before_ends": DAY},
    "change.per_day": CHANGE,
    "change.delta": {"difference": -5},
    "change.delta_share": {"difference": -5, "share": -0.29},
    "change.delta_same": {},
    "change.delta_new": {},
    "change.delta_per_day": CHANGE,
    "change.against": CHANGE,
    "change.against_known": {
        "known_days": 31,
        "days": 31,
        "before_days": 9,
        "all_before_days": 28,
    },
    "course.none": {},
    "course.plain": {"left": "A", "right": "B"},
    "course.whole": {"name": "A", "when": DAY},
    "course.peak": {"name": "A", "story_count": 12, "when": WEEK},
    "course.peak_share": {"name": "A", "share": 0.4, "when": WEEK},
    "course.both": {"one": "A is all on 3 Mar 2021", "other": "B is all in 2022"},
    "difference.none": {"noun": "topic"},
    "difference.chosen": {"one": "The Ledger", "noun": "provider"},
    "difference.plain": {"one": "The rest", "other": "B", "noun": "topic"},
    "difference.provider": {**PARTS, "left": 0.4, "right": 0.12},
    "difference.topic": {**PARTS, "name": "Chips", "left": 0.4, "right": 0.12},
    "difference.provider_count": {**PARTS, "left": 40.0, "right": 12.0},
    "difference.topic_count": {**PARTS, "name": "Chips", "left": 2.5, "right": 9.0},
}
