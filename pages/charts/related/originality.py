"""Originality: how many stories were exclusive, first, early, late, or carried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import altair as alt
import numpy as np
import pandas as pd

from measures.memory import remembered
from measures.related import originality
from measures.related.kinds import KINDS
from pages.charts import ranking, theme, wording
from pages.charts.figure import PICK, ROWS, Figure, Names, compiled
from pages.charts.related import coverage
from pages.charts.sentences import linked

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_ROWS = 12
ALL: Final = " All stories"
"""The first bar. Names of providers are trimmed, so none of them begins with a blank."""
COLOURED: Final = ("late", "first", "early", "exclusive", "carried copy")
"""The kinds with what stands out second, where the accent is."""


@remembered
def mix(corpus: Corpus, chosen: Filters) -> Figure:
    """The kinds of all stories and of each provider's; a click lists the stories."""
    result = originality.mix(corpus, chosen)
    wide = chosen.without("provider")
    whole = originality.mix(corpus, wide) if result.n else result
    by_provider = originality.by_provider(corpus, chosen)
    known = by_provider.frame[by_provider.frame["story_share"].notna()]
    shown = known.head(MOST_ROWS * len(KINDS))
    few = by_provider.frame["provider"].nunique() - known["provider"].nunique()
    more = (len(known) - len(shown)) // len(KINDS)
    rare = wording.count(few, "provider")
    return Figure(
        key="originality",
        title=linked.originality(result, chosen.provider),
        counts=(
            "Stories by how original they were, in parts of 100%; "
            f"{coverage.whole(whole)}, and providers with {originality.LEAST_STORIES} or more. "
            f"{coverage.read_as(result)}"
        ),
        frame=_bars_of(whole.frame, shown),
        spec=_bars(Names(dict.fromkeys([ALL, *shown["provider"]]))),
        rows=chosen,
        names=("provider", "kind"),
        stories=lambda names: _stories(corpus, chosen, *names),
        left_out=coverage.left_out(
            result,
            f"{wording.count(more, 'more provider')}." if more else "",
            f"{rare} with fewer than {originality.LEAST_STORIES} stories."
            if few
            else "",
        ),
        method=(
            "Each story is of one kind. A carrier's copy is that, whatever else; a story "
            "whose coverage has one family, and that no list names and that is not folded, "
            "is exclusive, which means that this corpus links no other report to it; one "
            "that shares the first report is first; one before the median time of its "
            "coverage's members is early, any other late. A story that only others list is "
            "first where it came before them. Stories younger than the window are left out, since others may "
            "still follow. The first bar skips the choice of providers, so that the chosen "
            "stand beside all."
        ),
        empty=""
        if result.n and not result.reason
        else coverage.nothing(result, _too_young(chosen)),
    )


def _too_young(chosen: Filters) -> str:
    window = wording.count(chosen.window, "hour")
    return f"Too little data: every story here is younger than {window} or has no time."


def _bars_of(whole: pd.DataFrame, shown: pd.DataFrame) -> pd.DataFrame:
    """The parts of each bar that are not empty, with where they begin and end."""
    columns = ["provider", "kind", "story_count", "story_share"]
    table = pd.concat(
        [whole.assign(provider=ALL)[columns], shown[columns]], ignore_index=True
    )
    ends = table["story_share"].to_numpy().reshape(-1, len(KINDS)).cumsum(axis=1)
    end = ends.ravel()
    table = table.assign(start=end - table["story_share"], end=end)
    return table[table["story_count"] > 0].reset_index(drop=True)


def _stories(corpus: Corpus, chosen: Filters, provider: str, kind: str) -> np.ndarray:
    """The stories of this kind, of this provider or of all; none of an unknown kind."""
    if kind not in KINDS:
        return np.zeros(0, dtype=np.int64)
    if provider == ALL:
        return originality.stories(corpus, chosen.without("provider"), kind)
    found = originality.stories(corpus, chosen, kind)
    its = chosen.with_(provider=(provider,)).mask(corpus)
    return found[its[found]]


@compiled
def _bars(names: Names) -> alt.Chart:
    pick = alt.selection_point(name=PICK, fields=["provider", "kind"])
    return (
        alt.Chart(ROWS)
        .mark_bar(cursor="pointer", height={"band": 0.72})
        .encode(
            y=alt.Y(
                "provider:N",
                sort=list(names),
                axis=ranking.names_axis(),
            ),
            x=alt.X(
                "start:Q",
                scale=alt.Scale(domain=[0, 1], nice=False),
                axis=alt.Axis(title="Share of the stories", format="%", tickCount=5),
            ),
            x2="end:Q",
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=list(COLOURED)),
                legend=alt.Legend(
                    title=None, orient="top", values=list(KINDS), columns=3
                ),
            ),
            tooltip=[
                alt.Tooltip("provider:N", title="Provider"),
                alt.Tooltip("kind:N", title="Kind"),
                theme.stories_tooltip(),
                alt.Tooltip("story_share:Q", title="Share", format=theme.SHARE_FORMAT),
            ],
        )
        .add_params(pick)
        .properties(height={"step": theme.ROW_HEIGHT})
    )
