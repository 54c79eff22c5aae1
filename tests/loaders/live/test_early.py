"""A corpus that takes long to read shows a few of its files first."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from loaders import ContentError, loading
from loaders.live import early
from loaders.live.shelf import Shelf
from tests.corpora import story, write_corpus
from tests.waiting import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from loaders.keeping.index import Made


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four stories, which are taken for many."""
    monkeypatch.setattr(early, "MANY", 4)
    monkeypatch.setattr(early, "FEW", 2)
    return write_corpus(tmp_path / "paper", [story(name) for name in "abcd"])


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """All files are not read before this is set; a few are."""
    go_on = threading.Event()
    load = loading.load_scanned

    def slow(seen: loading.Scan, **options: Any) -> Made:  # noqa: ANN401 - as given
        if len(seen.found.files) > early.FEW:
            assert go_on.wait(PATIENCE_S)
        return load(seen, **options)

    monkeypatch.setattr(loading, "load_scanned", slow)
    yield go_on
    go_on.set()


def test_few_files_are_not_worth_it(tmp_path: Path) -> None:
    """They are all read as soon as some of them."""
    write_corpus(tmp_path, [story("a")])
    assert early.corpus(loading.scan(tmp_path)) is None


def test_the_last_by_name_are_shown(folder: Path) -> None:
    """As a corpus that says so, and is of another version than the whole."""
    found = early.corpus(loading.scan(folder))
    assert found is not None
    assert found.texts["title"].tolist() == ["Story c", "Story d"]
    assert (found.is_early, found.files_count) == (True, 2)
    whole = loading.load(folder, use_index=False)
    assert not whole.is_early
    assert found.version != whole.version


def test_where_none_of_them_is_a_story_there_is_none(folder: Path) -> None:
    """It is no error: the others may be."""
    for name in ("y", "z"):
        (folder / f"_news/{name}.md").write_text("x", encoding="utf-8")
    assert early.corpus(loading.scan(folder)) is None


def test_a_reader_takes_the_early_one_who_may(
    folder: Path, held: threading.Event
) -> None:
    """The others wait for all; once all are read, everybody gets them."""
    place = Shelf(str(folder))
    with ThreadPoolExecutor(1) as readers:
        waiting = readers.submit(place.current)
        first = place.current(is_early_enough=True)
        assert (first.is_early, len(first)) == (True, 2)
        assert place.current(is_early_enough=True) is first
        assert not waiting.done()
        held.set()
        whole = waiting.result(PATIENCE_S)
    assert (whole.is_early, len(whole)) == (False, 4)
    assert place.current(is_early_enough=True) is whole


def test_what_the_index_holds_needs_no_early_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is there at once."""
    loading.indexed(folder)
    monkeypatch.setattr(early, "corpus", lambda _: pytest.fail("not needed"))
    place = Shelf(str(folder))
    assert len(place.current(is_early_enough=True)) == 4
    assert not place.refresh()


@pytest.mark.usefixtures("held")
def test_an_error_after_it_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody keeps the early one for ever."""

    def refuse(seen: loading.Scan, **_: object) -> Made:
        raise ContentError(f"{seen.root.name}: expected stories")

    monkeypatch.setattr(loading, "load_scanned", refuse)
    monkeypatch.setattr(early, "corpus", lambda _: None)
    place = Shelf(str(folder))
    with pytest.raises(ContentError, match="expected stories"):
        place.current(is_early_enough=True)
    assert place.told is None
