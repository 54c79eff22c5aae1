"""Addresses: what they are called, and what is said where none can be opened."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from loaders import __main__ as command
from loaders import load
from loaders.afar import remote
from loaders.errors import ContentError, UnreachableError


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("", False),
        ("content", False),
        ("a:b/c", False),
        (Path("s3://b/x"), False),
        ("s3://b/x", True),
        ("zip://::/x.zip", True),
    ],
)
def test_what_is_an_address(path: str | Path, is_one: bool) -> None:
    """A text with `://` in it; no path becomes one."""
    assert remote.is_address(path) is is_one


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("s3://", "s3://"),
        ("s3://bucket", "bucket"),
        ("s3://bucket/news/paper/", "paper"),
        ("gs://b/paper", "paper"),
        ("github://owner:paper@main/", "paper"),
        ("github://owner:repo@main/content", "content"),
        ("zip://::/data/paper.zip", "paper"),
        ("zip://::s3://bucket/paper.zip", "paper"),
        ("zip://inner/paper::/data/x.zip", "paper"),
        ("tar://::/data/paper.tar.gz", "paper"),
        ("simplecache::s3://bucket/paper", "simplecache"),
    ],
)
def test_the_name_of_a_corpus(text: str, name: str) -> None:
    """The last name in the address, of the folder before that of what holds it."""
    assert remote.Address(text).name == name


def test_the_whole_of_an_archive() -> None:
    """It need not be known that fsspec wants two colons for it."""
    assert remote.address("zip:///x.zip") == remote.address("zip://::/x.zip")
    assert remote.address("zip://a::/x.zip").text == "zip://a::/x.zip"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ftp://me:secret@host/x", "ftp://…@host/x"),
        ("s3://bucket/a@b:c", "s3://bucket/a@b:c"),
        ("github://owner:repo@main/x", "github://owner:repo@main/x"),
        ("s3://a\nb", r"s3://a\nb"),
    ],
)
def test_no_password_is_shown(text: str, shown: str) -> None:
    """An address stands in messages, on one line."""
    assert str(remote.Address(text)) == shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nonsense://x", "Protocol not known: nonsense"),
        ("gs://bucket/x", "Please install gcsfs"),
        ("github://x", "cannot be read"),
        ("file:///tmp", "give the folder's path without file://"),
        ("simplecache::file:///tmp", "give the folder's path without file://"),
    ],
)
def test_what_cannot_be_opened(text: str, said: str) -> None:
    """One line names the address, and why."""
    pytest.importorskip("fsspec")
    if text.startswith("gs:") and importlib.util.find_spec("gcsfs"):
        pytest.skip("gcsfs is installed")
    with pytest.raises(UnreachableError) as raised:
        load(text)
    assert str(raised.value).startswith(text)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("arguments", [["check"], ["index"]])
def test_without_the_extra_one_line_says_what_to_install(
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The commands exit with 2."""
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    monkeypatch.setattr(remote, "_opened", {})
    assert command.main([*arguments, "s3://bucket/x"]) == 2
    assert capsys.readouterr().err == f"s3://bucket/x: {remote.MISSING}\n"
    assert "make cluster" in remote.MISSING


def test_without_the_extra_no_cache_behind_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks for one is told, not left to wonder why each start is slow."""
    (tmp_path / "a.md").write_text("---\ncategory: news\n---\n", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    monkeypatch.setattr(remote, "_opened", {})
    monkeypatch.setenv("BROADSHEET_CACHE", "s3://bucket/cache")
    with pytest.raises(ContentError, match="make cluster"):
        load(tmp_path)
