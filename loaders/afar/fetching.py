"""The contents of files behind an address, many at a time: each waits for the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.afar import remote
from loaders.afar.listing import BETWEEN
from loaders.parsing import contents
from loaders.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

MANY: Final = 8
"""So many files of which none can be had are no accident of a file."""


def read(files: Sequence[tuple[str, str, int]]) -> list[bytes | Problem]:
    """The bytes of each file, or why there are none.

    Args:
        files: Path, place and size of each, of one corpus.

    Raises:
        UnreachableError: None can be had.
    """
    if not files:
        return []
    text, token, _ = files[0][1].split(BETWEEN)
    try:
        system, _ = remote.opened(text, token)
    except FileNotFoundError as error:
        raise remote.unreachable(text, error) from error
    found: list[bytes | Problem | BaseException | None]
    found = [contents.too_large(size) for _, _, size in files]
    for _ in range(2):
        # Clients try again by themselves; what is left after that may be an archive's.
        wanted = [i for i, one in enumerate(found) if not _is_final(one)]
        inner = [files[i][1].rpartition(BETWEEN)[2] for i in wanted]
        for i, one in zip(wanted, system.cat_ranges(inner, None, None), strict=True):
            found[i] = one
    failed = [one for one in found if isinstance(one, BaseException)]
    lost = [one for one in failed if not isinstance(one, FileNotFoundError)]
    if len(lost) == len(files) >= MANY:
        raise remote.unreachable(text, lost[0])
    return [_content(one) for one in found if one is not None]


def _is_final(found: bytes | Problem | BaseException | None) -> bool:
    return isinstance(found, (bytes, Problem, FileNotFoundError))


def _content(found: bytes | Problem | BaseException) -> bytes | Problem:
    if isinstance(found, FileNotFoundError):
        return contents.VANISHED
    if isinstance(found, BaseException):
        return contents.unreadable(remote.said(found))
    return (
        contents.too_large(len(found)) or found if isinstance(found, bytes) else found
    )
