"""Umbrella topics: so common that they tell nothing apart; set aside, and named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from measures import result
from measures.what import topics as every_topic

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters
    from measures.result import LeftOut


def topics(corpus: Corpus, chosen: Filters) -> tuple[str, ...]:
    """The topics on more than 80 % of the corpus' stories, or of those asked for.

    In alphabetical order. A topic that is asked for is on all of these stories, and so
    is one of them: with what it occurs, says nothing.
    """
    held = chosen.mask(corpus)
    story, topic = corpus.topic_pairs
    found = np.bincount(topic[held[story]], minlength=len(corpus.topic_names))
    common = corpus.topic_names[found > every_topic.UMBRELLA_SHARE * held.sum()]
    return tuple(sorted({*every_topic.umbrellas(corpus), *common}))


def left_out(names: tuple[str, ...]) -> tuple[LeftOut, ...]:
    """How set-aside topics are said."""
    why = f"umbrella, on more than 80 % of the stories: {', '.join(names)}"
    return result.left_out((len(names), "topics", why))
