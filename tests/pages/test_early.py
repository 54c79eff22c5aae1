"""What a reader sees while all files of a large corpus are still being read."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from loaders import loading
from loaders.live import early, store
from tests.corpora import story, write_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from loaders.keeping.index import Made
    from tests.pages.conftest import Open
    from tests.pages.view import View

WAIT_S = 60.0


@pytest.fixture
def reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Path, threading.Event]]:
    """A corpus of four stories, two of which are read; the others when this is set."""
    monkeypatch.setattr(early, "MANY", 4)
    monkeypatch.setattr(early, "FEW", 2)
    providers = {"a": "Argus", "b": "Argus", "c": "Comet", "d": "Comet"}
    folder = write_corpus(
        tmp_path / "large",
        [story(name, provider=provider) for name, provider in providers.items()],
    )
    go_on = threading.Event()
    load = loading.load_scanned

    def slow(seen: loading.Scan, **options: Any) -> Made:  # noqa: ANN401 - as given
        if len(seen.found.files) > early.FEW:
            options["progress"](3, 4)
            assert go_on.wait(WAIT_S)
        return load(seen, **options)

    monkeypatch.setattr(loading, "load_scanned", slow)
    yield folder, go_on
    go_on.set()
    store.clear()


def progress(view: View) -> list[str]:
    """What the progress bars say."""
    return [bar.proto.text for bar in view.parts("progress")]


def test_the_first_figures_say_what_they_are_of(
    visit: Open, reading: tuple[Path, threading.Event]
) -> None:
    """With how many files are read; a click goes on among them, and then all are there."""
    folder, go_on = reading
    view = visit(folder)
    told = (
        "3 of 4 files read. Until that is done, every figure is of the last 2 by name "
        "alone."
    )
    assert view.says("2 stories from 1 provider")
    assert progress(view) == [told]
    view.at.query_params["provider"] = "Comet"
    view.at.run()
    assert progress(view) == [told]
    go_on.set()
    store.current(folder)
    view.at.run()
    assert view.says("4 stories from 2 providers")
    assert progress(view) == []


def test_a_link_waits_for_all(
    visit: Open, reading: tuple[Path, threading.Event]
) -> None:
    """It may ask for what the first few do not hold, and must not be told that it is not."""
    folder, go_on = reading
    threading.Timer(0.5, go_on.set).start()
    view = visit(folder, query={"provider": "Argus"})
    assert view.says("4 stories from 2 providers")
    assert not view.says("not here")
