"""Which files of a folder are looked at, and what is not followed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

import pytest

from loaders import ContentError
from loaders.gathering import files
from loaders.gathering.files import Found

if TYPE_CHECKING:
    from pathlib import Path


def write(root: Path, *paths: str) -> Path:
    """The folder, with files of these paths."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("text", encoding="utf-8")
    return root


def found(root: Path) -> list[str]:
    """The paths of the files that are found."""
    return [file.path for file in files.find(root).files]


def astray(root: Path) -> list[tuple[str, str]]:
    """Path and finding of what is not followed."""
    return [(path, said) for path, _, said in files.find(root).astray]


@pytest.mark.parametrize(
    ("name", "said"), [("no", "nothing"), ("file", "a file"), ("a\0b", "nothing")]
)
def test_no_folder(tmp_path: Path, name: str, said: str) -> None:
    """A path that is no folder is refused on one line."""
    write(tmp_path, "file")
    with pytest.raises(
        ContentError, match=f"expected a folder of stories, found {said}$"
    ):
        files.folder(f"{tmp_path}/{name}")


def test_an_empty_folder(tmp_path: Path) -> None:
    """It has no files."""
    assert files.find(tmp_path) == Found([], [], [])


def test_a_folder_is_searched_whole(tmp_path: Path) -> None:
    """Sub-folders too, in order of the paths; only Markdown; `_data` and hidden ones not."""
    write(
        tmp_path,
        "b.md",
        "a/c.MD",
        "a/d/e.md",
        "a.txt",
        "md",
        "_data/x.md",
        ".git/y.md",
        "a/_data/z.md",
    )
    assert found(tmp_path) == ["a/c.MD", "a/d/e.md", "b.md"]


