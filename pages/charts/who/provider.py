"""Providers: the leaderboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from measures.memory import remembered
from measures.who import providers
from pages.charts import ranking, wording
from pages.charts.figure import Figure
from pages.charts.sentences import ranking as sentences

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

IDENTITY = {
    "family": "Providers are families: a carrier's suffix is folded into its origin.",
    "name": "Providers are names, exactly as written in the files.",
    "domain": "Providers are domains: everything a carrier republishes is one provider.",
}


@remembered
def leaderboard(
    corpus: Corpus, chosen: Filters, most: int = ranking.MOST_ROWS
) -> Figure:
    """Stories by provider, most first; a click chooses the provider."""
    ranked = providers.shares(corpus, chosen)
    shown = ranking.table(ranked, "provider", most)
    rows = chosen.without("provider")
    total = int(ranked["story_count"].sum())
    held = int(ranked.loc[ranked["is_chosen"], "story_count"].sum())
    return Figure(
        key="providers",
        title=sentences.leader(ranked, "provider", chosen.provider, (held, total)),
        counts=f"Stories by provider, and their share of {wording.stories(total)}.",
        frame=shown,
        spec=ranking.bars("provider", "Provider"),
        rows=chosen,
        mark=lambda datum: rows.with_(provider=ranking.datum_value(datum, "provider")),
        fields=("provider",),
        left_out=_left_out(corpus, chosen, ranked, shown),
        method=(
            "Share of voice: the stories of a provider over the stories of all providers "
            "under the other filters; it adds up to 100%. The choice of providers itself "
            f"is skipped, so that the others stay in sight. {IDENTITY[chosen.by]}"
        ),
        empty="" if len(ranked) else "No story here names a provider.",
    )


def _left_out(
    corpus: Corpus, chosen: Filters, ranked: pd.DataFrame, shown: pd.DataFrame
) -> str:
    parts = []
    others = len(ranked) - len(shown)
    if others > 0:
        behind = int(ranked["story_count"].sum() - shown["story_count"].sum())
        parts.append(
            f"{wording.count(others, 'more provider')} with {wording.stories(behind)}."
        )
    nameless = int(chosen.without("provider").mask(corpus).sum()) - int(
        ranked["story_count"].sum()
    )
    if nameless > 0:
        parts.append(f"{wording.stories(nameless).capitalize()} without a provider.")
    return " ".join(parts)
