"""The health of a corpus: completeness, the backlog, heat, related lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import numpy as np

from loaders import frames
from measures import completeness
from measures.health import backlog
from measures.memory import remembered
from measures.statistics import stacking
from pages.charts import ranking, theme, timebars, wording
from pages.charts.figure import PICK, Figure, compiled
from pages.charts.sentences import health as sentences
from pages.charts.when import attention

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def complete(corpus: Corpus, chosen: Filters) -> Figure:
    """How many stories lack each field; a click lists those that lack it."""
    table = completeness.by_field(corpus, chosen)
    rows = chosen.without("lacks")
    total = int(rows.mask(corpus).sum())
    lacking = table[table["story_count"] > 0].sort_values(
        "story_count", ascending=False, kind="stable"
    )
    some = bool(table["is_chosen"].any())
    full = len(table) - len(lacking)
    return Figure(
        key="completeness",
        title=sentences.fields(lacking, total),
        counts=f"Stories that lack each field, of {wording.stories(total)}.",
        frame=lacking[["field", "story_count"]].assign(
            story_share=lacking["story_count"] / max(total, 1),
            role=np.where(lacking["is_chosen"], theme.CHOSEN, theme.SHOWN),
            is_faint=some & ~lacking["is_chosen"],
            label=[
                f"{count:,} · {wording.percent(count / max(total, 1))}"
                for count in lacking["story_count"]
            ],
        ),
        spec=ranking.bars("field", "Lacking"),
        rows=chosen,
        mark=lambda datum: rows.with_(lacks=(str(datum["field"]),)),
        fields=("lacks",),
        left_out=f"{wording.count(full, 'field')} that every story has."
        if full
        else "",
        method=(
            "A story lacks a field when its file has none, or one that could not be read "
            "(then it is also among the problems)."
        ),
        empty="" if len(lacking) else "Every story has every field.",
    )


@remembered
def waiting(corpus: Corpus, chosen: Filters) -> Figure:
    """Unpublished stories over time by reason; a click chooses reason and bin."""
    wide = chosen.without("reason")
    result = backlog.over_time(corpus, wide)
    shown = result.frame[result.frame["story_count"] > 0]
    return Figure(
        key="backlog",
        title=sentences.backlog(backlog.by_reason(corpus, wide).frame),
        counts=f"Stories that were not published, by the reason; {result.n:,} "
        "with a time.",
        frame=stacking.stacked(shown, "story_count")
        .drop(columns="all_count")
        .assign(span=timebars.spans(shown)),
        spec=_stacks(),
        rows=chosen.with_(reason=chosen.reason or frames.reason_names),
        mark=lambda datum: attention.bin_filters(wide, datum).with_(
            reason=(str(datum["reason"]),)
        ),
        fields=("reason", "first", "last"),
        left_out=wording.left_out(result.left_out),
        method=(
            "Folded: heat is -1, the story was made part of another. Below gate: its "
            "quality is under the lowest published quality of its month. Other: neither. "
            "The choice of reasons itself is skipped."
        ),
        empty="" if len(shown) else "No story here is unpublished.",
    )


@compiled
def _stacks() -> alt.Chart:
    pick = alt.selection_point(name=PICK, fields=["reason", "bin_day", "bin_end_day"])
    return (
        timebars.bars(stacking.TOP, stacking.BOTTOM, theme.whole_numbers("Stories"))
        .encode(
            color=alt.Color(
                "reason:N",
                scale=alt.Scale(domain=list(frames.reason_names)),
                legend=alt.Legend(title=None, orient="top"),
            ),
            tooltip=[
                alt.Tooltip("reason:N", title="Reason"),
                alt.Tooltip("span:N", title="Days"),
                theme.stories_tooltip(),
            ],
        )
        .add_params(pick)
        .properties(height=theme.CHART_HEIGHT)
    )
