"""Closeness: the ways of saying how close two providers are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import altair as alt

from pages.charts import theme

BOTH: Final = "both_count"
EITHER: Final = "either_count"
"""Coverages of both providers of a pair, and those that at least one of them is in."""


@dataclass(frozen=True)
class Measure:
    """One way of saying how close two providers are."""

    column: str
    """Of the frame of `cocoverage.of_providers`."""
    name: str
    format: str
    says: str
    """What a cell is, as a caption begins."""
    whole: str = BOTH
    """How many coverages a click opens: those of both, or those that a share is of."""
    ends: tuple[float, float, float] | None = None
    """Of a measure with two directions: where its colours end, with chance between.

    The ends are equally far from chance, so that what is near it stays pale. Lift is a
    ratio: 4 times as often is as far as a quarter as often.
    """
    shade: str = ""
    """Of a measure with two directions: the column that the colours tell, which is as far
    from chance as is sure. So few meetings are paler than many of the same measure."""


WORDS: Final = ("far less", "by chance", "far more")
"""What the colours of a measure with two directions mean, from end to end."""

MEASURES: Final = {
    "support": Measure(BOTH, "Support", ",d", "Coverages that both providers are in"),
    "jaccard": Measure(
        "jaccard_share",
        "Jaccard",
        ".2f",
        "Coverages that both are in, over those that either is in",
        EITHER,
    ),
    "lift": Measure(
        "lift_score",
        "Lift",
        ".1f",
        "Coverages that both are in, over what chance would give",
        ends=(0.25, 1, 4),
        shade="lift_bound_score",
    ),
    "npmi": Measure(
        "npmi_score",
        "NPMI",
        "+.2f",
        "How much more often than by chance both are in a coverage, from −1 to 1",
        ends=(-0.5, 0, 0.5),
        shade="npmi_bound_score",
    ),
    "given": Measure(
        "given_share",
        "P(column | row)",
        theme.SHARE_FORMAT,
        "Of the coverages that the provider of the row is in, those that the one of "
        "the column is in too",
        "provider_count",
    ),
}
"""Each measure by its name in a link; the first unless another is asked for."""


def colours(way: Measure) -> alt.Color:
    """The colours of a measure: from 0 as far as it goes, or to both sides of chance."""
    if way.ends is None:
        legend = alt.Legend(title=way.name, format=way.format, orient="bottom")
        scale = alt.Scale(zero=True)
        return alt.Color(f"{way.column}:Q", scale=scale, legend=legend)
    least, chance, most = way.ends
    scale = alt.Scale(
        type="log" if least > 0 else "linear",
        domain=[least, most],
        domainMid=chance,
        clamp=True,
    )
    return alt.Color(
        f"{way.shade}:Q",
        scale=scale,
        legend=theme.meaning(f"{way.name}, as far as is sure", way.ends, WORDS),
    )
