"""Examples of what is said of bursts, of the rhythm of the week and of days."""

from __future__ import annotations

from typing import Any, Final

from tests.charts.sentences.examples.days import DAY, WEEK

ON: Final = DAY[0]
CALENDAR: Final = {
    "story_count": 12,
    "quiet_count": 83,
    "busy_count": 7,
    "day_count": 90,
}

EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "burst.none": {},
    "burst.one": {"when": WEEK, "story_count": 14, "expected": 3.0},
    "burst.several": {
        "burst_count": 2,
        "when": WEEK,
        "story_count": 14,
        "expected": 1.25,
    },
    "burst.one_new": {"when": WEEK, "story_count": 14},
    "burst.several_new": {"burst_count": 2, "when": WEEK, "story_count": 14},
    "anatomy.none": {},
    "anatomy.umbrella": {"name": "Chips"},
    "anatomy.plain": {"noun": "provider"},
    "anatomy.part": {"name": "Chips", "excess": 7.5, "whole": 11.0},
    "anatomy.parts": {
        "names": ("Chips", "Law"),
        "excesses": (6.0, 5.5),
        "whole": 12.0,
    },
    "outlets.unlinked": {},
    "outlets.apart": {"story_count": 6},
    "outlets.one": {"name": "“Robots are back”", "excess": 5.0, "whole": 9.0},
    "outlets.many": {"name": "“Robots are back”", "excess": 2.0, "whole": 9.0},
    "rhythm.none": {},
    "rhythm.single": {"story_count": 1, "weekday": "Monday", "hour": 3},
    "rhythm.plain": {},
    "rhythm.busiest": {"weekday": "Monday", "hour": 5, "story_count": 33},
    "calendar.none": {},
    "calendar.single": {**CALENDAR, "story_count": 1},
    "calendar.few": {**CALENDAR, "busy_count": 2},
    "calendar.quiet": CALENDAR,
    "calendar.full": CALENDAR,
    "hours.none": {"day": ON},
    "hours.single": {"story_count": 1, "day": ON, "hour": 12},
    "hours.even": {"story_count": 9, "day": None, "most": 4},
    "hours.busiest": {"story_count": 12, "day": ON, "most": 7, "hour": 9},
    "hours.all": {"story_count": 12, "day": ON, "hour": 9},
}
