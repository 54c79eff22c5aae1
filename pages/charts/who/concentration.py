"""Concentration: how few providers make how much, under the three identities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from measures.memory import remembered
from measures.who import concentration
from pages.charts import ranking, theme, wording
from pages.charts.figure import Figure
from pages.charts.sentences import providers as sentences

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def identities(corpus: Corpus, chosen: Filters) -> Figure:
    """The effective number of providers by family, name and domain, side by side.

    A click counts providers by that identity on every page.
    """
    wide = chosen.without("provider", "not_provider")
    result = concentration.concentration(corpus, wide)
    table = result.frame[result.frame["story_count"] > 0]
    return Figure(
        key="concentration",
        title=sentences.concentration(table, chosen.by),
        counts=(
            f"Effective number of providers, of {wording.stories(result.n)}: as many "
            "providers of equal size would be as concentrated."
        ),
        frame=table[["identity", "story_count"]].assign(
            story_count=table["effective_count"],
            story_share=table["hhi_score"],
            is_faint=False,
            role=np.where(table["identity"] == chosen.by, theme.CHOSEN, theme.SHOWN),
            label=[_label(row) for _, row in table.iterrows()],
        ),
        spec=ranking.bars("identity", "Counted by"),
        rows=chosen,
        value="",
        # All providers make these numbers: of some that are chosen the stories are listed.
        listing=None if chosen != wide else result.frame,
        unit=("identity", "identities"),
        listing_columns={
            "identity": "Counted by",
            "provider_count": "Providers",
            "story_count": "Stories",
            "missing_count": "Without a provider",
            "hhi_score": "HHI",
            "effective_count": "Effective number",
            "top_provider": "Largest",
            "top_share": "Its share",
        },
        mark=lambda datum: chosen.with_(
            by=str(datum["identity"]), provider=(), not_provider=()
        ),
        fields=("by", "provider", "not_provider"),
        left_out=wording.left_out(result.left_out),
        method=(
            "HHI is the sum of the squared shares of all providers, from 0 to 1; its "
            "inverse is the effective number of providers. A family folds spellings and "
            "carriers' copies together, a name is as written, and a domain is where the "
            "story lies: what a carrier republishes counts as one. The accent marks the "
            "identity that the pages count by; a click changes it."
        ),
        empty="" if len(table) else "No story here names a provider.",
    )


def _label(row: pd.Series) -> str:
    return (
        f"{row['effective_count']:.1f} of {row['provider_count']:,} · HHI "
        f"{row['hhi_score']:.3f} · {row['top_provider']} "
        f"{wording.percent(float(row['top_share']))}"
    )
