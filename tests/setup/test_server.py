"""The addresses beside the pages, as `make run` and `streamlit run` serve them."""

from __future__ import annotations

import json
import sys
import urllib.error
from typing import TYPE_CHECKING, Any

import pytest
from starlette.requests import Request

import server
from loaders import ContentError, loading
from loaders.live import store
from pages.parts import source
from tests import serving
from tests.corpora import story, write_corpus
from tests.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

KEYS = {"state", "stories", "version", "as_of", "stale_since", "why", "index"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The corpus of the dashboard: two stories."""
    place = write_corpus(tmp_path / "paper", [story("a"), story("b")])
    monkeypatch.setenv("BROADSHEET_CONTENT", str(place))
    return place


def asked() -> tuple[int, dict[str, Any]]:
    """The status and the facts that /health.json answers."""
    answer = server.health(Request({"type": "http"}))
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"
    facts = json.loads(bytes(answer.body))
    assert facts.keys() == KEYS
    return answer.status_code, facts


@pytest.mark.usefixtures("folder")
def test_before_anybody_came_it_is_loading_and_stays_so() -> None:
    """Asking loads nothing."""
    for _ in range(2):
        status, facts = asked()
        assert (status, facts["state"], facts["stories"]) == (503, "loading", None)


@pytest.mark.usefixtures("folder")
def test_what_is_shown_is_told() -> None:
    """How many stories, of which version, as of when."""
    corpus = source.current()
    status, facts = asked()
    assert (status, facts["state"], facts["stories"]) == (200, "ok", 2)
    assert facts["version"] == corpus.version
    assert facts["as_of"].endswith("Z")
    assert [facts[name] for name in ("stale_since", "why", "index")] == [None] * 3


def test_no_corpus_is_told(folder: Path) -> None:
    """With why, and no folder of this machine in it."""
    for path in (folder / "_news").iterdir():
        path.unlink()
    with pytest.raises(ContentError):
        source.current()
    status, facts = asked()
    assert (status, facts["state"]) == (503, "none")
    assert facts["why"] == "…/paper: expected stories, found no Markdown file"


def test_what_cannot_be_renewed_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is served all the same; since when and why, until it can be again."""
    source.current()
    with monkeypatch.context() as broken:
        nothing: dict[str, str] = {}
        broken.setattr(loading, "scan", lambda _: nothing["/srv/secret/x"])
        store.refresh(folder)
        status, facts = asked()
    assert (status, facts["state"], facts["stories"]) == (200, "stale", 2)
    assert facts["why"] == "KeyError: '…/x'"
    assert facts["stale_since"] >= facts["as_of"]
    store.refresh(folder)
    assert asked()[1]["state"] == "ok"


def health(place: serving.Server) -> dict[str, Any]:
    """What a server says of itself, whatever the status."""
    try:
        with serving.direct().open(f"{place.url}/health.json", timeout=9) as answer:
            facts: dict[str, Any] = json.loads(answer.read())
    except urllib.error.HTTPError as error:
        facts = json.loads(error.read())
    return facts


def test_streamlit_serves_it_beside_the_pages(tmp_path: Path) -> None:
    """`streamlit run server.py`, which nobody has visited yet."""
    folder = write_corpus(tmp_path / "paper", [story("a")])
    arguments = ["--content", str(folder)]
    with serving.Server("server.py", arguments, tmp_path, tmp_path / "cache") as place:
        assert health(place)["state"] == "loading"
        with serving.direct().open(f"{place.url}/timeline", timeout=9) as page:
            assert b"<html" in page.read()
    assert "Traceback" not in place.said()


def test_make_run_serves_it_and_loads_by_itself(tmp_path: Path) -> None:
    """The corpus that was asked for is there, though nobody came."""
    folder = write_corpus(tmp_path / "paper", [story("a"), story("b")])
    place = serving.Server("setup/run.py", [], tmp_path, tmp_path / "cache")
    place._command = [
        *(sys.executable, "-m", "setup.run"),
        *("--server.address", "127.0.0.1", "--server.port", str(place.port)),
        *("--", "--content", str(folder)),
    ]
    with place:
        until(lambda: health(place)["state"] == "ok")
        assert health(place)["stories"] == 2
        (folder / "_news/b.md").unlink()
        until(lambda: health(place)["stories"] == 1)
    assert "Traceback" not in place.said()
