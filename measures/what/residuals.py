"""Topics against providers: who writes about what more than chance would have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from measures.clauses import provider_column
from measures.memory import remembered
from measures.result import Result, guarded, left_out, reasons
from measures.what import umbrella

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

LEAST_EXPECTED: Final = 5
"""Expected stories below which a standardised residual is not near normal."""


@remembered
def topic_by_provider(
    corpus: Corpus, chosen: Filters, most_topics: int = 12, most_providers: int = 15
) -> Result:
    """The stories of each leading topic and provider against what chance would give.

    Umbrella topics are set aside. A story counts once in each of its topics, so each
    cell is its own table: has the topic or not, is of the provider or not.

    Returns:
        One row per pair, 0 included: topic, provider, story_count, topic_count,
        provider_count, expected_count (topic_count * provider_count / n),
        residual_score (standardised: (O - E) / √(E (1 - topic's share) (1 - provider's
        share)), about ±2 is remarkable; missing where E is below 5) and reason.
        Topics by stories, most first, then providers likewise. n is the stories that
        have a provider.

    Source:
        docs/measures.md, "Topic by provider".
    """
    who = corpus.codes(provider_column(chosen.by))
    names = corpus.names(provider_column(chosen.by)).to_numpy(dtype=object)
    topic_names = corpus.topic_names.to_numpy(dtype=object)
    asked = chosen.mask(corpus)
    held = asked & (who >= 0)
    n = int(held.sum())
    story, topic = corpus.topic_pairs
    aside = umbrella.topics(corpus)
    kept = held[story] & ~np.isin(topic_names, aside)[topic]
    by_topic = np.bincount(topic[kept], minlength=len(topic_names))
    by_provider = np.bincount(who[held], minlength=len(names))
    tops, columns = (
        _largest(by_topic, most_topics),
        _largest(by_provider, most_providers),
    )
    place_topic, place_provider = _places(tops, by_topic), _places(columns, by_provider)
    row, column = place_topic[topic[kept]], place_provider[who[story[kept]]]
    inside = (row >= 0) & (column >= 0)
    counts = np.bincount(
        row[inside] * len(columns) + column[inside],
        minlength=len(tops) * len(columns),
    )
    of_topic = np.repeat(by_topic[tops], len(columns))
    of_provider = np.tile(by_provider[columns], len(tops))
    expected = of_topic * of_provider / max(n, 1)
    spread = np.sqrt(
        expected * (1 - of_topic / max(n, 1)) * (1 - of_provider / max(n, 1))
    )
    # A provider that is all there is, or a topic on every story, has no spread.
    enough = (expected >= LEAST_EXPECTED) & (spread > 0)
    score = (counts - expected) / np.where(spread > 0, spread, 1)
    frame = pd.DataFrame(
        {
            "topic": np.repeat(topic_names[tops], len(columns)),
            "provider": np.tile(names[columns], len(tops)),
            "story_count": counts,
            "topic_count": of_topic,
            "provider_count": of_provider,
            "expected_count": expected,
            "residual_score": guarded(score, enough),
            "reason": reasons(enough, f"{LEAST_EXPECTED} expected stories"),
        }
    )
    return Result(
        frame,
        n,
        "stories",
        identity=chosen.by,
        left_out=umbrella.left_out(aside)
        + left_out(
            ((asked & (who < 0)).sum(), "stories", "without a provider"),
            ((by_topic > 0).sum() - len(tops), "topics", "not among the largest"),
            (
                (by_provider > 0).sum() - len(columns),
                "providers",
                "not among the largest",
            ),
        ),
    )


def _largest(counts: np.ndarray, most: int) -> np.ndarray:
    order = np.argsort(-counts, kind="stable")[:most]  # names are in alphabetical order
    return order[counts[order] > 0]


def _places(codes: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Of each code its place among these, -1 where it is none of them."""
    place = np.full(len(counts), -1)
    place[codes] = np.arange(len(codes))
    return place
