"""The files that assembly fails at are found, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders import load
from loaders.assembly import assembling, coverage
from loaders.assembly.bisecting import MOST, culprits
from loaders.errors import FaultError
from tests.corpora import story, write_corpus

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import numpy as np

    from loaders.assembly.bisecting import Fails


def failing(alone: Iterable[int] = (), together: Iterable[int] = ()) -> Fails:
    """Fails where any of some files is there, or all of some others."""

    def fails(rows: np.ndarray) -> Exception | None:
        there = set(rows.tolist())
        if there & set(alone):
            return ValueError(min(there & set(alone)))
        if set(together) and set(together) <= there:
            return KeyError("together")
        return None

    return fails


@pytest.mark.parametrize(
    ("alone", "together", "found"),
    [
        ([], [], []),
        ([0], [], [0]),
        ([99], [], [99]),
        ([3, 4, 50, 98], [], [3, 4, 50, 98]),
        ([], [7, 80], [80]),
        ([], [7, 8], [8]),
        ([], [10, 40, 90], [90]),
        ([12], [7, 80], [12, 80]),
    ],
)
def test_of_a_hundred_files_those_are_found(
    alone: list[int], together: list[int], found: list[int]
) -> None:
    """Each that fails alone; of those that fail together the one that is too many."""
    blamed = culprits(100, failing(alone, together))
    assert sorted(blamed) == found
    for row in alone:
        assert str(blamed[row]) == str(row)


def test_what_fails_without_any_file_is_not_for_them() -> None:
    """Nor is what more than MOST of them are in the way of."""
    assert culprits(100, lambda _: ValueError()) == {}
    assert culprits(9, lambda rows: ValueError() if len(rows) else None).keys() == {
        *range(9)
    }
    many = range(MOST + 1)
    assert culprits(1_000, failing(many)) == {}


def test_one_culprit_costs_no_more_than_assembling_all_a_few_times() -> None:
    """Twice in halves, and once each before and after."""
    sizes: list[int] = []
    fails = failing([600])

    def counted(rows: np.ndarray) -> Exception | None:
        sizes.append(len(rows))
        return fails(rows)

    assert [*culprits(1_024, counted)] == [600]
    assert sum(sizes) <= 5 * 1_024


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three stories."""
    return write_corpus(tmp_path / "paper", [story(name) for name in "abc"])


def test_lack_of_memory_is_not_for_a_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leaving out files until it suffices would hide them."""

    def lacking(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(coverage, "entries", lacking)
    with pytest.raises(FaultError, match="MemoryError"):
        load(folder, use_index=False)


def test_what_fails_for_all_of_them_is_raised(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a line, and no file is blamed for it."""
    monkeypatch.setattr(assembling, "_stories", lambda *_: 1 / 0)
    with pytest.raises(FaultError, match="paper: cannot be read: ZeroDivision"):
        load(folder, use_index=False)
