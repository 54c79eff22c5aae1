"""Examples of what is said of when stories ran."""

from __future__ import annotations

from typing import Any, Final

from tests.charts.sentences.examples.days import DAY, MONTH, WEEK

EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "time.none": {},
    "time.all": {"story_count": 3, "when": DAY},
    "time.even": {"story_count": 9, "here": "", "most": 2, "noun": "day"},
    "time.peak": {"here": " in this range", "when": WEEK, "story_count": 12},
    "time.peak_of_all": {"when": MONTH, "story_count": 12, "share": 0.03},
    "time.equal": {"here": "", "times": (DAY, WEEK), "story_count": 12},
    "time.equals": {"here": "", "story_count": 12, "bin_count": 5, "noun": "week"},
    "time.times_usual": {
        "when": MONTH,
        "story_count": 26,
        "ratio": 6.5,
        "noun": "month",
    },
}
