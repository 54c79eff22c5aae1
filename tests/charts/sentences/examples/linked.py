"""Examples of what is said of linked stories."""

from __future__ import annotations

from typing import Any, Final

EARLIER: Final = {"gap_count": 46, "whole_count": 203}
RATE: Final = {
    "name": "The Ledger",
    "share": 0.7,
    "low": 0.56,
    "high": 0.81,
    "coverage_count": 47,
}
LAG: Final = {"name": "The Ledger", "median_hours": 1.5, "coverage_count": 47}
PAIR: Final = {"name": "The Ledger", "other": "Gearwright", "both_count": 18}
WIDEST: Final = {"name": "“Robots are back”", "went": "went widest:", "breadth": 7}
ORIGINAL: Final = {
    "whose": "The Ledger’s ",
    "total_count": 12,
    "exclusive_count": 3,
    "first_count": 4,
}

EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "around.none": {"window": 72},
    "around.before": {"before": (("The Ledger", 13 / 60), ("Gearwright", 8 / 60))},
    "around.some": {"other_count": 1},
    "around.first": {"other_count": 4},
    "earlier.plain": {},
    "earlier.none": {},
    "earlier.some": {"gap_count": 1, "whole_count": 6},
    "earlier.share": {**EARLIER, "share": 0.23},
    "earlier.plain_by": {},
    "earlier.leader": {"name": "The Ledger", "story_count": 33},
    "earlier.level": {"names": ("The Ledger", "Gearwright"), "counts": (14, 12)},
    "leads.plain": {},
    "leads.unranked": {"name": "The Ledger", "coverage_count": 1},
    "leads.none_ranked": {},
    "leads.highest": RATE,
    "leads.chosen": RATE,
    "lags.plain": {},
    "lags.quickest": LAG,
    "lags.chosen": LAG,
    "precedence.plain": {},
    "precedence.pair": {**PAIR, "before_count": 17},
    "spread.plain": {},
    "spread.widest": {**WIDEST, "went": "has"},
    "spread.widest_half": {**WIDEST, "half_hours": 3.5},
    "spread.equal": {"story_count": 3, "among": " of the published", "breadth": 4},
    "speed.plain": {},
    "speed.median": {"half_hours": 6.0, "story_count": 101},
    "carriers.plain": {},
    "carriers.median": {
        "name": "MSN",
        "median_hours": 2.5,
        "way": "after",
        "pair_count": 12,
    },
    "originality.plain": {},
    "originality.counts": ORIGINAL,
    "originality.shares": {
        **ORIGINAL,
        "exclusive_share": 0.25,
        "first_share": 1 / 3,
    },
    "cocoverage.plain": {},
    "cocoverage.pair": {**PAIR, "around": "", "expected": 4.2},
    "cocoverage.most": {**PAIR, "around": "Around stories of Wire Desk, "},
    "blindspots.plain": {},
    "blindspots.absent": {
        "name": "The Ledger",
        "wide_count": 2,
        "total_count": 35,
        "expected": 12.6,
    },
}
