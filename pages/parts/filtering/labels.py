"""What each parameter of a link is called on its widget, and wherever it is spoken of."""

from __future__ import annotations

from typing import Final

OF: Final = {
    "q": "Words",
    "from": "From",
    "to": "To",
    "provider": "Provider",
    "by": "Count providers by",
    "topic": "Topic",
    "type": "Type",
    "state": "State",
    "carrier": "Carrier",
    "not_provider": "Not by provider",
    "not_topic": "Not about topic",
    "quality": "Quality",
    "reason": "Reason for not publishing",
    "lacks": "Lacking",
    "weekday": "Weekday",
    "hour": "Hour (UTC)",
    "grain": "Bins of time",
    "window": "Window of related coverage, in hours",
    "part": "Part of this page",
    "measure": "Closeness of two providers",
    "order": "Order",
    "sort": "Sorted by",
    "seed": "Seed",
    "page": "Page",
    "as": "Show both sides as",
    "against": "Compared with",
}
