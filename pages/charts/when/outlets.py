"""One coverage or many stories: a burst by the coverages it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from measures.memory import remembered
from measures.when import anatomy, excess
from pages.charts import headlines, theme, wording
from pages.charts.figure import Figure
from pages.charts.sentences import bursts as sentences
from pages.charts.when import episode

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

MOST_PARTS: Final = 10
ALONE: Final = "Stories that share no coverage"
NONE: Final = pd.DataFrame(
    {
        name: np.zeros(0)
        for name in (
            *("story", "provider_count", "story_count"),
            *("excess_count", "excess_share"),
        )
    }
)
UNTOLD: Final = (
    "No related coverage is known of any of these stories, so it cannot be told whether "
    "they are one story or many."
)


@remembered
def by_coverage(corpus: Corpus, chosen: Filters) -> Figure:
    """The excess of each shared coverage; a click lists its stories."""
    seen = episode.view(corpus, chosen)
    found = None if seen is None else episode.anatomy_of(corpus, seen)
    parts = NONE if found is None else found.coverages
    verdict = "" if found is None else found.verdict
    shown = parts.head(MOST_PARTS)
    names = _names(corpus, shown["story"].tolist())
    leads = dict(zip(names, shown["story"].tolist(), strict=True))
    empty = UNTOLD if verdict == anatomy.UNLINKED else ""
    return Figure(
        key="anatomy-coverage",
        title=sentences.outlets(found, shown, names, ALONE, seen),
        counts=episode.counts(found, "shared coverage"),
        frame=shown[["story_count", "excess_count"]].assign(
            part=names,
            words=names,
            label=_labels(shown),
            role=np.where(_is_remarkable(shown, verdict), theme.CHOSEN, theme.SHOWN),
            is_faint=False,
        ),
        spec=headlines.bars("Coverage", "excess_count", "", ("part",)),
        rows=chosen,
        names=("part",),
        stories=lambda values: _stories(corpus, seen, leads.get(values[0])),
        left_out=episode.others(
            parts.iloc[MOST_PARTS:], "more coverage", "more coverages"
        ),
        method=episode.method(
            "Each story is in one coverage at most: the widest story takes its own "
            "related coverage first, then the widest of the rest. A coverage is shared "
            "where it has two stories of the burst. One coverage of two providers or more "
            f"that makes {wording.one_in(anatomy.ONE_STORY_SHARE)} of the excess made most "
            "of the burst."
        ),
        empty=episode.NO_BURST if found is None else empty,
    )


def _stories(corpus: Corpus, seen: Filters | None, lead: int | None) -> np.ndarray:
    if seen is None or lead is None:
        return np.zeros(0, dtype=np.int64)
    return anatomy.stories(corpus, seen, *episode.days(seen), lead)


def _names(corpus: Corpus, leads: list[int]) -> list[str]:
    """The coverages by their story's headline; a repeated one gets its number."""
    names: list[str] = []
    for lead in leads:
        name = ALONE if lead == excess.ALONE else headlines.of(corpus, lead)
        times = sum(other.startswith(name) for other in names)
        names.append(f"{name} ({times + 1})" if times else name)
    return names


def _labels(shown: pd.DataFrame) -> list[str]:
    return [
        f"{episode.signed(beyond)} · {wording.stories(int(count))} by "
        f"{wording.count(int(who), 'provider')}"
        for beyond, count, who in zip(
            shown["excess_count"],
            shown["story_count"],
            shown["provider_count"],
            strict=True,
        )
    ]


def _is_remarkable(shown: pd.DataFrame, verdict: str) -> pd.Series[bool]:
    """The coverage that makes a burst one story."""
    return (
        (shown["story"] != excess.ALONE)
        & (shown["provider_count"] > 1)
        & (shown["excess_share"] >= anatomy.ONE_STORY_SHARE)
        & (verdict == anatomy.ONE_STORY)
    )
