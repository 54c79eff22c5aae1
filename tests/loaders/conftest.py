"""What stands in for the world beyond this machine: an object store, and a cluster."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from loaders import Corpus, frames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
EXTRA = "what `make cluster` installs is not there"
WAIT = 120.0
"""Seconds after which a program that must start is given up; it takes about two."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of one cluster and store in one process: starting them is slow."""
    for item in items:
        if "_endpoint" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("beyond"))


@pytest.fixture
def alike() -> Callable[[Corpus, Corpus], bool]:
    """Whether two corpora agree in every frame and fact."""

    def compare(one: Corpus, other: Corpus) -> bool:
        for name in frames.FRAMES:
            pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))
        facts = ("name", "version", "files_count", "not_stories_count", "span")
        return all(getattr(one, fact) == getattr(other, fact) for fact in facts)

    return compare


def zipped(folder: Path, archive: Path) -> str:
    """The address of an archive that holds what a folder holds, with its times."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for path in sorted(folder.rglob("*")):
            file.write(path, path.relative_to(folder))
    return f"zip://{archive}"


@pytest.fixture(scope="session")
def _endpoint() -> Iterator[str]:
    """Where an object store of the kind of S3 answers, on this machine alone."""
    server = pytest.importorskip("moto.server", reason=EXTRA)
    pytest.importorskip("s3fs", reason=EXTRA)
    threaded = server.ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    threaded.start()
    yield "http://{}:{}".format(*threaded.get_host_and_port())
    threaded.stop()


@pytest.fixture
def bucket(_endpoint: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:  # noqa: ANN401 - s3fs has no types
    """The object store, with the empty buckets `papers` and `cache`."""
    import s3fs  # noqa: PLC0415 - an extra

    for name, value in settings(_endpoint).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HOME", str(tmp_path))
    s3fs.S3FileSystem.clear_instance_cache()
    files = s3fs.S3FileSystem()
    for name in ("papers", "cache"):
        if files.exists(name):
            files.rm(name, recursive=True)
        files.mkdir(name)
    files.invalidate_cache()
    return files


def settings(endpoint: str) -> dict[str, str]:
    """What tells a client of S3 to ask the store on this machine."""
    return {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": "none",
        "AWS_SECRET_ACCESS_KEY": "none",
        "AWS_DEFAULT_REGION": "us-east-1",
    }


@pytest.fixture(scope="session")
def cluster(
    _endpoint: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a Dask scheduler, and its two workers: three processes."""
    pytest.importorskip("distributed", reason=EXTRA)
    folder = tmp_path_factory.mktemp("cluster")
    told = folder / "scheduler.json"
    env = {**os.environ, **settings(_endpoint), "PYTHONPATH": str(ROOT)}

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        with (folder / f"{len(programs)}.log").open("wb") as log:
            return subprocess.Popen(  # noqa: S603 - written here
                [sys.executable, "-m", "dask", *arguments, "--no-dashboard"],
                cwd=folder,
                env=env,
                stdout=log,
                stderr=log,
            )

    programs: list[subprocess.Popen[bytes]] = []
    local = ("--host", "127.0.0.1")
    programs.append(
        start("scheduler", *local, "--port", "0", "--scheduler-file", str(told))
    )
    programs += [
        start(
            "worker",
            *local,
            "--scheduler-file",
            str(told),
            "--nthreads=1",
            "--no-nanny",
        )
        for _ in range(2)
    ]
    try:
        end = time.monotonic() + WAIT
        while not (told.exists() and told.read_text(encoding="utf-8").endswith("}")):
            assert time.monotonic() < end, "no scheduler came up"
            time.sleep(0.1)
        yield json.loads(told.read_text(encoding="utf-8"))["address"], programs[1:]
    finally:
        for program in reversed(programs):
            program.kill()
            program.wait()
