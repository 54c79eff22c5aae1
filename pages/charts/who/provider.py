"""Providers: the leaderboard and share of voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from measures.memory import remembered
from measures.statistics import stacking
from measures.who import providers, voice
from pages.charts import ranking, standing, theme, timebars, wording
from pages.charts.figure import PICK, Figure, Names, compiled
from pages.charts.when import attention

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters

LEAST_BINS = 3
"""Leading in fewer is no finding."""
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
    return Figure(
        key="providers",
        title=_title(ranked, chosen.provider, total),
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


def _title(ranked: pd.DataFrame, chosen: Sequence[str], total: int) -> str:
    if ranked.empty:
        return "No provider"
    if chosen:
        held = int(ranked.loc[ranked["is_chosen"], "story_count"].sum())
        return standing.of_chosen(ranked, "provider", chosen, (held, total))
    top, level = ranked.iloc[0], standing.level(ranked, "provider")
    if len(ranked) == 1:
        count = wording.stories(int(top["story_count"]))
        return f"{top['provider']} is the only provider, with {count}"
    return level or _leads(str(top["provider"]), float(top["story_share"]))


def _leads(name: str, share: float) -> str:
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


@remembered
def share_of_voice(corpus: Corpus, chosen: Filters) -> Figure:
    """Each leading provider's share of the stories of each bin; a click chooses both."""
    compared = chosen if len(chosen.provider) > 1 else chosen.without("provider")
    table = voice.share_over_time(corpus, compared, theme.SERIES)
    total, noun = int(table["story_count"].sum()), attention.noun_of(table)
    enough = table["story_share"].notna()
    shown = table[enough & (table["story_count"] > 0) & (table["provider"] != "")]
    names = Names(dict.fromkeys(shown.sort_values("order")["provider"]))
    shares = shown.assign(span=timebars.spans(shown))
    return Figure(
        key="share-of-voice",
        title=_voice_title(*voice.leading(corpus, compared, theme.SERIES), noun),
        counts=(
            f"Share of the stories of each {noun}, of {wording.stories(total)} with a "
            "provider and a time."
        ),
        frame=stacking.stacked(shares, "story_share")[
            [
                *timebars.COLUMNS,
                *("provider", "story_count", "story_share", "span"),
                *(stacking.BOTTOM, stacking.TOP),
            ]
        ],
        spec=_shares(
            names, Names(theme.slots(names, providers.places(corpus, chosen.by)))
        ),
        rows=compared,
        mark=lambda datum: attention.bin_filters(compared, datum).with_(
            provider=ranking.datum_value(datum, "provider")
        ),
        fields=("provider", "first", "last"),
        notes=("Blank, up to 100%: all other providers.",)
        if (table.loc[enough & (table["provider"] == ""), "story_count"] > 0).any()
        else (),
        left_out=" ".join(
            [
                *_thin(int(table.loc[~enough, "story_count"].sum()), noun),
                attention.undated(corpus, compared),
            ]
        ).strip(),
        method=(
            f"The {wording.count(len(names), 'provider')} with most stories under the filters; a single "
            "chosen one is shown among the others. They are stacked in the order of the "
            f"legend, and with all others the shares of a {noun} add up to 100%. Who ran "
            f"more than any other provider led the {noun}; of equals none did. A "
            f"{noun} with fewer than five stories is left out. A provider has the same "
            f"colour on every page. {IDENTITY[chosen.by]}"
        ),
        empty=_voiceless(total, noun) if shown.empty else "",
    )


def _voice_title(names: list[str], led: int, bins: int, noun: str) -> str:
    over = wording.count(bins, noun)
    if bins < LEAST_BINS:
        return f"Share of voice over {over}" if bins else "Share of voice"
    if not names:
        return f"Nobody led alone in any of {over}"
    if led == 1:
        return f"Nobody led more than one of {over}"
    each = " each" if len(names) > 1 else ""
    often = " most often," if 2 * led < bins else ""
    return f"{standing.named(names, 'provider')} led{often} in {led:,} of {over}{each}"


def _thin(stories: int, noun: str) -> list[str]:
    if not stories:
        return []
    return [f"{wording.stories(stories)} in {noun}s with fewer than five."]


def _voiceless(total: int, noun: str) -> str:
    if total:
        return f"Too little data: no {noun} has five stories."
    return "No story here has both a provider and a time."


@compiled
def _shares(names: Names, domain: Names) -> alt.Chart:
    pick = alt.selection_point(name=PICK, fields=["provider", "bin_day", "bin_end_day"])
    axis = alt.Axis(title=None, format="%", tickCount=4, gridOpacity=0.5)
    return (
        timebars.bars(stacking.TOP, stacking.BOTTOM, axis, most=1)
        .encode(
            color=alt.Color(
                "provider:N",
                scale=alt.Scale(domain=list(domain)),
                legend=alt.Legend(
                    title=None,
                    orient="top",
                    columns=2,
                    labelLimit=130,
                    symbolType="square",
                    values=list(names),
                ),
            ),
            tooltip=[
                alt.Tooltip("provider:N", title="Provider"),
                alt.Tooltip("span:N", title="Days"),
                theme.stories_tooltip(),
                alt.Tooltip("story_share:Q", title="Share", format=theme.SHARE_FORMAT),
            ],
        )
        .add_params(pick)
        .properties(height=theme.TALL_HEIGHT)
    )
