"""A corpus in an archive or an object store is the one that its folder would be."""

from __future__ import annotations

import os
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from loaders import __main__ as command
from loaders import load
from loaders.afar import fetching, listing, remote
from loaders.errors import ContentError, UnreachableError
from loaders.gathering import stamps
from loaders.live import pace, store
from loaders.live.bell import Bell
from loaders.live.shelf import Shelf
from loaders.parsing import contents
from tests.corpora import entry, story, write_corpus, write_story
from tests.loaders.conftest import zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from loaders import Corpus
    from loaders.problems import Problem

    Alike = Callable[[Corpus, Corpus], bool]

pytest.importorskip("fsspec", reason="what `make cluster` installs is not there")

LONG_AGO = 1_600_000_000
ADDRESS = "s3://papers/daily/paper"
ODD = "_news/[a]*?%20ä #.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus with all that a file can be, but links."""
    folder = write_corpus(
        tmp_path / "paper",
        [
            story("a", related=["b", entry("x")], topics=["AI", "Chips"]),
            story("b", provider="B on Wire", domain="wire.example", published=False),
            story("c", url="https://a.example/1", kind="video", quality=None),
            story("d", url="https://a.example/1", fields={"odd": 1}),
        ],
        {
            "_news/README.md": "# Read me",
            "_news/empty.md": "",
            "_news/broken.md": "---\ntitle: [\n---\n",
            "_news/large.md": "x" * (contents.LARGEST + 1),
            "_news/.hidden/e.md": "x",
            "_news/_data/e.md": "x",
            "_news/deep/er/UPPER.MD": "---\ncategory: news\ntitle: Deep\n---\n",
            "_news/picture.png": "x",
            "other/e.md": "x",
            ODD: "---\ncategory: news\ntitle: Odd\nwebUrl: https://a.example/odd\n---\n",
            "_data/topics/ai.yaml": "name: AI\nparent: Computers",
            "_data/topics/broken.yaml": "[",
            "_data/topics/deep/no.yaml": "name: No",
            "_data/carriers.yaml": "- name: Wire\n  domain: wire.example",
            "_data/no.yaml": "name: No",
        },
    )
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return folder


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that are fetched."""
    paths: list[str] = []
    read = fetching.read

    def noted(files: Sequence[tuple[str, str, int]]) -> list[bytes | Problem]:
        paths.extend(path for path, _, _ in files if path.endswith("md"))
        return read(files)

    monkeypatch.setattr(fetching, "read", noted)
    return paths


def test_an_archive_that_is_none(tmp_path: Path) -> None:
    """Nothing there, no archive, nothing in it: one line each."""
    with pytest.raises(ContentError, match="found nothing"):
        load(f"zip://{tmp_path}/none.zip")
    (tmp_path / "text.zip").write_text("x", encoding="utf-8")
    with pytest.raises(UnreachableError, match="not a zip file"):
        load(f"zip://{tmp_path}/text.zip")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ContentError, match="found no Markdown file"):
        load(zipped(tmp_path / "empty", tmp_path / "empty.zip"))


def test_an_archive_is_as_its_folder(
    folder: Path, tmp_path: Path, alike: Alike, fetched: list[str]
) -> None:
    """With and without an index, the whole of it and a folder in it."""
    plain = load(folder, use_index=False)
    assert len(plain) == 5
    assert len(plain.problems) >= 3
    address = zipped(folder, tmp_path / "paper.zip")
    assert alike(load(address, use_index=False), plain)
    assert alike(load(address), plain)
    fetched.clear()
    assert alike(load(address), plain)
    assert fetched == []
    zipped(tmp_path, tmp_path.parent / f"{tmp_path.name}-whole.zip")
    whole = f"zip://paper::{tmp_path.parent}/{tmp_path.name}-whole.zip"
    assert alike(load(whole, use_index=False), plain)


def test_no_name_in_an_archive_leads_out_of_it(tmp_path: Path) -> None:
    """What would is left out, as a hidden folder is."""
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    text = "---\ncategory: news\ntitle: Inside\n---\n"
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as file:
        for name in ("../secret.md", "a/../../secret.md", "root.md"):
            file.writestr(name, text)
    corpus = load(f"zip://{tmp_path}/x.zip", use_index=False)
    assert corpus.texts["title"].tolist() == ["Inside"]
    assert corpus.texts["path"].tolist() == ["root.md"]


def test_an_archive_with_a_broken_file(folder: Path, tmp_path: Path) -> None:
    """It is a problem of that file, tried again at the next load."""
    address = zipped(folder, tmp_path / "paper.zip")
    path = tmp_path / "paper.zip"
    with zipfile.ZipFile(path) as file:
        start = file.getinfo("_news/a.md").header_offset + 60
    whole = path.read_bytes()
    path.write_bytes(whole[:start] + b"\xff" * 20 + whole[start + 20 :])
    for _ in range(2):
        broken = load(address)
        problems = broken.problems.set_index("path")["expected"]
        assert problems["_news/a.md"] == contents.READABLE
        assert len(broken) == 4
    path.write_bytes(whole)
    assert len(load(address)) == 5


@pytest.mark.parametrize(
    ("changed", "at"),
    [
        ((1970, 1, 1, 0, 0, 1), 10**9),
        (1.5, 1_500_000_000),
        ("1970-01-01T00:00:01+00:00", 10**9),
        ((1980, 0, 0, 0, 0, 0), listing.NEVER),
        ((1980, 13, 40, 0, 0, 0), listing.NEVER),
        ("soon", listing.NEVER),
        (float("inf"), listing.NEVER),
        (float("nan"), listing.NEVER),
        (1e300, listing.NEVER),
        (-5, listing.NEVER),
        (None, listing.NEVER),
        ([], listing.NEVER),
    ],
)
def test_a_time_that_is_none_says_nothing_of_a_file(changed: object, at: int) -> None:
    """So that it may always have changed; as an archive has the thirteenth month."""
    assert listing._nanoseconds(changed) == at


def test_an_entry_without_sense_is_astray(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are listed."""
    address = zipped(folder, tmp_path / "paper.zip")
    make = listing._file

    def failing(name: str, *rest: Any) -> object:  # noqa: ANN401 - as given
        if name == "_news/a.md":
            raise TypeError("no size")
        return make(name, *rest)

    monkeypatch.setattr(listing, "_file", failing)
    corpus = load(address, use_index=False)
    assert len(corpus) == 4
    told = corpus.problems.set_index("path").loc["_news/a.md"]
    assert told["found"] == "TypeError: no size"


