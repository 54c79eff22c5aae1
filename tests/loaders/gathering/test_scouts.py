"""Files are fetched ahead of their readers where the disk is waited for."""

from __future__ import annotations

import os
from itertools import count
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from loaders.gathering import crew, files, scouts
from loaders.gathering.scouts import ENOUGH, LEAD, NEAR, Scouts
from tests.corpora import story, write_corpus
from tests.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.gathering.files import File


def chunks(number: int) -> list[list[File]]:
    """So many chunks of one file each, called after their numbers."""
    return [[files.File(str(n), str(n), 1, 1, 1)] for n in range(number)]


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the chunks that were fetched, in this order."""
    numbers: list[int] = []
    monkeypatch.setattr(scouts, "fetch", lambda place: numbers.append(int(place)))
    monkeypatch.setattr(scouts, "THREADS", 1)
    return numbers


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is always waited for."""
    blocks = count()
    monkeypatch.setattr(scouts, "fetched", lambda: next(blocks))


def test_what_is_in_memory_sends_nobody(
    fetched: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does a system that does not count."""
    monkeypatch.setattr(scouts, "fetched", lambda: 7)
    some = Scouts(chunks(100))
    for number in range(50):
        some.follow(number)
        assert some._threads == []
    assert fetched == []


@pytest.mark.usefixtures("slow")
def test_they_stay_a_little_ahead(fetched: list[int]) -> None:
    """Neither where readers are already, nor so far that it would be forgotten again."""
    some = Scouts(chunks(1000))
    some.follow(0)
    until(lambda: len(fetched) == LEAD + 1 - NEAR)
    assert fetched == list(range(NEAR, LEAD + 1))
    some.follow(2)
    until(lambda: len(fetched) == LEAD + 3 - NEAR)
    some.follow(500)
    until(lambda: fetched[-1] == 500 + LEAD)
    held = LEAD + 3  # which one of them was waiting for
    assert fetched[LEAD + 3 - NEAR :] == [held, *range(500 + NEAR, 501 + LEAD)]
    some.recall()
    until(lambda: not any(thread.is_alive() for thread in some._threads))


@pytest.mark.usefixtures("slow")
def test_they_end_with_the_files(fetched: list[int]) -> None:
    """And none is fetched twice."""
    some = Scouts(chunks(20))
    for number in range(20):
        some.follow(number)
    until(lambda: not any(thread.is_alive() for thread in some._threads))
    assert len(fetched) == len(set(fetched))
    assert set(fetched) <= set(range(NEAR, 20))


def test_they_go_home_where_all_is_in_memory(
    fetched: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And come again when the disk is waited for once more."""
    blocks = iter([0, 1])
    monkeypatch.setattr(scouts, "fetched", lambda: next(blocks, 1))
    some = Scouts(chunks(1000))
    some.follow(0)
    until(lambda: bool(fetched) and not some._threads[0].is_alive())
    assert len(fetched) == ENOUGH
    some.follow(1)
    assert len(fetched) == ENOUGH
    blocks = iter([2])
    some.follow(2)
    until(lambda: len(fetched) > ENOUGH)
    some.recall()


@pytest.mark.usefixtures("slow")
def test_no_files_need_none(fetched: list[int]) -> None:
    """As where a folder is empty, or an address is read: who comes finds nothing."""
    some = Scouts([])
    some.follow(0)
    until(lambda: not any(thread.is_alive() for thread in some._threads))
    assert fetched == []


@pytest.mark.skipif(
    not hasattr(os, "posix_fadvise"), reason="this system cannot be asked to fetch"
)
def test_a_file_that_vanished_is_nobodys_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader will say so; others are asked for as a whole, and closed again."""
    asked: list[tuple[int, tuple[int, ...]]] = []

    def noted(opened: int, *wanted: int) -> None:
        asked.append((os.fstat(opened).st_ino, wanted))
        numbers.append(opened)

    numbers: list[int] = []
    monkeypatch.setattr(os, "posix_fadvise", noted)
    place = tmp_path / "there.md"
    place.write_text("x", encoding="utf-8")
    for name in ("gone.md", "there.md"):
        scouts.fetch(str(tmp_path / name))
    assert asked == [(place.stat().st_ino, (0, 0, os.POSIX_FADV_WILLNEED))]
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(numbers[0])


def test_blocks_are_counted_where_the_system_counts_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """For each thread by itself; elsewhere nobody ever waited."""
    monkeypatch.setattr(scouts, "_thread", None)
    assert scouts.fetched() == 0
    counted = {7: SimpleNamespace(ru_inblock=40)}
    monkeypatch.setattr(scouts, "_thread", 7)
    monkeypatch.setattr(
        scouts, "resource", SimpleNamespace(getrusage=counted.get), raising=False
    )
    assert scouts.fetched() == 40


@pytest.mark.usefixtures("slow")
def test_what_is_read_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether anybody goes ahead or not."""
    write_corpus(tmp_path, [story(f"s{n:03}") for n in range(8 * crew.CHUNK)])
    found = files.find(tmp_path).files
    gone: list[str] = []
    fetch = scouts.fetch

    def noted(place: str) -> None:
        gone.append(place)
        fetch(place)

    monkeypatch.setattr(scouts, "fetch", noted)
    ahead = crew.read(found, processes=1)
    assert set(gone) <= {file.place for file in found}
    monkeypatch.setattr(Scouts, "follow", lambda *_: None)
    assert crew.read(found, processes=1) == ahead
