"""What cannot be renewed stays, says since when and why, and comes back by itself."""

from __future__ import annotations

import datetime as dt
import logging
import time
from typing import TYPE_CHECKING, Final

import pytest

from loaders import ContentError, loading
from loaders.assembly import bisecting
from loaders.gathering import files
from loaders.keeping import index
from loaders.live import early, keeper, pace, standing, store
from loaders.live.bell import Bell
from loaders.live.pace import Pace
from loaders.live.shelf import Shelf
from loaders.live.standing import Record
from tests.corpora import story, untouched, write_corpus, write_story
from tests.loaders.conftest import zipped
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from loaders.live.standing import Standing

BROKEN: Final = "RuntimeError: it broke"


def broken(*_: object, **__: object) -> None:
    """Stands in for anything that fails."""
    raise RuntimeError("it broke")


PLACES: Final[dict[str, tuple[object, str]]] = {
    "scan": (loading, "scan"),
    "find": (files, "find"),
    "load": (loading, "load_scanned"),
    "assembly": (bisecting, "corpus"),
    "pace": (Pace, "begin"),
}


def since_when(now: Standing) -> tuple[str, str]:
    """The state and the reason, of what is of a moment and since another one."""
    assert now.as_of is not None
    assert now.since is not None
    assert now.as_of.tzinfo is dt.UTC
    assert now.since - now.as_of >= dt.timedelta(seconds=-1)  # one has no fractions
    return now.state, now.why


def test_before_anybody_came_nothing_is_loaded(folder: Path) -> None:
    """Asking how it stands is no reason to."""
    assert store.standing(folder).state == "loading"
    assert not store._shelves
    assert Shelf(str(folder)).standing().facts() == {
        "state": "loading",
        **dict.fromkeys(("stories", "version", "as_of", "stale_since", "why", "index")),
    }


def test_what_is_as_new_as_its_files(folder: Path) -> None:
    """How many stories, of which version, as of the last look."""
    place = Shelf(str(folder))
    corpus = place.current()
    now = place.standing()
    assert (now.state, now.stories, now.version) == ("ok", 2, corpus.version)
    assert now.as_of is not None
    assert abs(dt.datetime.now(dt.UTC) - now.as_of) < dt.timedelta(minutes=5)
    assert (now.since, now.why, now.index) == (None, "", "")


def test_no_story_is_no_fault(folder: Path) -> None:
    """It is told why there is nothing, and nothing is stale."""
    place = Shelf(str(folder))
    place.current()
    for path in (folder / "_news").iterdir():
        path.unlink()
    assert place.refresh()
    now = place.standing()
    assert (now.state, now.stories, now.since) == ("none", None, None)
    assert now.why == "…/paper: expected stories, found no Markdown file"
    with pytest.raises(ContentError) as refused:
        place.current()
    assert refused.value.corpus is not None
    assert refused.value.corpus.files_count == 0


@pytest.mark.parametrize("owner", PLACES.values(), ids=PLACES)
def test_what_was_shown_stays_and_is_stale(
    folder: Path, monkeypatch: pytest.MonkeyPatch, owner: tuple[object, str]
) -> None:
    """Wherever looking fails; and once it does not, all is well."""
    place = Shelf(str(folder))
    before = place.current()
    write_story(folder / "_news", story("c"))
    with monkeypatch.context() as patch:
        patch.setattr(*owner, broken)
        for _ in range(3):
            assert not place.refresh()
            assert place.current() is before
        assert since_when(place.standing()) == ("stale", BROKEN)
    assert place.refresh()
    now = place.standing()
    assert (now.state, now.stories, now.since, now.why) == ("ok", 3, None, "")