def test_an_archive_that_is_replaced_shows(folder: Path, tmp_path: Path) -> None:
    """At the next look, with no restart."""
    address = zipped(folder, tmp_path / "paper.zip")
    assert len(store.current(address)) == 5
    assert not store.refresh(address)
    write_story(folder / "_news", story("new"))
    zipped(folder, tmp_path / "paper.zip")
    assert store.refresh(address)
    assert len(store.current(address)) == 6


def test_many_that_cannot_be_had_are_no_corpus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A corpus without any of its files would be shown as an empty one."""
    write_corpus(tmp_path / "p", [story(f"s{n}") for n in range(fetching.MANY)])
    address = zipped(tmp_path / "p", tmp_path / "p.zip")
    found, _ = listing.find(remote.address(address))
    asked = [(file.path, file.place, file.size) for file in found.files]
    system, _ = remote.opened(*asked[0][1].split("\0")[:2])

    def refused(paths: list[str], *_: object) -> list[BaseException]:
        return [PermissionError(13, "Forbidden") for _ in paths]

    monkeypatch.setattr(system, "cat_ranges", refused)
    with pytest.raises(UnreachableError, match="Forbidden"):
        fetching.read(asked)
    (one,) = fetching.read(asked[:1])
    assert one == contents.unreadable("Forbidden")


def test_an_object_store_is_as_a_folder(
    bucket: Any,  # noqa: ANN401 - s3fs has no types
    folder: Path,
    alike: Alike,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is not there is no corpus; what is there is read and checked."""
    for missing in (ADDRESS, "s3://no-such-bucket/x"):
        with pytest.raises(ContentError, match=r"found (nothing|no Markdown file)$"):
            load(missing)
    bucket.put(str(folder), "papers/daily/", recursive=True)
    assert alike(load(ADDRESS, use_index=False), load(folder, use_index=False))
    assert command.main(["check", ADDRESS, "--strict"]) == 1
    assert "\n  stories        5\n" in capsys.readouterr().out


