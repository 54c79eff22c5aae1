"""One figure that the program is measured by, and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

ABOVE, BELOW = "at least", "at most"


@dataclass(frozen=True)
class Row:
    """A figure beside its aim. Without a figure, it says why there is none."""

    what: str
    """What was measured, at which size."""
    figure: float | None
    unit: str
    """What the figure is in: `times as fast as …`, `kB`."""
    limit: float
    side: str = BELOW
    """ABOVE or BELOW: on which side of the limit the figure should be."""
    note: str = ""
    """Why there is no figure; or what else there is to know."""
    details: dict[str, Any] = field(default_factory=dict)
    """What the figure was made from, in seconds, bytes and megabytes."""

    @property
    def is_met(self) -> bool | None:
        """Whether the figure is on the right side of its limit; None without a figure."""
        if self.figure is None:
            return None
        if self.side == ABOVE:
            return self.figure >= self.limit
        return self.figure <= self.limit

    def record(self) -> dict[str, Any]:
        """The row for the JSON file."""
        return {
            "what": self.what,
            "figure": self.figure,
            "unit": self.unit,
            "aim": f"{self.side} {self.limit:g}",
            "is_met": self.is_met,
            "note": self.note,
            "details": self.details,
        }


def lines(rows: Iterable[Row]) -> list[str]:
    """The rows as text: met or not, what, the figure with its unit, and the aim."""
    verdicts = {True: "yes", False: "NO", None: "-"}
    written = [("met", "what", "figure", "aim")]
    for row in rows:
        figure = "" if row.figure is None else f"{row.figure:,.3g} {row.unit}"
        if row.figure is not None and row.figure >= 1000:
            figure = f"{row.figure:,.0f} {row.unit}"
        note = f"({row.note})" if row.note else ""
        written.append(
            (
                verdicts[row.is_met],
                row.what,
                f"{figure} {note}".strip(),
                f"{row.side} {row.limit:g}",
            )
        )
    widths = [max(len(line[at]) for line in written) for at in range(3)]
    return [
        "  ".join(
            [*(text.ljust(w) for text, w in zip(line, widths, strict=False)), line[3]]
        ).rstrip()
        for line in written
    ]
