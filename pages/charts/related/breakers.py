"""Who ran a related story before what another provider was published for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from measures.memory import remembered
from measures.related import broken, scoops
from pages.charts import ranking, wording
from pages.charts.figure import Figure
from pages.charts.related import coverage
from pages.charts.related.scoops import method, no_gap
from pages.charts.sentences import linked

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def leading(corpus: Corpus, chosen: Filters) -> Figure:
    """Which providers were earlier than what others were published for; a click lists these."""
    result = scoops.ledger(corpus, chosen)
    counted = broken.by_provider(corpus, chosen).assign(is_chosen=False)
    shown = ranking.table(counted, "provider")
    return Figure(
        key="breakers",
        title=linked.earlier_by(counted),
        counts=(
            "Published stories of others that a provider ran a related one before, of "
            f"{wording.count(len(result.frame), 'story', 'stories')} with a credit gap. "
            f"{coverage.read_as(result)}"
        ),
        frame=shown,
        spec=ranking.bars("provider", "Earlier"),
        rows=chosen,
        names=("provider",),
        stories=lambda names: broken.stories(corpus, chosen, *names),
        listing=counted[["provider", "story_count", "story_share"]],
        unit=("provider",),
        listing_columns={
            "story_count": "Stories of others",
            "story_share": "Share",
        },
        left_out=coverage.left_out(
            result, coverage.beyond(len(counted), len(shown), "provider")
        ),
        method=f"{method()} A first report that several share counts for each of them.",
        empty="" if len(shown) else coverage.nothing(result, no_gap(result.n)),
    )
