"""Voice: the share of each leading provider over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from measures.memory import remembered
from measures.statistics import stacking
from measures.when import attention as counting
from measures.when import bins
from measures.who import providers, voice
from pages.charts import ranking, theme, timebars, wording
from pages.charts.figure import PICK, Figure, Names, compiled
from pages.charts.sentences import providers as sentences
from pages.charts.when import attention
from pages.charts.who.provider import IDENTITY

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def shares(corpus: Corpus, chosen: Filters) -> Figure:
    """Each leading provider's share of the stories of each bin; a click chooses both."""
    compared = chosen if len(chosen.provider) > 1 else chosen.without("provider")
    table = voice.share_over_time(corpus, compared, theme.SERIES)
    total, noun = int(table["story_count"].sum()), bins.noun_of(table)
    enough = table["story_share"].notna()
    shown = table[enough & (table["story_count"] > 0) & (table["provider"] != "")]
    names = Names(dict.fromkeys(shown.sort_values("order")["provider"]))
    drawn = shown.assign(span=timebars.spans(shown))
    return Figure(
        key="share-of-voice",
        title=sentences.voice(*voice.leading(corpus, compared, theme.SERIES), noun),
        counts=(
            f"Share of the stories of each {noun}, of {wording.stories(total)} with a "
            "provider and a time."
        ),
        frame=stacking.stacked(drawn, "story_share")[
            [
                *timebars.COLUMNS,
                *("provider", "story_count", "story_share", "span"),
                *(stacking.BOTTOM, stacking.TOP),
            ]
        ],
        spec=_stacks(
            names, Names(theme.slots(names, providers.places(corpus, chosen.by)))
        ),
        rows=chosen,
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
            f"{noun} with fewer than {_fewest()} stories is left out. A provider has the same "
            f"colour on every page. {IDENTITY[chosen.by]}"
        ),
        empty=_voiceless(total, noun) if shown.empty else "",
    )


def _thin(stories: int, noun: str) -> list[str]:
    if not stories:
        return []
    return [f"{wording.stories(stories)} in {noun}s with fewer than {_fewest()}."]


def _fewest() -> str:
    """The stories that a bin must have for a share."""
    return wording.number(counting.LEAST_DENOMINATOR)


def _voiceless(total: int, noun: str) -> str:
    if total:
        return f"Too little data: no {noun} has {_fewest()} stories."
    return "No story here has both a provider and a time."


@compiled
def _stacks(names: Names, domain: Names) -> alt.Chart:
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