def test_the_moment_is_that_of_the_first_failure(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason that of the last."""
    place = Shelf(str(folder))
    place.current()
    monkeypatch.setattr(loading, "scan", broken)
    place.refresh()
    first = place.standing()
    nothing: dict[str, str] = {}
    monkeypatch.setattr(loading, "scan", lambda _: nothing["gone"])
    place.refresh()
    last = place.standing()
    assert last.since == first.since
    assert last.why == "KeyError: 'gone'"


def test_a_restart_shows_what_the_index_holds_and_that_it_is_stale(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As of when its files were looked at."""
    untouched(folder)
    loading.indexed(folder)
    looked_at = Shelf(str(folder))
    looked_at.current()
    as_of = looked_at.standing().as_of
    write_story(folder / "_news", story("c"))
    monkeypatch.setattr(loading, "load_scanned", broken)
    place = Shelf(str(folder))
    assert len(place.current()) == 2
    assert place.standing().state == "ok"
    place.tend()
    now = place.standing()
    assert since_when(now) == ("stale", BROKEN)
    assert now.as_of == as_of


def test_a_first_load_that_fails_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a line for each reader, and none of them has it tried over and over."""
    tried: list[float] = []

    def failing(_: object) -> None:
        tried.append(time.monotonic())
        broken()

    place = Shelf(str(folder), use_index=False)
    with monkeypatch.context() as patch:
        patch.setattr(loading, "scan", failing)
        for _ in range(20):
            with pytest.raises(
                ContentError, match=f"^paper: cannot be read: {BROKEN}$"
            ):
                place.current()
        assert len(tried) == 2
        now = place.standing()
        assert (now.state, now.why, now.stories) == ("none", BROKEN, None)
        assert now.since is not None
    monkeypatch.setattr(pace, "INTERVAL", 0.0)
    until(place._renewal.pace.may_try)
    assert len(place.current()) == 2
    assert place.standing().state == "ok"


def test_each_kind_of_failure_is_logged_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """However often it is tried; and again when it comes back after it was gone."""
    place = Shelf(str(folder))
    place.current()
    with caplog.at_level(logging.ERROR):
        for count in (1, 2):
            with monkeypatch.context() as patch:
                patch.setattr(loading, "scan", broken)
                for _ in range(3):
                    place.refresh()
            assert len(caplog.messages) == count
            place.refresh()
    assert caplog.messages[0].startswith("paper cannot be renewed; this is logged once")


def test_the_watcher_goes_on_whatever_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It tries again by itself, and shows what has changed meanwhile."""
    monkeypatch.setattr(pace, "LONGEST_FAILING", 0.1)
    store.current(folder)
    with monkeypatch.context() as patch:
        patch.setattr(loading, "scan", broken)
        write_story(folder / "_news", story("c"))
        until(lambda: store.standing(folder).state == "stale")
        assert store._watcher[-1].is_alive()
        assert len(store.current(folder)) == 2
    until(lambda: store.standing(folder).state == "ok")
    until(lambda: len(store.current(folder)) == 3)


@pytest.mark.parametrize("name", ["is_due", "keep"])
def test_whatever_else_fails_in_the_background_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Beside the looking itself, too."""
    place = Shelf(str(folder))
    place.current()
    with monkeypatch.context() as patch:
        patch.setattr(Shelf, name, broken)
        place.tend()
    assert since_when(place.standing()) == ("stale", BROKEN)
    monkeypatch.setattr(pace, "INTERVAL", 0.0)
    until(place.is_due)
    place.tend()
    assert place.standing().state == "ok"


def test_a_failing_look_is_repeated_ever_less_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once, then after one second, two, four, up to the longest; then as before."""
    clock = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(Bell, "listen", lambda _: False)
    one = Pace(str(tmp_path))
    waited = []
    for _ in range(8):
        one.begin()
        one.rest()
        one.fail()
        began = clock[0]
        while not one.is_due():
            clock[0] += 0.5
        waited.append(clock[0] - began)
        assert one.may_try()
    assert waited == [0, 1, 2, 4, 8, 16, 30, 30]
    one.succeed()
    one.begin()
    one.rest()
    assert one.is_due()


def test_an_archive_that_breaks_while_it_is_shown(folder: Path, tmp_path: Path) -> None:
    """The reason names the archive and no folder; whole again, it is shown again."""
    pytest.importorskip("fsspec", reason="what `make cluster` installs is not there")
    address = zipped(folder, tmp_path / "paper.zip")
    path = tmp_path / "paper.zip"
    whole = path.read_bytes()
    store.current(address)
    path.write_text("no archive", encoding="utf-8")
    assert not store.refresh(address)
    assert since_when(store.standing(address)) == (
        "stale",
        "…/paper.zip: cannot be read: File is not a zip file",
    )
    path.write_bytes(whole)
    store.refresh(address)
    assert store.standing(address).state == "ok"


def test_a_look_that_does_not_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """After two minutes, unless it tells how far it is."""
    clock = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    record = Record()
    record.succeed(10**18)
    assert record.known(is_told=False) is None
    record.begin()
    clock[0] = standing.STUCK - 1
    assert record.known(is_told=False) is None
    clock[0] = standing.STUCK + 1
    trouble = record.known(is_told=False)
    assert trouble is not None
    assert trouble.why == standing.ENDLESS
    assert dt.datetime.now(dt.UTC) - trouble.since > dt.timedelta(
        seconds=standing.STUCK
    )
    assert record.known(is_told=True) is None
    record.end()
    assert record.known(is_told=False) is None


def kept(place: Shelf, monkeypatch: pytest.MonkeyPatch) -> str:
    """Why the index does not hold what is shown, after it was tried."""
    monkeypatch.setattr(keeper, "QUIET", 0.0)
    place.keep()
    now = place.standing()
    assert now.state == "ok"
    return now.index


@pytest.mark.parametrize(
    ("write", "why"),
    [(broken, BROKEN), (lambda *_: False, keeper.UNKEPT)],
    ids=["fails", "cannot"],
)
def test_an_index_that_is_not_written_costs_no_figure(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    write: Callable[..., bool],
    why: str,
) -> None:
    """It is told; after a fault it is tried again later, and then well."""
    place = Shelf(str(folder))
    place.current()
    with monkeypatch.context() as patch:
        patch.setattr(index, "write", write)
        assert kept(place, monkeypatch) == why
        assert len(place.current()) == 2
    monkeypatch.setattr(keeper, "AGAIN", 0.0)
    write_story(folder / "_news", story("c"))
    place.refresh()
    assert kept(place, monkeypatch) == ""


@pytest.mark.parametrize("name", ["last", "read"])
def test_an_index_that_is_not_read_costs_no_figure(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The files are read instead."""
    loading.indexed(folder)
    monkeypatch.setattr(index, name, broken)
    place = Shelf(str(folder))
    assert len(place.current()) == 2
    place.refresh()
    assert place.standing().state == "ok"
    assert len(loading.load(folder)) == 2


def test_first_figures_that_fail_keep_nobody_from_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They were only to come sooner."""
    monkeypatch.setattr(early, "MANY", 1)
    folder = write_corpus(tmp_path / "paper", [story("a")])
    load = loading.load_scanned

    def failing(seen: loading.Scan, **options: object) -> object:
        if not options.get("use_index", True):
            broken()
        return load(seen, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(loading, "load_scanned", failing)
    place = Shelf(str(folder))
    assert len(place.current(is_early_enough=True)) == 1
    assert place.standing().state == "ok"


def test_a_bell_that_fails_is_no_reason_not_to_look(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the files are looked at as where the system tells nothing."""
    monkeypatch.setattr(Bell, "_watch", broken)
    one = Bell(folder)
    assert not one.listen()
    assert one.has_rung()
    place = Shelf(str(folder))
    place.current()
    write_story(folder / "_news", story("c"))
    until(place.is_due)
    place.tend()
    assert len(place.current()) == 3
    assert place.standing().state == "ok"
