"""What the system tells of a folder, and when it cannot be relied upon."""

from __future__ import annotations

import gc
import os
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from loaders.live import bell
from loaders.live.bell import Bell
from tests.corpora import story, write_corpus, write_story
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable

needs_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="only on Linux the system is relied upon"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of two stories, and a topic."""
    return write_corpus(
        tmp_path / "paper", [story("a"), story("b")], {"_data/topics/t.yaml": "name: T"}
    )


CHANGES: dict[str, Callable[[Path], object]] = {
    "edit": lambda folder: write_story(folder / "_news", story("a", title="Changed")),
    "add": lambda folder: write_story(folder / "_news", story("c")),
    "add deep": lambda folder: write_story(folder / "_news/deep/er", story("c")),
    "remove": lambda folder: (folder / "_news/a.md").unlink(),
    "rename": lambda folder: (folder / "_news/a.md").rename(folder / "_news/z.md"),
    "move in": lambda folder: (folder.parent / "c.md").rename(folder / "_news/c.md"),
    "move out": lambda folder: (folder / "_news/a.md").rename(folder.parent / "a.md"),
    "put in place of": lambda folder: (folder / ".c.md").rename(folder / "_news/a.md"),
    "topic": lambda folder: (folder / "_data/topics/t.yaml").write_text("name: U"),
    "section": lambda folder: (folder / "_archive").mkdir(),
    "link": lambda folder: (folder / "_news/out").symlink_to("/etc"),
    "folder gone": lambda folder: folder.rename(folder.with_name("moved")),
}


@needs_linux
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_rings(folder: Path, change: Callable[[Path], object]) -> None:
    """Until it is listened again."""
    for place in (folder.parent / "c.md", folder / ".c.md"):
        place.write_text("x", encoding="utf-8")
    one = Bell(folder)
    assert one.listen()
    assert not one.has_rung()
    change(folder)
    until(one.has_rung)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """The names of the files that the system has told of, and whether they are hidden."""
    names: dict[str, bool] = {}
    is_hidden = bell._is_hidden

    def noted(path: str, folder: str) -> bool:
        names[path.rpartition("/")[2]] = answer = is_hidden(path, folder)
        return answer

    monkeypatch.setattr(bell, "_is_hidden", noted)
    return names


@needs_linux
def test_reading_and_what_is_hidden_do_not_ring(
    folder: Path, told: dict[str, bool]
) -> None:
    """The loader opens every file; an editor and a version control keep files aside."""
    (folder / ".git").mkdir()
    one = Bell(folder)
    assert one.listen()
    for place in (folder / "_news").iterdir():
        place.read_bytes()
    (folder / ".git/index").write_text("x", encoding="utf-8")
    (folder / "_news/.a.md.swp").write_text("x", encoding="utf-8")
    until(lambda: ".a.md.swp" in told)  # the system tells in order
    assert not one.has_rung()
    write_story(folder / "_news", story("a", title="Changed"))
    until(one.has_rung)
    assert told == {"index": True, ".a.md.swp": True, "a.md": False}


@needs_linux
def test_listening_again_forgets_what_rang(folder: Path, told: dict[str, bool]) -> None:
    """And later changes ring as before."""
    one = Bell(folder)
    for number in range(3):
        assert one.listen()
        last = folder / f".{number}"
        last.write_text("x", encoding="utf-8")
        until(partial(told.__contains__, last.name))  # and with it all before it
        assert one.listen()
        assert not one.has_rung()
        write_story(folder / "_news", story("a", title=f"Changed {number}"))
        until(one.has_rung)


@needs_linux
def test_a_link_that_leads_elsewhere_rings_and_is_followed(folder: Path) -> None:
    """As it is done where a new edition is put in place of the last."""
    other = write_corpus(folder.with_name("other"), [story("c")])
    link = folder.with_name("current")
    link.symlink_to(folder)
    one = Bell(link)
    assert one.listen()
    again = folder.with_name("next")
    again.symlink_to(other)
    again.replace(link)
    assert one.has_rung()
    assert one.listen()
    assert not one.has_rung()
    write_story(other / "_news", story("c", title="Changed"))
    until(one.has_rung)


def test_no_folder_is_not_relied_upon(tmp_path: Path) -> None:
    """It may come to be at any moment."""
    one = Bell(tmp_path / "later")
    assert not one.listen()
    assert not one.has_rung()
    (tmp_path / "later").mkdir()
    assert one.has_rung()


def test_where_as_many_are_watched_as_may_be_it_is_not_relied_upon(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing breaks, and it is tried again at the next look."""
    from watchdog import observers  # noqa: PLC0415 - as the bell does

    def refuse(*_: object, **__: object) -> None:
        raise OSError("inotify watch limit reached")

    with monkeypatch.context() as full:
        full.setattr(observers.Observer, "start", refuse)
        one = Bell(folder)
        assert not one.listen()
    assert one.listen() == (sys.platform == "linux")


@needs_linux
def test_its_threads_end_with_it(folder: Path) -> None:
    """A corpus that gave way to another leaves nothing behind."""
    before = set(threading.enumerate())
    one = Bell(folder)
    assert one.listen()
    begun = set(threading.enumerate()) - before
    assert begun
    del one
    gc.collect()
    shared = "InotifyFD"  # of all observers of a process
    own = [thread for thread in begun if type(thread).__name__ != shared]
    until(lambda: not any(thread.is_alive() for thread in own))


ROOT = "22 1 8:1 / / rw,relatime shared:1 - {kind} /dev/sda1 rw"
INNER = r"30 22 0:40 / /srv/my\040news rw - nfs4 server:/news rw"


@pytest.mark.parametrize(
    ("folder", "lines", "expected"),
    [
        ("/srv", [], False),
        ("/srv", [ROOT.format(kind="ext4")], True),
        ("/srv", [ROOT.format(kind="9p")], False),
        ("/srv/my news", [ROOT.format(kind="ext4"), INNER], False),
        ("/srv/my news/deep", [ROOT.format(kind="ext4"), INNER], False),
        ("/srv", [ROOT.format(kind="ext4"), INNER], False),
        ("/srv/my", [ROOT.format(kind="ext4"), INNER], True),
        ("/home", [ROOT.format(kind="ext4"), INNER], True),
        ("/srv", [ROOT.format(kind="9p"), ROOT.format(kind="xfs")], True),
    ],
)
def test_a_file_system_of_other_machines_tells_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    folder: str,
    lines: list[str],
    expected: bool,
) -> None:
    """Neither around the folder nor within it; what was mounted last counts."""
    mounts = tmp_path / "mountinfo"
    mounts.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(bell, "MOUNTS", mounts)
    assert bell.is_telling(Path(folder)) is expected


def test_without_a_table_of_mounts_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on other systems than Linux."""
    monkeypatch.setattr(bell, "MOUNTS", tmp_path / "none")
    assert not bell.is_telling(Path(os.path.realpath(tmp_path)))
    assert not Bell(tmp_path).listen()
