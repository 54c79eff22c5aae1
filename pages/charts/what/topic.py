"""Topics: the leaderboard, shares over time, and topics by provider."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from measures.memory import remembered
from measures.what import topics, umbrella
from measures.when import attention as counting
from measures.when import bins
from pages.charts import ranking, theme, timebars, wording
from pages.charts.figure import PICK, ROWS, Figure, Names, compiled
from pages.charts.sentences import ranking as sentences
from pages.charts.sentences import topics as courses
from pages.charts.when import attention

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def leaderboard(
    corpus: Corpus, chosen: Filters, most: int = ranking.MOST_ROWS
) -> Figure:
    """Stories by topic, most first, umbrella topics set aside; a click chooses one."""
    ranked = topics.ranking(corpus, chosen)
    compared = ranked[~ranked["is_umbrella"] | ranked["is_chosen"]]
    compared = compared.reset_index(drop=True)
    shown = ranking.table(compared, "topic", most)
    rows = chosen.without("topic")
    asked, total = int(chosen.mask(corpus).sum()), int(rows.mask(corpus).sum())
    return Figure(
        key="topics",
        title=sentences.leader(compared, "topic", chosen.topic, (asked, total)),
        counts=(
            f"Stories by topic, and their share of {wording.stories(total)}; a story can "
            "have several topics."
        ),
        frame=shown,
        spec=ranking.bars("topic", "Topic"),
        rows=chosen,
        mark=lambda datum: rows.with_(topic=ranking.datum_value(datum, "topic")),
        fields=("topic",),
        left_out=_left_out(corpus, len(compared) - len(shown)),
        method=(
            "Each story counts once for each of its topics, so the shares do not add up "
            "to 100%. The choice of topics itself is skipped, so that the others stay in "
            f"sight. A topic that is {umbrella.why()} of the corpus is an "
            "umbrella: it says nothing about a story, and is set aside and named."
        ),
        empty="" if len(shown) else _no_topics(corpus),
    )


def _left_out(corpus: Corpus, others: int) -> str:
    more = f"{wording.count(others, 'more topic')}. " if others > 0 else ""
    aside = wording.left_out(umbrella.left_out(umbrella.topics(corpus)))
    return f"{more}{aside}".strip()


def _no_topics(corpus: Corpus) -> str:
    aside = umbrella.topics(corpus)
    if aside:
        return f"Every topic here is {umbrella.why()}: {wording.joined(aside)}."
    return "No story here has a topic."


@remembered
def shares(corpus: Corpus, chosen: Filters) -> Figure:
    """Each leading topic's share of the stories of each bin, one small panel a topic."""
    table = topics.over_time(corpus, chosen, theme.SERIES)
    names = Names(dict.fromkeys(table["topic"]))
    held = table[table["story_share"].notna()]
    shown = held.assign(span=timebars.spans(held))
    noun = bins.noun_of(table)
    thin = table.loc[table["story_share"].isna(), "bin_day"].nunique()
    return Figure(
        key="topic-shares",
        title=courses.course(shown),
        counts=(
            f"Share of the stories of each {noun} that are about a topic, for the "
            f"{wording.count(len(names), 'leading topic')}."
            if names
            else f"Share of the stories of each {noun} that are about a topic."
        ),
        frame=shown[
            [
                *("bin_at", "bin_end_at", "bin_day", "bin_end_day"),
                *("topic", "story_count", "all_count", "story_share"),
                "span",
            ]
        ],
        spec=_panels(names),
        rows=chosen,
        mark=lambda datum: attention.bin_filters(chosen, datum).with_(
            topic=(str(datum["topic"]),)
        ),
        fields=("topic", "first", "last"),
        left_out=f"{wording.count(thin, noun)} with fewer than {_fewest()} stories."
        if thin
        else "",
        method=(
            f"Stories of the {noun} about the topic, over all its stories under the "
            "filters. Umbrella topics are set aside."
        ),
        empty=_few_bins(corpus, chosen, table, shown),
    )


def _few_bins(
    corpus: Corpus, chosen: Filters, table: pd.DataFrame, shown: pd.DataFrame
) -> str:
    """Why there is no course; a chosen range stays drawn, to be clicked away again."""
    if table.empty:
        return _no_topics(corpus)
    needed = 1 if chosen.first or chosen.last else courses.LEAST_BINS
    if shown["bin_day"].nunique() >= needed:
        return ""
    noun = bins.noun_of(table)
    least = wording.number(courses.LEAST_BINS)
    return f"Too little data: fewer than {least} {noun}s have {_fewest()} stories."


def _fewest() -> str:
    """The stories that a bin must have for a share."""
    return wording.number(counting.LEAST_DENOMINATOR)


@compiled
def _panels(names: Names) -> alt.Chart:
    pick = alt.selection_point(name=PICK, fields=["topic", "bin_day", "bin_end_day"])
    return (
        alt.Chart(ROWS)
        .mark_rect(cursor="pointer")
        .encode(
            x=alt.X("bin_at:T", scale=theme.UTC, axis=theme.days()),
            x2="bin_end_at:T",
            y=alt.Y(
                "topic:N",
                sort=list(names),
                axis=ranking.names_axis(),
            ),
            color=alt.Color(
                "story_share:Q",
                legend=alt.Legend(title="Share of stories", format="%", orient="top"),
            ),
            tooltip=[
                alt.Tooltip("topic:N", title="Topic"),
                alt.Tooltip("span:N", title="Days"),
                theme.stories_tooltip(),
                alt.Tooltip("all_count:Q", title="Of", format=theme.COUNT_FORMAT),
                alt.Tooltip("story_share:Q", title="Share", format=theme.SHARE_FORMAT),
            ],
        )
        .add_params(pick)
        .properties(height={"step": theme.ROW_HEIGHT + 4})
    )
