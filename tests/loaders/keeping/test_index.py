"""With an index a corpus is the same as without, and only what changed is read."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from loaders import load
from tests.corpora import entry, story, write_corpus, write_story
from tests.loaders.keeping.indexes import LONG_AGO, age, same


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


def test_a_change_that_shows_nothing_is_not_missed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file may change twice within the time that its clock can tell apart."""
    path = folder / "_news/a.md"
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now)
    os.utime(path, ns=(now, now))
    before = load(folder)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Story a", "Story A"), encoding="utf-8")
    os.utime(path, ns=(now, now))
    assert before.texts["title"].tolist()[0] == "Story a"
    assert load(folder).texts["title"].tolist()[0] == "Story A"


def test_real_corpora_with_an_index(real_corpus: Path, asked: list[str]) -> None:
    """Real files come out of the index as they are."""
    plain = load(real_corpus, use_index=False)
    assert same(load(real_corpus), plain)
    asked.clear()
    assert same(load(real_corpus), plain)
    assert asked == []