def test_what_may_be_a_story_by_its_name_and_is_not_looked_at_is_named(
    tmp_path: Path,
) -> None:
    """Other suffixes of Markdown, hidden files and folders; nothing else."""
    write(
        tmp_path,
        *("a.md", "b.markdown", "c.MDX", "deep/d.Rmd", "e\a.mkd", ".hidden/f.md"),
        *("deep/.g.md", ".h.mdx", ".i.txt", "j.txt", "_data/k.mdx", "mdx"),
    )
    (tmp_path / ".l.md").symlink_to("missing.md")
    assert found(tmp_path) == ["a.md"]
    assert astray(tmp_path) == []
    assert files.find(tmp_path).passed == [
        (".h.mdx", "a hidden file"),
        (".hidden", "a hidden folder"),
        (".l.md", "a hidden file"),
        ("b.markdown", "the suffix .markdown instead of .md"),
        ("c.MDX", "the suffix .mdx instead of .md"),
        ("deep/.g.md", "a hidden file"),
        ("deep/d.Rmd", "the suffix .rmd instead of .md"),
        (r"e\x07.mkd", "the suffix .mkd instead of .md"),
    ]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied"), "Permission denied"),
        (ValueError("/srv/x is odd"), "ValueError: …/x is odd"),
    ],
)
def test_an_entry_that_shows_nothing_of_itself_is_astray(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    """The others are found."""
    write(tmp_path, "a.md", "b.md", "c/d.md")
    entries = files._entries

    def odd(place: str, prefix: str, so_far: Found) -> list[os.DirEntry[str]]:
        return [
            cast("os.DirEntry[str]", Odd(entry, error))
            if entry.name == "b.md"
            else entry
            for entry in entries(place, prefix, so_far)
        ]

    monkeypatch.setattr(files, "_entries", odd)
    assert found(tmp_path) == ["a.md", "c/d.md"]
    assert files.find(tmp_path).astray == [("b.md", "a readable file", said)]


class Odd:
    """An entry of a folder that fails when it is asked for more than its name."""

    def __init__(self, entry: os.DirEntry[str], error: Exception) -> None:
        self.name, self.path = entry.name, entry.path
        self._error = error

    def is_symlink(self) -> bool:
        """No link."""
        return False

    def is_dir(self, **_: bool) -> bool:
        """Not to be found out."""
        raise self._error


def test_a_repository_has_its_sections(tmp_path: Path) -> None:
    """Beside `_news` and `_archive/_news` other files are none of the corpus."""
    write(
        tmp_path,
        "README.md",
        "_news/2021/b.md",
        "_archive/_news/a.md",
        "_archive/c.md",
        "_people/d.md",
    )
    assert found(tmp_path) == ["_archive/_news/a.md", "_news/2021/b.md"]


def test_links_inside_the_folder(tmp_path: Path) -> None:
    """A linked file counts; a linked folder is seen at its own place, loops end."""
    write(tmp_path, "a/b.md")
    (tmp_path / "c.md").symlink_to("a/b.md")
    (tmp_path / "loop").symlink_to(".")
    (tmp_path / "a/up.md").symlink_to("..")
    assert found(tmp_path) == ["a/b.md", "c.md"]
    assert astray(tmp_path) == []


def test_links_that_lead_out_are_astray(tmp_path: Path) -> None:
    """Nothing outside the folder is read."""
    write(tmp_path, "secret/a.md", "corpus/b.md")
    root = tmp_path / "corpus"
    (root / "a.md").symlink_to("../secret/a.md")
    (root / "passwords").symlink_to("/etc")
    (root / "text").symlink_to("../secret/a.md")
    assert found(root) == ["b.md"]
    assert astray(root) == [
        ("a.md", "a link that leads out of it"),
        ("passwords", "a link that leads out of it"),
    ]


def test_a_section_that_leads_out_is_astray(tmp_path: Path) -> None:
    """A linked `_news` is no way out either."""
    write(tmp_path, "other/a.md", "corpus/_archive/_news/b.md")
    (tmp_path / "corpus/_news").symlink_to("../other")
    assert found(tmp_path / "corpus") == ["_archive/_news/b.md"]
    assert astray(tmp_path / "corpus") == [("_news", "a link that leads out of it")]


def test_links_that_lead_nowhere_are_astray(tmp_path: Path) -> None:
    """A broken link and one that means itself are told."""
    (tmp_path / "a.md").symlink_to("missing.md")
    (tmp_path / "b.md").symlink_to("b.md")
    (tmp_path / "c.txt").symlink_to("missing.md")
    assert [path for path, _ in astray(tmp_path)] == ["a.md", "b.md"]
    assert found(tmp_path) == []


def test_a_name_that_is_no_text_can_be_shown_and_opened(tmp_path: Path) -> None:
    """The path is printable; the place still opens the file."""
    name = b"a\n\xff.md"
    with open(os.fsencode(tmp_path) + b"/" + name, "w") as file:  # noqa: PTH123 - bytes
        file.write("text")
    (only,) = files.find(tmp_path).files
    assert only.path == r"a\n\udcff.md"
    assert os.path.getsize(only.place) == only.size == 4  # noqa: PTH202 - as loaders do


def test_a_file_shows_that_it_changed(tmp_path: Path) -> None:
    """Size, time or inode differ after a change."""
    write(tmp_path, "a.md")
    before = files.find(tmp_path).files
    assert files.find(tmp_path).files == before
    (tmp_path / "b").write_text("next", encoding="utf-8")
    os.utime(tmp_path / "b", ns=(0, before[0].mtime_ns))
    (tmp_path / "b").replace(tmp_path / "a.md")
    assert files.find(tmp_path).files != before


def test_names_that_spell_an_escape_have_paths_of_their_own(tmp_path: Path) -> None:
    """In folders too, and in links."""
    write(tmp_path, "x\a.md", r"x\x07.md", "y\a/a.md", r"y\x07/a.md")
    (tmp_path / "z\a.md").symlink_to("x\a.md")
    (tmp_path / r"z\x07.md").symlink_to("x\a.md")
    assert sorted(found(tmp_path)) == [
        r"x\\x07.md",
        r"x\x07.md",
        r"y\\x07/a.md",
        r"y\x07/a.md",
        r"z\\x07.md",
        r"z\x07.md",
    ]
