"""Breakers: who reported first what another provider was published for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from measures.memory import remembered
from measures.related import broken, scoops
from pages.charts import ranking, wording
from pages.charts.figure import Figure
from pages.charts.related import coverage
from pages.charts.related.scoops import METHOD, no_gap

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def leading(corpus: Corpus, chosen: Filters) -> Figure:
    """Which providers broke what others were published for; a click lists the stories."""
    result = scoops.ledger(corpus, chosen)
    counted = broken.by_provider(corpus, chosen).assign(is_chosen=False)
    shown = ranking.table(counted, "provider")
    return Figure(
        key="breakers",
        title=_title(shown),
        counts=(
            "Published stories of others that a provider reported first, of "
            f"{wording.count(len(result.frame), 'story', 'stories')} with a credit gap. "
            f"{coverage.read_as(result)}"
        ),
        frame=shown,
        spec=ranking.bars("provider", "Broken by"),
        rows=chosen,
        names=("provider",),
        stories=lambda names: broken.stories(corpus, chosen, *names),
        listing=counted[["provider", "story_count", "story_share"]],
        listing_columns={
            "story_count": "Stories broken",
            "story_share": "Share",
        },
        left_out=coverage.left_out(
            result, coverage.beyond(len(counted), len(shown), "provider")
        ),
        method=f"{METHOD} A first report that several share counts for each of them.",
        empty="" if len(shown) else coverage.nothing(result, no_gap(result.n)),
    )


def _title(shown: pd.DataFrame) -> str:
    if shown.empty:
        return "No published story was first reported by another provider"
    top = shown.iloc[0]
    count = int(top["story_count"])
    tied = int((shown["story_count"] == count).sum())
    who = (
        f"{wording.count(tied, 'provider')} each" if tied > 1 else str(top["provider"])
    )
    what = (
        "a published story of another"
        if count == 1
        else f"{count:,} published stories of others"
    )
    return f"{who} first reported {what}"
