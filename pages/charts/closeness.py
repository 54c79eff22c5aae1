"""Closeness: the ways of saying how close two providers are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Measure:
    """One way of saying how close two providers are."""

    column: str
    """Of the frame of `cocoverage.of_providers`."""
    name: str
    format: str
    says: str
    """What a cell is, as a caption begins."""
    middle: float | None = None
    """Where chance lies, in a measure that has two directions."""


MEASURES: Final = {
    "support": Measure(
        "both_count", "Support", ",d", "Coverages that both providers are in"
    ),
    "jaccard": Measure(
        "jaccard_share",
        "Jaccard",
        ".2f",
        "Coverages that both are in, over those that either is in",
    ),
    "lift": Measure(
        "lift_score",
        "Lift",
        ".1f",
        "Coverages that both are in, over what chance would give",
        1,
    ),
    "npmi": Measure(
        "npmi_score",
        "NPMI",
        "+.2f",
        "How much more often than by chance both are in a coverage, from −1 to 1",
        0,
    ),
    "given": Measure(
        "given_share",
        "P(column | row)",
        ".0%",
        "Of the coverages that the provider of the row is in, those that the one of "
        "the column is in too",
    ),
}
"""Each measure by its name in a link; the first unless another is asked for."""
