"""Providers: the leaderboard and share of voice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from measures import providers
from pages.charts import attention, ranking, theme, timebars, wording
from pages.charts.figure import PICK, Figure, compiled

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

REST = "All others"
IDENTITY = {
    "family": "Providers are families: a carrier's suffix is folded into its origin.",
    "name": "Providers are names, exactly as written in the files.",
    "domain": "Providers are domains: everything a carrier republishes is one provider.",
}


def leaderboard(
    corpus: Corpus, chosen: Filters, most: int = ranking.MOST_ROWS
) -> Figure:
    """Stories by provider, most first; a click chooses the provider."""
    ranked = providers.ranking(corpus, chosen)
    shown = ranking.table(ranked, "provider", most)
    rows = chosen.without("provider")
    total = int(ranked["story_count"].sum())
    return Figure(
        key="providers",
        title=_title(ranked, total),
        counts=f"Stories by provider, and their share of {wording.stories(total)}.",
        frame=shown,
        spec=ranking.bars("provider", "Provider"),
        rows=rows,
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


def _title(ranked: pd.DataFrame, total: int) -> str:
    if ranked.empty:
        return "No provider"
    held = ranked[ranked["is_chosen"]]
    if len(held):
        names = wording.joined(list(held["provider"].head(3)))
        return f"{names} ran {int(held['story_count'].sum()):,} of {total:,} stories"
    name, share = ranked.iloc[0]["provider"], float(ranked.iloc[0]["story_share"])
    if share > 0.55:  # noqa: PLR2004 - "one in two" is no news then
        return f"{name} ran {wording.percent(share)} of the stories"
    part = wording.one_in(share)
    if part.startswith("one in"):
        return f"{name} ran {part.replace('one in', 'one story in', 1)}"
    return f"{name} ran {part} of the stories"


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


def share_of_voice(corpus: Corpus, chosen: Filters) -> Figure:
    """Each leading provider's share of the stories of each bin; a click chooses both."""
    compared = chosen if len(chosen.provider) > 1 else chosen.without("provider")
    table = providers.share_over_time(corpus, compared, theme.SERIES)
    names = tuple(n for n in dict.fromkeys(table["provider"]) if n)
    shown = table[table["story_count"] > 0]
    total = int(table["story_count"].sum())
    rest = bool((shown["provider"] == "").any())
    return Figure(
        key="share-of-voice",
        title=_voice_title(table, names, attention.noun_of(table)),
        counts=(
            f"Share of the stories of each bin, of {wording.stories(total)} with a "
            "provider and a time."
        ),
        frame=timebars.stacked(shown, "story_share")[
            [
                *timebars.COLUMNS,
                *("provider", "story_count", "story_share"),
                *(timebars.BOTTOM, timebars.TOP),
            ]
        ].assign(series=shown["provider"].replace("", REST)),
        spec=_shares(names, rest),
        rows=compared,
        mark=lambda datum: _cell(compared, datum),
        fields=("provider", "first", "last"),
        method=(
            f"The {wording.count(len(names), 'provider')} with most stories under the "
            "filters, and all others together; in each bin the shares add up to 100%. Bins without "
            f"stories stay empty. {IDENTITY[chosen.by]}"
        ),
        left_out=attention.undated(corpus, compared),
        empty="" if total else "No story here has both a provider and a time.",
    )


def _voice_title(table: pd.DataFrame, names: tuple[str, ...], noun: str) -> str:
    if not names:
        return "Share of voice"
    leaders = table[table["provider"] != ""]
    won = leaders[leaders["story_count"] > 0]
    if won.empty:
        return "Share of voice"
    best = won.loc[won.groupby("bin_day")["story_count"].idxmax(), "provider"]
    bins = table.loc[table["story_count"] > 0, "bin_day"].nunique()
    name, times = best.value_counts().index[0], int(best.value_counts().iloc[0])
    return f"{name} led in {times} of {wording.count(bins, noun)} with stories"


def _cell(chosen: Filters, datum: Mapping[str, Any]) -> Filters:
    """One provider in one bin; for the others together, the bin alone."""
    spans = attention.bin_filters(chosen, datum)
    name = str(datum["provider"])
    return spans.with_(provider=(name,)) if name else spans


@compiled
def _shares(names: tuple[str, ...], has_rest: bool) -> alt.Chart:  # noqa: FBT001 - cached by position
    domain = [*((REST,) if has_rest else ()), *names]
    pick = alt.selection_point(name=PICK, fields=["provider", "bin_day", "bin_end_day"])
    axis = alt.Axis(title=None, format="%", tickCount=4, gridOpacity=0.5)
    return (
        timebars.bars(timebars.TOP, timebars.BOTTOM, axis, most=1)
        .encode(
            color=alt.Color(
                "series:N",
                scale=alt.Scale(domain=domain),
                legend=alt.Legend(
                    title=None,
                    orient="top",
                    columns=3,
                    labelLimit=130,
                    symbolType="square",
                ),
            ),
            tooltip=[
                alt.Tooltip("series:N", title="Provider"),
                alt.Tooltip("bin_at:T", title="From", format=theme.DAY_FORMAT),
                alt.Tooltip(
                    "story_count:Q", title="Stories", format=theme.COUNT_FORMAT
                ),
                alt.Tooltip("story_share:Q", title="Share", format=theme.SHARE_FORMAT),
            ],
        )
        .add_params(pick)
        .properties(height=theme.TALL_HEIGHT)
    )
