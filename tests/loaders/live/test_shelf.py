"""The place of a corpus in the store: what it shows at the start, keeps, and looks at."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from loaders import ContentError, collection, loading
from loaders.keeping import cache, index
from loaders.live import pace, shelf
from loaders.live.bell import Bell
from loaders.live.shelf import Shelf
from loaders.parsing import contents, reading
from tests.corpora import story, write_corpus, write_story

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.keeping.index import Made
    from loaders.parsing.reading import Read
    from loaders.problems import Problem


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of two stories."""
    return write_corpus(tmp_path / "paper", [story("a"), story("b")])


def test_the_index_is_written_when_it_is_quiet(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not while changes follow one another, and once for each."""
    kept: list[Path] = []
    write = index.write

    def noted(root: Path, made: Made) -> bool:
        kept.append(root)
        return write(root, made)

    monkeypatch.setattr(index, "write", noted)
    place = Shelf(str(folder))
    place.current()
    place.keep()
    assert kept == []
    monkeypatch.setattr(shelf, "QUIET", 0.0)
    place.keep()
    place.keep()
    assert kept == [folder]
    write_story(folder / "_news", story("a", title="Changed"))
    assert place.refresh()
    place.keep()
    assert kept == [folder, folder]


@pytest.mark.parametrize("use_index", [True, False], ids=["no place", "not wanted"])
def test_where_no_index_is_written_changes_are_still_cheap(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, use_index: bool
) -> None:
    """What was read stays in memory, so that only what changed is read again.

    What is left over beside it is given back, once.
    """
    cache = tmp_path / "cache"
    if use_index:
        cache.write_text("x", encoding="utf-8")
    monkeypatch.setenv("BROADSHEET_CACHE", str(cache))
    monkeypatch.setattr(shelf, "QUIET", 0.0)
    for name in ("a", "b"):
        os.utime(folder / f"_news/{name}.md", (1_600_000_000, 1_600_000_000))
    given: list[str] = []
    monkeypatch.setattr(collection, "give_back", lambda: given.append("back"))
    place = Shelf(str(folder), use_index=use_index)
    place.current()
    assert given == []
    place.keep()
    place.keep()
    assert given == ["back"]
    read: list[str] = []
    read_file = reading.read

    def noted(path: str) -> Read:
        read.append(path)
        return read_file(path)

    monkeypatch.setattr(reading, "read", noted)
    write_story(folder / "_news", story("a", title="Changed"))
    assert place.refresh()
    assert [path.rpartition("/")[2] for path in read] == ["a.md"]
    place.keep()
    assert not cache.is_dir()


def indexed(folder: Path) -> None:
    """Have an index of a folder whose files did not change just now."""
    for path in (folder / "_news").iterdir():
        os.utime(path, (1_600_000_000, 1_600_000_000))
    assert loading.indexed(folder)[1]


def test_at_the_start_the_index_is_shown_before_files_are_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then they are; and where nothing changed, the corpus is the very same."""
    indexed(folder)
    looked: list[str] = []
    scan = loading.scan

    def noted(path: str) -> loading.Scan:
        looked.append(path)
        return scan(path)

    monkeypatch.setattr(loading, "scan", noted)
    place = Shelf(str(folder))
    first = place.current()
    assert (len(first), looked) == (2, [])
    assert not place.refresh()
    assert looked == [str(folder)]
    assert place.current() is first


def test_what_changed_since_the_index_was_written_shows_at_the_next_look(
    folder: Path,
) -> None:
    """As a load of these files from nothing would show it."""
    indexed(folder)
    write_story(folder / "_news", story("a", title="Changed"))
    (folder / "_news/b.md").unlink()
    place = Shelf(str(folder))
    assert len(place.current()) == 2
    assert place.refresh()
    assert place.current().texts["title"].tolist() == ["Changed"]
    assert place.current().version == loading.load(folder, use_index=False).version


def test_the_index_of_a_folder_that_is_gone_is_not_shown(folder: Path) -> None:
    """Nor is one that is torn: then the files are read."""
    indexed(folder)
    kept = cache.place(folder)
    kept.write_bytes(kept.read_bytes()[:-40])
    assert len(Shelf(str(folder)).current()) == 2
    indexed(folder)
    folder.rename(folder.with_name("elsewhere"))
    with pytest.raises(ContentError, match="found nothing"):
        Shelf(str(folder)).current()


def test_a_folder_that_takes_long_is_looked_at_less_often(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But once a minute, however long it takes, where nothing tells of changes."""
    monkeypatch.setattr(Bell, "listen", lambda _: False)
    place = Shelf(str(folder))
    monkeypatch.setattr(pace, "SHARE", 1e-9)
    place.current()
    assert not place.is_due()
    monkeypatch.setattr(pace, "LONGEST", 0.0)
    place.refresh()
    assert place.is_due()


def test_where_changes_are_told_nobody_looks_until_one_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or until the longest time is over, in case that one was not told."""
    heard = [False]
    monkeypatch.setattr(Bell, "listen", lambda _: True)
    monkeypatch.setattr(Bell, "has_rung", lambda _: heard[0])
    old(folder)
    place = Shelf(str(folder))
    assert place.is_due()
    place.current()
    assert not place.is_due()
    heard[0] = True
    assert place.is_due()
    monkeypatch.setattr(pace, "SHARE", 1e-9)
    place.refresh()
    assert not place.is_due()  # one change after another takes its share only
    heard[0] = False
    monkeypatch.setattr(pace, "SHARE", 1.0)
    monkeypatch.setattr(pace, "LONGEST_TOLD", 0.0)
    place.refresh()
    assert place.is_due()


def test_what_changed_just_before_is_due_again_without_being_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once a further change would show."""
    monkeypatch.setattr(Bell, "listen", lambda _: True)
    monkeypatch.setattr(Bell, "has_rung", lambda _: False)
    clock = [time.time_ns()]
    monkeypatch.setattr(time, "time_ns", lambda: clock[0])
    place = Shelf(str(folder))
    place.current()
    assert not place.is_due()
    clock[0] += 3 * 10**9
    assert place.is_due()
    place.refresh()
    assert not place.is_due()


@pytest.fixture
def denied(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of files that cannot be read, as long as they are in it."""
    names: set[str] = set()
    read_content = contents.read

    def refused(path: str) -> bytes | Problem:
        is_denied = path.rpartition("/")[2] in names
        return (
            contents.unreadable("Too many files") if is_denied else read_content(path)
        )

    monkeypatch.setattr(contents, "read", refused)
    return names


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the stories that are read, or tried."""
    names: list[str] = []
    read_file = reading.read

    def noted(path: str) -> Read:
        names.append(path.rpartition("/")[2])
        return read_file(path)

    monkeypatch.setattr(reading, "read", noted)
    return names


def old(folder: Path) -> None:
    """Let all files look as if they had not been touched for long."""
    for path in folder.rglob("*.*"):
        os.utime(path, (1_600_000_000, 1_600_000_000))


@pytest.mark.parametrize("use_index", [True, False])
def test_a_file_that_cannot_be_read_is_tried_at_each_look(
    folder: Path,
    denied: set[str],
    tried: list[str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    use_index: bool,
) -> None:
    """It alone; the corpus stays the very same, and the index as it is, until it is read."""
    monkeypatch.setattr(shelf, "QUIET", 0.0)
    old(folder)
    denied.add("b.md")
    place = Shelf(str(folder), use_index=use_index)
    first = place.current()
    assert len(first) == 1
    written: list[Made] = []
    write = index.write

    def noted(root: Path, made: Made) -> bool:
        written.append(made)
        return write(root, made)

    monkeypatch.setattr(index, "write", noted)
    tried.clear()
    for _ in range(3):
        assert not place.refresh()
        place.keep()
    assert place.current() is first
    assert (tried, len(written)) == (["b.md"] * 3, int(use_index))
    denied.clear()
    assert place.refresh()
    assert len(place.current()) == 2
    place.keep()
    tried.clear()
    assert not place.refresh()
    assert (tried, len(written)) == ([], 2 * use_index)


def test_a_folder_none_of_whose_files_can_be_read_is_tried_again(
    folder: Path, denied: set[str]
) -> None:
    """There is no corpus for now only."""
    old(folder)
    denied.update(("a.md", "b.md"))
    place = Shelf(str(folder))
    for _ in range(2):
        with pytest.raises(ContentError, match="none is a story"):
            place.current()
    denied.clear()
    assert len(place.current()) == 2


def test_a_topic_that_cannot_be_read_is_tried_at_each_look(
    folder: Path, denied: set[str]
) -> None:
    """What lies beside the stories counts as they do."""
    (folder / "_data/topics").mkdir(parents=True)
    (folder / "_data/topics/t.yaml").write_text("name: T", encoding="utf-8")
    old(folder)
    denied.add("t.yaml")
    place = Shelf(str(folder))
    assert len(place.current().topics) == 0
    assert not place.refresh()
    denied.clear()
    assert place.refresh()
    assert place.current().topics["topic"].tolist() == ["T"]


@pytest.mark.parametrize("ahead", [0, 10**15], ids=["now", "a clock ahead"])
def test_what_changed_just_before_is_read_once_more(
    folder: Path, tried: list[str], monkeypatch: pytest.MonkeyPatch, ahead: int
) -> None:
    """As soon as a further change would show, and then no more."""
    old(folder)
    now = time.time_ns()
    clock = [now]
    monkeypatch.setattr(time, "time_ns", lambda: clock[0])
    path = folder / "_news/a.md"
    os.utime(path, ns=(now + ahead, now + ahead))
    place = Shelf(str(folder))
    assert place.current().texts["title"].tolist()[0] == "Story a"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Story a", "Story A"), encoding="utf-8"
    )
    os.utime(path, ns=(now + ahead, now + ahead))
    tried.clear()
    assert not place.refresh()
    assert tried == []
    clock[0] += 3 * 10**9
    assert place.refresh()
    assert place.current().texts["title"].tolist()[0] == "Story A"
    assert not place.refresh()
    assert tried == ["a.md"]
