"""Whether a file is as it was can be seen without reading it."""

from __future__ import annotations

import pytest

from loaders.gathering import stamps
from loaders.gathering.files import Astray, File

NOW = 1_700_000_000_000_000_000
OLD = NOW - 60 * 10**9

A = File("a.md", "/x/a.md", 10, OLD, 1)
B = File("b.md", "/x/b.md", 20, OLD, 2)


def rows(before: list[File], now: list[File]) -> list[int]:
    """For each file of now its row before, or -1."""
    return stamps.unchanged(stamps.table(before, NOW), stamps.table(now, NOW)).tolist()


def digest(
    *files: File, astray: tuple[Astray, ...] = (), beside: tuple[int, ...] = ()
) -> str:
    """The digest of files, and of what has these times beside them."""
    data = [File("t.yaml", "/x/t.yaml", 1, mtime, 3) for mtime in beside]
    return stamps.digest(stamps.table(files, NOW), astray, data, NOW)


def test_no_files() -> None:
    """Nothing is unchanged, and has a digest."""
    assert rows([], []) == []
    assert rows([], [A]) == [-1]
    assert rows([A], []) == []
    assert digest() != ""


def test_unchanged_files_are_found_by_path() -> None:
    """Wherever they stand in the order; where they lie does not matter."""
    assert rows([A, B], [B, A._replace(place="/y/a.md")]) == [1, 0]
    assert rows([B], [A, B]) == [-1, 0]


@pytest.mark.parametrize(
    "changed",
    [
        A._replace(path="c.md"),
        A._replace(size=11),
        A._replace(mtime_ns=OLD + 1),
        A._replace(mtime_ns=OLD - 1),
        A._replace(inode=2**64 - 1),
        A._replace(mtime_ns=-5),
    ],
)
def test_any_difference_is_a_change(changed: File) -> None:
    """Also a time that went back, as after a restored backup."""
    assert rows([A, B], [changed, B]) == [-1, 1]
    assert digest(changed, B) != digest(A, B)


@pytest.mark.parametrize("mtime_ns", [NOW - 10**9, NOW, NOW + 10**15])
def test_what_changed_just_now_may_change_again(mtime_ns: int) -> None:
    """Its time cannot tell, so it counts as changed, and nothing as known."""
    recent = A._replace(mtime_ns=mtime_ns)
    assert rows([recent, B], [recent, B]) == [-1, 1]
    assert digest(recent, B) == ""
    assert digest(A, beside=(mtime_ns,)) == ""


def test_what_lies_beside_is_in_the_digest() -> None:
    """Links that lead out, and `_data`."""
    out = Astray("c.md", "a place inside the folder", "a link that leads out of it")
    different = {digest(A), digest(A, astray=(out,)), digest(A, beside=(OLD,))}
    assert len(different) == 3
    assert digest(A, B) == digest(A, B)
