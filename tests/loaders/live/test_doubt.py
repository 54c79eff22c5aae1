"""When files are read again although they show no change."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from loaders import ContentError
from loaders.keeping import index
from loaders.live import keeper
from loaders.live.shelf import Shelf
from loaders.parsing import contents, reading
from tests.corpora import untouched

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.keeping.index import Made
    from loaders.parsing.reading import Read
    from loaders.problems import Problem


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
    monkeypatch.setattr(keeper, "QUIET", 0.0)
    untouched(folder)
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
    untouched(folder)
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
    untouched(folder)
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
    untouched(folder)
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
