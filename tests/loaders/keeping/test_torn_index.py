"""Nothing torn is ever trusted, and no writer spoils what another one wrote."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest

from loaders import load
from loaders.keeping import cache, index, snapshot
from tests.corpora import story, write_corpus, write_story
from tests.loaders.keeping.indexes import LONG_AGO, age, place, same

ROOT = Path(__file__).parents[3]


def test_a_torn_index_is_not_trusted(folder: Path) -> None:
    """Cut short anywhere, it is made anew."""
    plain = load(folder, use_index=False)
    load(folder)
    whole = place().read_bytes()
    for length in range(0, len(whole), len(whole) // 25):
        place().write_bytes(whole[:length])
        assert same(load(folder), plain)
        assert index.read(folder, "") is not None


def test_an_index_with_wrong_bytes_is_not_trusted(folder: Path) -> None:
    """Wherever they stand."""
    plain = load(folder, use_index=False)
    load(folder)
    whole = place().read_bytes()
    for start in range(7, len(whole), len(whole) // 25):
        place().write_bytes(whole[:start] + b"\xaa" * 9 + whole[start + 9 :])
        assert same(load(folder), plain)


@pytest.mark.parametrize("bits", [0x01, 0x08, 0x09, 0x0C, 0x0E, 0xFF])
def test_an_index_with_wrong_headers_is_not_trusted(tmp_path: Path, bits: int) -> None:
    """Marked as encrypted or compressed, of other sizes, at other places."""
    folder = write_corpus(tmp_path / "paper", [story("a", related=["b"]), story("b")])
    age(folder)
    plain = load(folder)
    whole = place().read_bytes()
    first, end = whole.index(b"PK\1\2"), whole.index(b"PK\5\6")
    header = range(first, whole.index(b"PK\1\2", first + 1))
    for at in (*range(30), *header, *range(end, len(whole))):
        torn = bytearray(whole)
        torn[at] ^= bits
        place().write_bytes(torn)
        made = index.last(folder)
        assert made is None or same(made.corpus, plain)
    assert same(load(folder), plain)


def zip_of(about: str | None) -> bytes:
    """A whole zip file, which says this of itself where it says anything."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as file:
        if about is not None:
            file.writestr("about.json", about)
    return whole.getvalue()


OTHERS: Final = {
    "nothing": b"",
    "a beginning": b"PK",
    "zeros": b"\0" * 5000,
    "text": b"not a zip file",
    "an empty zip file": zip_of(None),
    "no JSON": zip_of("{"),
    "a list": zip_of("[]"),
    "no program": zip_of("{}"),
    "nobody's": zip_of('{"program": null}'),
}


@pytest.mark.parametrize("content", OTHERS.values(), ids=OTHERS)
def test_another_file_in_its_place_is_not_trusted(folder: Path, content: bytes) -> None:
    """It is replaced."""
    cache.place(folder).parent.mkdir(exist_ok=True)
    cache.place(folder).write_bytes(content)
    assert same(load(folder), load(folder, use_index=False))
    assert place().read_bytes() != content


def _unreadable(*_: object) -> object:
    """A fault of this program, as an index of a list would be."""
    raise IndexError


@pytest.mark.parametrize(
    ("name", "is_unchanged"),
    [
        ("unpacked", True),
        ("table_of", True),
        ("of_parquet", False),
        ("table_of", False),
    ],
)
def test_an_error_of_the_program_is_not_called_torn(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, *, is_unchanged: bool
) -> None:
    """Bytes that are whole are what was written; whoever cannot read them is wrong.

    Were the index made anew instead, every start would read all files, and nobody would
    know why.
    """
    load(folder)
    made = index.last(folder)
    assert made is not None
    monkeypatch.setattr(snapshot, name, _unreadable)
    with pytest.raises(IndexError):
        index.read(folder, made.stamp if is_unchanged else "")


def test_a_part_that_is_not_there_is_torn(folder: Path) -> None:
    """As is one of another size than was written."""
    load(folder)
    with zipfile.ZipFile(place()) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for lost, whole in parts.items():
        for instead in (None, b"", whole + b"x"):
            with zipfile.ZipFile(place(), "w") as file:
                for name, data in (parts | {lost: instead}).items():
                    if data is not None:
                        file.writestr(name, data)
            assert index.last(folder) is None or index.read(folder, "") is None


def test_an_index_of_another_program_is_not_trusted(
    folder: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it means may have changed; so all files are read again."""
    load(folder)
    asked.clear()
    monkeypatch.setattr(index, "program", lambda: "a later one")
    load(folder)
    assert len(asked) == 6
    asked.clear()
    load(folder)
    assert asked == []


def test_where_nothing_can_be_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The corpus is there all the same."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    monkeypatch.setenv("BROADSHEET_CACHE", str(tmp_path / "file/cache"))
    assert len(load(folder)) == 4
    assert len(load(folder)) == 4


def test_a_folder_in_place_of_the_index(folder: Path) -> None:
    """It cannot be replaced, and does no harm."""
    (cache.place(folder) / "x").mkdir(parents=True)
    assert len(load(folder)) == 4
    assert [path.name for path in cache.place(folder).parent.iterdir()] == [
        cache.place(folder).name
    ]


def run(program: str, folder: Path) -> subprocess.Popen[bytes]:
    """A program of its own, with the same cache."""
    return subprocess.Popen(  # noqa: S603 - written here
        [sys.executable, "-c", program, str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )


def test_a_killed_writer_leaves_the_old_index(folder: Path, asked: list[str]) -> None:
    """What it had begun is removed later on."""
    before = load(folder)
    write_story(folder / "_news", story("a", title="Changed"))
    age(folder)
    writer = run(
        "import sys, time, zipfile\n"
        "from loaders import load\n"
        "def hang(*_):\n"
        "    print('writing', flush=True)\n"
        "    time.sleep(600)\n"
        "zipfile.ZipFile.writestr = hang\n"
        "load(sys.argv[1])\n",
        folder,
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == b"writing\n"
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    (part,) = place().parent.glob("*.part")
    asked.clear()
    after = load(folder)
    assert asked == ["_news/a.md"]
    assert after.version != before.version
    assert part.exists()
    os.utime(part, (LONG_AGO, LONG_AGO))
    write_story(folder / "_news", story("a", title="Changed again"))
    load(folder)
    assert not part.exists()


def test_two_writers_at_once(folder: Path) -> None:
    """One of them wins, and its index is whole."""
    program = (
        "import sys, pathlib\n"
        "from loaders import load\n"
        "for n in range(8):\n"
        "    name = pathlib.Path(sys.argv[1], '_news', 'a.md')\n"
        "    name.touch()\n"
        "    load(sys.argv[1])\n"
    )
    writers = [run(program, folder) for _ in range(2)]
    for _ in range(5):
        assert len(load(folder)) == 4
    assert [writer.wait() for writer in writers] == [0, 0]
    for writer in writers:
        writer.communicate()
    age(folder)
    assert same(load(folder), load(folder, use_index=False))
    assert same(load(folder), load(folder, use_index=False))
    assert not list(place().parent.glob("*.part"))