def test_an_object_store_holds_the_index(
    bucket: Any,  # noqa: ANN401 - s3fs has no types
    folder: Path,
    alike: Alike,
    fetched: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second load fetches nothing, a later one what changed, whoever asks."""
    bucket.put(str(folder), "papers/daily/", recursive=True)
    monkeypatch.setattr(stamps, "RECENT_NS", -(10**10))
    monkeypatch.setenv("BROADSHEET_CACHE", "s3://cache/indexes")
    plain = load(folder, use_index=False)
    assert alike(load(ADDRESS), plain)
    assert len(bucket.find("cache/indexes")) == 1
    fetched.clear()
    assert alike(load(ADDRESS), plain)
    assert fetched == []

    path = write_story(folder / "_news", story("b", title="Another"))
    bucket.put_file(str(path), "papers/daily/paper/_news/b.md")
    assert alike(load(ADDRESS), load(folder, use_index=False))
    assert fetched == ["_news/b.md"]


def test_an_index_in_an_object_store_is_not_trusted_blindly(
    bucket: Any,  # noqa: ANN401 - s3fs has no types
    folder: Path,
    alike: Alike,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Torn, it is made anew; where it cannot be written, that is said."""
    plain = load(folder, use_index=False)
    monkeypatch.setenv("BROADSHEET_CACHE", "s3://cache")
    load(folder)
    (name,) = bucket.find("cache")
    whole = bucket.cat_file(name)
    for length in (0, 100, len(whole) - 400):
        bucket.pipe_file(name, whole[:length])
        assert alike(load(folder), plain)
    assert command.main(["index", str(folder)]) == 0
    monkeypatch.setenv("BROADSHEET_CACHE", "s3://no-such-bucket/indexes")
    assert command.main(["index", str(folder)]) == 1
    assert capsys.readouterr().err.endswith("but no index can be written.\n")


def test_an_object_store_that_falls_silent(
    bucket: Any,  # noqa: ANN401 - s3fs has no types
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was shown stays, until it answers again."""
    bucket.put(str(folder), "papers/", recursive=True)
    address = "s3://papers/paper"
    before = store.current(address)

    def silent(*_: object) -> None:
        raise OSError(110, "Connection timed out")

    with monkeypatch.context() as patch:
        patch.setattr(listing, "_found", silent)
        assert not store.refresh(address)
        assert store.current(address) is before
        store.clear()
        with pytest.raises(ContentError, match="Connection timed out"):
            store.current(address)
    assert store.current(address).version == before.version
    bucket.rm("papers/paper/_news/a.md")
    assert store.refresh(address)
    assert len(store.current(address)) == 4


def test_it_is_looked_at_calmly(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address once in a while; a folder at each round, where nothing tells of it."""
    monkeypatch.setattr(Bell, "listen", lambda _: False)
    near, afar = Shelf(str(folder)), Shelf(zipped(folder, tmp_path / "paper.zip"))
    for one in (near, afar):
        assert one.is_due()
        one.current()
    assert near.is_due()
    assert not afar.is_due()
    assert pace.CALM > pace.INTERVAL
