"""A corpus that a cluster reads is the one that this machine reads."""

from __future__ import annotations

import os
import signal
import sys
import threading
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from loaders import __main__ as command
from loaders import load, loading
from loaders.afar import cluster as reading
from loaders.errors import UnreachableError
from loaders.gathering import crew, files, portion
from loaders.gathering.tables import joined, tables_of
from tests.corpora import entry, story, write_corpus

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from loaders import Corpus

    Cluster = tuple[str, list[subprocess.Popen[bytes]]]

COUNT = 40
CHUNK = 7


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of some chunks, with all that a table holds."""
    monkeypatch.setattr(reading, "CHUNK", CHUNK)
    stories = [
        story(f"s{n:03}", topics=["Chips"], related=[entry("x"), entry("y", url="y")])
        for n in range(COUNT)
    ]
    stories.append(story("z", fields={"odd": 1}))
    folder = write_corpus(
        tmp_path / "paper", stories, {"_news/a.md": "---\n", "_news/b.md": "x"}
    )
    for path in folder.rglob("*"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    return folder


def parts(cache: Path) -> dict[str, bytes]:
    """What the only index in a folder holds, by name."""
    (only,) = cache.glob("*.zip")
    with zipfile.ZipFile(only) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_tables_of_portions_are_those_of_the_whole(folder: Path) -> None:
    """However the files are cut, and where a portion has no rows."""
    found = files.find(folder).files
    asked = [(file.path, file.place, file.size) for file in found]
    whole = tables_of(portion.rows(asked))
    for size in (1, CHUNK, len(asked)):
        cut = [asked[i : i + size] for i in range(0, len(asked), size)]
        together = joined([tables_of(portion.rows(part)) for part in cut])
        assert all(a.equals(b) for a, b in zip(together, whole, strict=True))


def test_a_worker_answers_only_for_the_same_code_and_files(folder: Path) -> None:
    """Else its answer might be another than this machine's."""
    file = files.find(folder).files[0]
    asked = (file.path, file.place, file.size, file.mtime_ns)
    assert isinstance(reading.answer(portion.code(), [asked]), dict)
    assert reading.answer("another", [asked]) == reading.OTHER_CODE
    for other in (
        (*asked[:2], asked[2] + 1, asked[3]),
        (*asked[:3], asked[3] + 1),
        (asked[0], "/no/such/file", *asked[2:]),
    ):
        assert reading.answer(portion.code(), [asked, other]) == reading.OTHER_FILES


def test_without_the_extra_one_line_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command exits with 2."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert command.main(["index", str(folder), "--scheduler", "tcp://x:1"]) == 2
    error = capsys.readouterr().err
    assert error == (
        "tcp://x:1: is reached through Dask, which is not installed: make cluster\n"
    )


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x", "x y"])
def test_no_scheduler(
    folder: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """One line says where there is none."""
    pytest.importorskip("distributed")
    monkeypatch.setattr(reading, "PATIENCE", 0.5)
    with pytest.raises(UnreachableError, match="expected a Dask scheduler") as raised:
        loading.indexed(folder, scheduler=address)
    assert str(raised.value).startswith(address)


def test_a_cluster_writes_the_very_same_index(
    cluster: Cluster,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Byte by byte in each of its parts; and this process reads no file for it."""
    for name in ("one", "many"):
        monkeypatch.setenv("BROADSHEET_CACHE", str(tmp_path / name))
        options = ["--scheduler", cluster[0]] if name == "many" else []
        with monkeypatch.context() as patch:
            if options:
                patch.setattr(portion, "rows", None)
            assert command.main(["index", str(folder), *options]) == 0
        assert capsys.readouterr().out == "41 stories of 43 files are indexed.\n"
    assert parts(tmp_path / "many") == parts(tmp_path / "one")


def test_only_what_changed_is_given_to_the_cluster(
    cluster: Cluster, folder: Path, alike: Callable[[Corpus, Corpus], bool]
) -> None:
    """As without one; and progress ends with all of it."""
    load(folder)
    write_corpus(folder, [story("s000", title="Another")])
    told: list[tuple[int, int]] = []
    corpus, is_kept = loading.indexed(
        folder, scheduler=cluster[0], progress=lambda *so_far: told.append(so_far)
    )
    assert is_kept
    assert told[-1] == (1, 1)
    assert alike(corpus, load(folder, use_index=False))


def test_workers_that_see_other_files(
    cluster: Cluster, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line says so; where the files changed for everybody, nothing is amiss."""
    found = [
        file._replace(mtime_ns=file.mtime_ns + 1) for file in files.find(folder).files
    ]
    assert len(reading.read(found, cluster[0]).files) == len(found)
    monkeypatch.setattr(reading, "_is_as_listed", lambda _: True)
    with pytest.raises(UnreachableError, match=reading.OTHER_FILES):
        reading.read(found, cluster[0])


def test_workers_of_another_version(
    cluster: Cluster, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line says so."""
    monkeypatch.setattr(portion, "code", lambda: "another")
    with pytest.raises(UnreachableError, match=reading.OTHER_CODE):
        reading.read(files.find(folder).files, cluster[0])


def test_a_cluster_reads_an_object_store(
    cluster: Cluster,
    bucket: Any,  # noqa: ANN401 - s3fs has no types
    folder: Path,
    alike: Callable[[Corpus, Corpus], bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Content and index both lie there, and this machine fetches no story."""
    bucket.put(str(folder), "papers/", recursive=True)
    monkeypatch.setenv("BROADSHEET_CACHE", "s3://cache")
    with monkeypatch.context() as patch:
        patch.setattr(portion, "rows", None)
        corpus, is_kept = loading.indexed("s3://papers/paper", scheduler=cluster[0])
    assert is_kept
    assert alike(corpus, load(folder, use_index=False))


def test_a_worker_that_is_killed(
    cluster: Cluster, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it had begun is read by the others. It is the last test of this cluster."""
    address, workers = cluster
    found = files.find(folder).files
    alone = tables_of(crew.read(found, processes=1))
    monkeypatch.setattr(reading, "CHUNK", 1)
    workers[1].send_signal(signal.SIGSTOP)  # it is stopped, with chunks in its hands
    end = threading.Timer(1.5, workers[1].kill)
    end.start()
    together = reading.read(found, address)
    end.join()
    assert all(a.equals(b) for a, b in zip(together, alone, strict=True))
    assert workers[1].wait() == -signal.SIGKILL
