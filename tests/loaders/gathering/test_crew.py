"""Many files are read by several processes as by one."""

from __future__ import annotations

import gc
import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from loaders.gathering import crew, files, worker
from loaders.gathering.rows import Rows
from tests.corpora import entry, story, write_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from loaders.gathering.files import File

COUNT = 3 * crew.CHUNK + 5


@pytest.fixture
def found(tmp_path: Path) -> list[File]:
    """Files of some chunks, among them broken ones and no stories."""
    stories = [
        story(f"s{n:03}", topics=["Chips"], related=[entry("x"), entry("y", url="y")])
        for n in range(COUNT - 2)
    ]
    write_corpus(tmp_path, stories, {"_news/a.md": "---\n", "_news/b.md": "x"})
    return files.find(tmp_path).files


def test_nothing_to_read() -> None:
    """No files have no rows, whoever reads them."""
    assert crew.read([]) == Rows()
    assert crew.read([], processes=3) == Rows()


@pytest.mark.parametrize("processes", [2, 3])
def test_several_processes_read_what_one_reads(
    found: list[File], processes: int
) -> None:
    """The rows are the same, in the order of the files."""
    alone = crew.read(found, processes=1)
    assert [row[0] for row in alone.files] == [file.path for file in found]
    assert len(alone.problems) == COUNT - 1
    together = crew.read(found, processes=processes)
    for name in ("files", "related", "topics", "unknown_fields", "problems"):
        rows = [list(row) for row in getattr(together, name)]
        assert rows == [list(row) for row in getattr(alone, name)]


class Dying(subprocess.Popen[bytes]):
    """A process that ends before it has answered."""

    def __init__(self, _: object, **options: object) -> None:
        program = "import sys; sys.stdin.readline(); sys.stdout.write('[1, ')"
        super().__init__([sys.executable, "-c", program], **options)  # type: ignore[call-overload]


def test_what_a_dying_process_leaves_is_done_by_this_one(
    found: list[File], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is lost, and nothing is waited for."""
    alone = crew.read(found, processes=1)
    monkeypatch.setattr(subprocess, "Popen", Dying)
    assert crew.read(found, processes=3) == alone


class Babbling(subprocess.Popen[bytes]):
    """A process that answers each question with something else than rows."""

    said = "[1]"

    def __init__(self, _: object, **options: object) -> None:
        program = f"import sys\nfor _ in sys.stdin: print('{self.said}', flush=True)"
        super().__init__([sys.executable, "-c", program], **options)  # type: ignore[call-overload]


@pytest.mark.parametrize("said", ["[1]", "1", "no JSON", '{"odd": 1}'])
def test_what_a_babbling_process_was_told_is_done_by_this_one(
    found: list[File], monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    """Nothing is waited for that never comes."""
    alone = crew.read(found, processes=1)
    monkeypatch.setattr(Babbling, "said", said)
    monkeypatch.setattr(subprocess, "Popen", Babbling)
    assert crew.read(found, processes=3) == alone


def test_where_no_process_can_be_started(
    found: list[File], monkeypatch: pytest.MonkeyPatch
) -> None:
    """This one does it all."""
    alone = crew.read(found, processes=1)
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert crew.read(found, processes=2) == alone


def test_progress_never_goes_back(found: list[File]) -> None:
    """It ends with all of them, and is told in the thread that asked."""
    told: list[tuple[int, int]] = []
    crew.read(found, progress=lambda *so_far: told.append(so_far), processes=2)
    assert told == sorted(told)
    assert told[-1] == (COUNT, COUNT)


def test_an_error_in_telling_ends_the_reading(found: list[File]) -> None:
    """Nobody goes on behind the back of who gave up."""

    def tell(done: int, total: int) -> None:
        raise InterruptedError(done, total)

    with pytest.raises(InterruptedError):
        crew.read(found, progress=tell, processes=2)


def test_a_worker_answers_line_by_line(
    found: list[File], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line of rows for one line of files."""
    asked = [[(f.path, f.place, f.size) for f in found[i : i + 2]] for i in (0, 2)]
    lines = "".join(json.dumps(files) + "\n" for files in asked)
    answer = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    monkeypatch.setattr(sys, "stdout", answer)
    worker.main()
    answer.seek(0)
    rows = [Rows(**json.loads(line)) for line in answer.read().splitlines()]
    assert [[row[0] for row in part.files] for part in rows] == [
        [path for path, *_ in files] for files in asked
    ]


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    """The collector is on again after each test."""
    gc.enable()
    yield
    assert gc.isenabled()
