"""Related links as arrays: one entry per link, in the order of the stories they are of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from measures import instants
from measures.memory import remembered

if TYPE_CHECKING:
    from loaders.corpus import Corpus


@dataclass(frozen=True, eq=False)
class Links:
    """The columns of `corpus.related` that figures touch, side by side.

    Where the related story is filed, provider, carrier and time are its file's.
    """

    entry: np.ndarray
    """Row in `corpus.related`."""
    story: np.ndarray
    """Position of the story whose list it stands in; never descending."""
    target: np.ndarray
    """Position of the related story, -1 where it is only seen."""
    provider: np.ndarray
    carrier: np.ndarray
    instant: np.ndarray
    """Microseconds since 1970-01-01 UTC."""
    gap_hours: np.ndarray


@remembered
def links(corpus: Corpus, column: str) -> Links:
    """All related links, with the providers of this column of `stories`."""
    related = corpus.related
    story = related["story"].to_numpy()
    entry = np.argsort(story, kind="stable")
    target = related["target"].to_numpy()[entry]
    is_filed = target >= 0
    filed = target[is_filed]

    def of_file(listed: np.ndarray, own: np.ndarray) -> np.ndarray:
        values = listed[entry].astype(np.result_type(listed, own))
        values[is_filed] = own[filed]
        return values

    return Links(
        entry=entry.astype(np.int32),
        story=story[entry],
        target=target,
        provider=of_file(related[column].cat.codes.to_numpy(), corpus.codes(column)),
        carrier=of_file(
            related["carrier"].cat.codes.to_numpy(), corpus.codes("carrier")
        ),
        instant=of_file(
            instants.microseconds(related["published_at"]), instants.of(corpus)
        ),
        gap_hours=related["gap_hours"].to_numpy()[entry],
    )
