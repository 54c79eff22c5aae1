"""Umbrella topics: so common that they tell nothing apart; set aside, and named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from measures import result
from measures.memory import remembered

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.result import LeftOut

SHARE: Final = 0.8


@remembered
def topics(corpus: Corpus) -> tuple[str, ...]:
    """The topics on more than SHARE of the corpus' stories, in alphabetical order.

    They are the same under all filters, so that all figures set the same ones aside, and
    what a narrow view is about stays in sight.

    Source:
        docs/measures.md, "Umbrella topic".
    """
    _, topic = corpus.topic_pairs
    found = np.bincount(topic, minlength=len(corpus.topic_names))
    return tuple(sorted(corpus.topic_names[found > SHARE * len(corpus)]))


def left_out(names: tuple[str, ...]) -> tuple[LeftOut, ...]:
    """How set-aside topics are said."""
    return result.left_out(
        (len(names), "umbrella topics", f"{why()}: {', '.join(names)}")
    )


def why() -> str:
    """What makes a topic an umbrella, as it is said of one."""
    return f"on more than {100 * SHARE:g}% of all stories"
