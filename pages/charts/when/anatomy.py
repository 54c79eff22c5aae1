"""The anatomy of a burst: the stories beyond the usual, by provider and by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from measures.memory import remembered
from measures.what import umbrella
from pages.charts import division, theme, wording
from pages.charts.figure import Figure
from pages.charts.sentences import bursts as sentences
from pages.charts.when import episode, excessbars

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.when.anatomy import Anatomy

MOST_PARTS: Final = 10
COLUMNS: Final = ("story_count", "expected_count", "excess_count", "excess_share")
METHODS: Final = {
    "provider": "A story counts for its provider.",
    "topic": "A story counts in equal parts in each of its topics, so that they add up; "
    "a click opens all stories that have the topic.",
}


@remembered
def by_provider(corpus: Corpus, chosen: Filters) -> Figure:
    """The excess of each provider; a click chooses it within the burst."""
    return _divided(corpus, chosen, "provider")


@remembered
def by_topic(corpus: Corpus, chosen: Filters) -> Figure:
    """The excess of each topic; a click chooses it within the burst."""
    return _divided(corpus, chosen, "topic")


def _divided(corpus: Corpus, chosen: Filters, kind: str) -> Figure:
    """The excess under the filters without their own clause, in parts."""
    wide = division.without(chosen, kind)
    is_burst = episode.view(corpus, chosen) is not None
    found = episode.anatomy_of(corpus, wide) if is_burst else None
    parts = _parts(found, kind)
    shown = division.leading(parts, chosen, kind, MOST_PARTS)
    names = shown[kind].tolist()
    held = np.array(division.is_chosen(chosen, kind, names), dtype=bool)
    aside = umbrella.topics(corpus) if kind == "topic" else ()
    is_aside = np.isin(names, aside) & ~held.any()
    return Figure(
        key=f"anatomy-{kind}",
        title=sentences.excess(found, shown, kind, aside, wide),
        counts=episode.counts(found, kind),
        frame=shown[[kind, "story_count", "expected_count", "excess_count"]].assign(
            opened_count=division.opened(corpus, chosen, kind, names),
            label=_labels(shown),
            role=np.where(held, theme.CHOSEN, theme.SHOWN),
            is_faint=(~held & held.any()) | is_aside,
        ),
        spec=excessbars.bars(kind),
        rows=chosen,
        value="opened_count",
        mark=lambda datum: division.part(chosen, kind, str(datum[kind])),
        fields=division.fields(kind),
        left_out=episode.others(parts.drop(index=shown.index), f"more {kind}"),
        notes=_notes(shown.loc[is_aside, kind].tolist()),
        method=episode.method(METHODS[kind]),
        empty="" if is_burst else episode.NO_BURST,
    )


def _notes(aside: list[str]) -> tuple[str, ...]:
    """Why the bars of umbrella topics are pale."""
    if not aside:
        return ()
    return (f"Paler, and set aside: {wording.joined(aside)}, on nearly every story.",)


def _parts(found: Anatomy | None, kind: str) -> pd.DataFrame:
    if found is None:
        return pd.DataFrame({name: np.zeros(0) for name in (kind, *COLUMNS)})
    return found.providers if kind == "provider" else found.topics


def _labels(parts: pd.DataFrame) -> list[str]:
    signed = [episode.signed(beyond) for beyond in parts["excess_count"]]
    return [
        f"{text} · {wording.percent(share)}" if share > 0 and text != "0" else text
        for text, share in zip(signed, parts["excess_share"], strict=True)
    ]
