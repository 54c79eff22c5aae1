"""One corpus for all readers: loaded once, and swapped when files change."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from loaders import ContentError, loading
from loaders.live import doubt, store
from tests.corpora import story, write_corpus, write_story
from tests.waiting import PATIENCE_S, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from loaders.gathering.crew import Progress
    from loaders.keeping.index import Made


@pytest.fixture(autouse=True)
def _empty() -> Iterator[None]:
    store.clear()
    yield
    store.clear()


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The name of each folder whose files are read, as often as they are."""
    names: list[str] = []
    load = loading.load_scanned

    def counted(seen: loading.Scan, **options: Any) -> Made:  # noqa: ANN401 - as given
        names.append(seen.root.name)
        return load(seen, **options)

    monkeypatch.setattr(loading, "load_scanned", counted)
    # However slow the test is, what was written just before is not read once more.
    monkeypatch.setattr(doubt, "RECENT_NS", 10**15)
    return names


def test_no_folder_is_an_error_until_there_is_one(tmp_path: Path) -> None:
    """The error is not kept longer than its reason."""
    place = tmp_path / "later"
    for _ in range(2):
        with pytest.raises(ContentError, match="found nothing"):
            store.current(place)
    write_corpus(place, [story("a")])
    assert len(store.current(place)) == 1


def test_a_folder_without_stories_is_not_read_again(
    tmp_path: Path, loads: list[str]
) -> None:
    """Until something in it changes."""
    (tmp_path / "README.md").write_text("x", encoding="utf-8")
    for _ in range(3):
        with pytest.raises(ContentError, match="none is a story"):
            store.current(tmp_path)
    assert len(loads) == 1
    write_corpus(tmp_path, [story("a")])
    assert len(store.current(tmp_path)) == 1


def test_many_readers_load_once(folder: Path, loads: list[str]) -> None:
    """All of them get the same corpus, however the path is written."""
    together = threading.Barrier(8)

    def read(number: int) -> int:
        together.wait()
        return id(store.current(folder if number % 2 else f"{folder}/../paper/"))

    with ThreadPoolExecutor(8) as readers:
        assert len(set(readers.map(read, range(8)))) == 1
    assert loads == ["paper"]


def test_a_load_that_breaks_is_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every waiting reader sees the error; the next one starts anew."""
    with monkeypatch.context() as broken:
        broken.setattr(loading, "scan", lambda _: 1 / 0)
        with pytest.raises(ContentError, match="ZeroDivisionError: division by zero"):
            store.current(folder)
    assert len(store.current(folder)) == 2


def test_progress_is_told_in_the_readers_thread(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page may draw only from its own thread."""
    told: list[tuple[int, int, int]] = []
    load = loading.load_scanned
    seen = threading.Event()

    def slow(scan: loading.Scan, *, progress: Progress, **options: Any) -> Made:  # noqa: ANN401 - as given
        progress(1, 2)
        assert seen.wait(PATIENCE_S)
        return load(scan, **options)

    def draw(done: int, total: int) -> None:
        told.append((done, total, threading.get_ident()))
        seen.set()

    monkeypatch.setattr(loading, "load_scanned", slow)
    store.current(folder, progress=draw)
    assert told[0] == (1, 2, threading.get_ident())


def test_refresh_without_a_reader_does_nothing(folder: Path, loads: list[str]) -> None:
    """What nobody has asked for is not kept up to date."""
    assert not store.refresh(folder)
    assert loads == []


def test_refresh_without_a_change_reads_nothing(folder: Path, loads: list[str]) -> None:
    """Looking is enough."""
    before = store.current(folder)
    assert not store.refresh(folder)
    assert store.current(folder) is before
    assert loads == ["paper"]


@pytest.mark.parametrize("change", ["edit", "add", "remove", "rename", "topic", "link"])
def test_refresh_after_a_change_swaps_the_corpus(folder: Path, change: str) -> None:
    """A reader in the middle of a page keeps the one it began with."""
    before = store.current(folder)
    match change:
        case "edit":
            write_story(folder / "_news", story("a", title="Changed"))
        case "add":
            write_story(folder / "_news/deep", story("c"))
        case "remove":
            (folder / "_news/a.md").unlink()
        case "rename":
            (folder / "_news/a.md").rename(folder / "_news/z.md")
        case "topic":
            write_corpus(folder, [], {"_data/topics/a.yaml": "name: A"})
        case _:
            (folder / "_news/out").symlink_to("/etc")
    assert store.refresh(folder)
    after = store.current(folder)
    assert after.version != before.version
    assert before.texts["title"].tolist() == ["Story a", "Story b"]
    assert after.version == loading.load(folder, use_index=False).version


def test_a_touched_file_makes_no_other_version(folder: Path) -> None:
    """What is shown is the same."""
    before = store.current(folder)
    (folder / "_news/a.md").touch()
    assert not store.refresh(folder)
    assert store.current(folder).version == before.version


def test_a_folder_that_goes_away_is_told(folder: Path) -> None:
    """Its stories are not shown for ever, and come back with it."""
    before = store.current(folder)
    folder.rename(folder.with_name("moved"))
    assert store.refresh(folder)
    with pytest.raises(ContentError):
        store.current(folder)
    folder.with_name("moved").rename(folder)
    assert store.current(folder).version == before.version


def test_the_least_asked_for_corpus_gives_way(tmp_path: Path, loads: list[str]) -> None:
    """A link cannot fill the memory with corpora."""
    folders = [
        write_corpus(tmp_path / f"c{n}", [story("a")])
        for n in range(store.MOST_CORPORA + 1)
    ]
    # Of an index, written after a while, the first would come without being read.
    first, *others = [store.current(place, use_index=False) for place in folders]
    assert [store.current(place) for place in folders[1:]] == others
    assert loads == [place.name for place in folders]
    assert store.current(folders[0], use_index=False) is not first
    assert loads[len(folders) :] == ["c0"]


def test_changes_are_noticed_by_themselves(folder: Path) -> None:
    """Nobody has to ask for it: the next reader gets the new corpus."""
    store.current(folder)
    write_story(folder / "_news", story("a", title="Changed"))
    # The file may be seen half written, and then once more.
    until(
        lambda: store.current(folder).texts["title"].tolist() == ["Changed", "Story b"]
    )
    (folder / "_news/b.md").unlink()
    until(lambda: len(store.current(folder)) == 1)
