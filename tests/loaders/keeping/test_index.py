"""With an index a corpus is the same as without, and nothing torn is ever trusted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from loaders import Corpus, frames, load
from loaders.gathering import crew
from loaders.keeping import cache, index
from tests.corpora import entry, story, write_corpus, write_story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.gathering.crew import Progress
    from loaders.gathering.files import File
    from loaders.gathering.rows import Rows

ROOT = Path(__file__).parents[3]
LONG_AGO = 1_600_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus with everything in it that a frame can hold."""
    folder = write_corpus(
        tmp_path / "paper",
        [
            story(
                "a", related=["b", entry("x", provider=None)], topics=["AI", "Chips"]
            ),
            story("b", provider="B on MSN", domain="msn.com", published=False, heat=-1),
            story(
                "c", url="https://a.example/1", kind="video", quality=None, heat=None
            ),
            story("d", url="https://a.example/1", fields={"odd": 1}),
            story("e", published_at="never", published=None),
        ],
        {"_news/README.md": "# Read me", "_data/topics/ai.yaml": "name: AI"},
    )
    age(folder)
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read."""
    paths: list[str] = []
    read = crew.read

    def noted(files: Sequence[File], *, progress: Progress | None = None) -> Rows:
        paths.extend(file.path for file in files)
        return read(files, progress=progress)

    monkeypatch.setattr(crew, "read", noted)
    return paths


def age(folder: Path) -> None:
    """Let all files look as if they had not been touched for long."""
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def place() -> Path:
    """The only index that there is."""
    (only,) = Path(os.environ["BROADSHEET_CACHE"]).glob("*.zip")
    return only


def same(one: Corpus, other: Corpus) -> bool:
    """Whether two corpora agree in every frame, its types and its order included."""
    for name in frames.FRAMES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))
    facts = ("name", "version", "files_count", "not_stories_count", "span")
    return all(getattr(one, fact) == getattr(other, fact) for fact in facts)


def test_without_an_index_none_is_read_or_written(
    folder: Path, asked: list[str]
) -> None:
    """`--no-index` reads every file."""
    for _ in range(2):
        load(folder, use_index=False)
    assert len(asked) == 12
    assert not list(Path(os.environ["BROADSHEET_CACHE"]).iterdir())


def test_the_second_load_reads_no_file(folder: Path, asked: list[str]) -> None:
    """And gives the very same corpus."""
    plain = load(folder, use_index=False)
    assert same(load(folder), plain)
    asked.clear()
    again = load(folder)
    assert same(again, plain)
    assert asked == []
    for column in ("provider_name", "provider_family", "provider_domain", "carrier"):
        assert again.names(column) is again.related[column].cat.categories


def test_a_corpus_of_one_bare_story(tmp_path: Path) -> None:
    """Empty frames keep their types."""
    write_corpus(tmp_path, [story("a", provider=None, published_at=None, topics=[])])
    age(tmp_path)
    assert same(load(tmp_path), load(tmp_path, use_index=False))
    assert same(load(tmp_path), load(tmp_path, use_index=False))


def apply(change: str, folder: Path) -> None:  # noqa: C901 - as many as there are
    """Make one kind of change to the files of a corpus."""
    news, later = folder / "_news", LONG_AGO + 1
    match change:
        case "touch":
            os.utime(news / "b.md", (later, later))
        case "edit":
            write_story(news, story("b", title="Another", related=[entry("y")]))
        case "edit in place":
            text = (news / "b.md").read_text(encoding="utf-8").replace("MSN", "MSM")
            (news / "b.md").write_text(text, encoding="utf-8")
        case "add":
            write_story(news, story("0", related=[entry("z")]))
            write_story(news / "deep", story("a", topics=["Deep"]))
        case "remove":
            (news / "c.md").unlink()
        case "rename":
            (news / "a.md").rename(news / "z.md")
        case "swap":
            (news / "a.md").rename(news / "t.md")
            (news / "b.md").rename(news / "a.md")
            (news / "t.md").rename(news / "b.md")
        case "break":
            (news / "b.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
        case "topic":
            (folder / "_data/topics/ai.yaml").write_text(
                "name: Chips", encoding="utf-8"
            )
        case "link":
            (news / "out.md").symlink_to("/etc/hostname")


@pytest.mark.parametrize(
    ("change", "read"),
    [
        ("nothing", []),
        ("touch", ["_news/b.md"]),
        ("edit", ["_news/b.md"]),
        ("edit in place", ["_news/b.md"]),
        ("add", ["_news/0.md", "_news/deep/a.md"]),
        ("remove", []),
        ("rename", ["_news/z.md"]),
        ("swap", ["_news/a.md", "_news/b.md"]),
        ("break", ["_news/b.md"]),
        ("topic", []),
        ("link", []),
    ],
)
def test_only_what_changed_is_read(
    folder: Path, asked: list[str], change: str, read: list[str]
) -> None:
    """The corpus is that of a load from nothing, now and at the next start."""
    load(folder)
    asked.clear()
    apply(change, folder)
    changed = load(folder)
    assert asked == read
    plain = load(folder, use_index=False)
    assert same(changed, plain)
    assert same(load(folder), plain)
    age(folder)
    assert same(load(folder), plain)
    assert same(load(folder), plain)


def test_a_change_that_shows_nothing_is_not_missed(folder: Path) -> None:
    """A file may change twice within the time that its clock can tell apart."""
    path = folder / "_news/a.md"
    now = time.time_ns()
    os.utime(path, ns=(now, now))
    before = load(folder)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Story a", "Story A"), encoding="utf-8")
    os.utime(path, ns=(now, now))
    assert before.texts["title"].tolist()[0] == "Story a"
    assert load(folder).texts["title"].tolist()[0] == "Story A"


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


@pytest.mark.parametrize("content", [b"", b"PK", b"\0" * 5000, b"not a zip file"])
def test_another_file_in_its_place_is_not_trusted(folder: Path, content: bytes) -> None:
    """It is replaced."""
    cache.place(folder).parent.mkdir(exist_ok=True)
    cache.place(folder).write_bytes(content)
    assert same(load(folder), load(folder, use_index=False))
    assert place().read_bytes() != content


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


def test_real_corpora_with_an_index(real_corpus: Path, asked: list[str]) -> None:
    """Real files come out of the index as they are."""
    plain = load(real_corpus, use_index=False)
    assert same(load(real_corpus), plain)
    asked.clear()
    assert same(load(real_corpus), plain)
    assert asked == []
