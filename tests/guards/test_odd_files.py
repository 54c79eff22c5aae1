"""A corpus with odd files in it has every figure that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import loaders
from measures.filters import EVERYTHING, Filters
from tests.guards.figures import MAKERS
from tests.loaders.odd import EXTREMES, SIX, beside_three_good, texts

if TYPE_CHECKING:
    from pathlib import Path


def test_no_odd_file_costs_a_figure(tmp_path: Path) -> None:
    """Not even with the largest numbers and the farthest times that are allowed."""
    folder = beside_three_good(tmp_path / "corpus", *texts(SIX, EXTREMES))
    corpus = loaders.load(folder, use_index=False)
    assert (len(corpus), corpus.files_count, len(corpus.duplicates)) == (11, 12, 0)
    failed = []
    for name, make in MAKERS.items():
        for chosen in (EVERYTHING, Filters(provider=("Odd",)), Filters(topic=("AI",))):
            try:
                made = make(corpus, chosen)
            except Exception as error:  # noqa: BLE001 - all of them are told
                failed.append(f"{name}: {error!r}")
            else:
                assert made.title
    assert failed == []
