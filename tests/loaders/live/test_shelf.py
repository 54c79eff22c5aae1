"""The place of a corpus in the store: what it shows at the start, keeps, and looks at."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from loaders import ContentError, collection, loading
from loaders.keeping import cache, index
from loaders.live import keeper
from loaders.live.shelf import Shelf
from loaders.parsing import reading
from tests.corpora import story, write_story

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.keeping.index import Made
    from loaders.parsing.reading import Read


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
    monkeypatch.setattr(keeper, "QUIET", 0.0)
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
    monkeypatch.setattr(keeper, "QUIET", 0.0)
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
