"""The league of providers: everything about each in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from measures.memory import remembered
from measures.who import presence, providers

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def table(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """The ranking of providers, with their presence.

    Returns:
        As `providers.ranking`, and presence_share (missing without a story with a
        time). Most stories first, then by name. No stories give no rows.
    """
    ranked = providers.ranking(corpus, chosen)
    present = presence.presence(corpus, chosen.without("provider")).frame
    return ranked.merge(
        present[["provider", "presence_share"]], on="provider", how="left"
    )
