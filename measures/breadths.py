"""Breadths: how many provider families ran each story, within a window of hours.

Whatever shows a breadth, orders by one or says one takes it from here. The corpus keeps
those of the default window alone, which are wrong as soon as a reader sets another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from loaders import frames
from measures.memory import remembered

if TYPE_CHECKING:
    from loaders.corpus import Corpus


@remembered
def counts(corpus: Corpus, window: int) -> np.ndarray:
    """The breadth of every story by position: provider families in its coverage.

    Carriers fold into their origins, and the story's own family counts. A story without
    a time has only itself; one without a provider, alone, has breadth 0.

    Args:
        corpus: The corpus.
        window: Hours before and after a story in which a related one counts, ends
            included.

    Returns:
        int32, one per story, shared by all readers: not to be changed.

    Source:
        docs/measures.md, "Breadth".
    """
    is_kept = window == frames.DEFAULT_WINDOW_HOURS
    found = corpus.breadths.view() if is_kept else _counted(corpus, window)
    found.flags.writeable = False
    return found


def _counted(corpus: Corpus, window: int) -> np.ndarray:
    own, related = corpus.codes("provider_family"), corpus.related
    story = related["story"].to_numpy().astype(np.int64)
    code = related["provider_family"].cat.codes.to_numpy()
    # A gap that is missing compares as False: no member without a time.
    near = np.abs(related["gap_hours"].to_numpy()) <= window
    near &= (code >= 0) & (code != own[story])
    width = max(len(corpus.names("provider_family")), 1)
    # Sorted, since a hash table takes five times as long over what is nearly in order.
    pairs = np.sort(story[near] * width + code[near])
    is_first = np.diff(pairs, prepend=-1) != 0
    others = np.bincount(pairs[is_first] // width, minlength=len(own))
    return (others + (own >= 0)).astype(np.int32)
