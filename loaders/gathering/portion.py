"""A portion of a corpus' files, read by whoever is given it: the same code everywhere.

It imports no pandas, and PyYAML only where a file needs it, so that a process which only
reads has soon begun.
"""

from __future__ import annotations

import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from loaders import faults
from loaders.gathering.rows import Rows, refused
from loaders.parsing import reading, yaml_fast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.parsing.reading import Read


def rows(files: Sequence[tuple[str, str, int]]) -> Rows:
    """The rows of files of one corpus, in their order.

    Args:
        files: Path, place and size of each.

    Raises:
        UnreachableError: They lie behind an address that cannot be reached.
    """
    found = Rows()
    if files and is_afar(files[0][1]):
        from loaders.afar import fetching  # noqa: PLC0415 - folders do without it

        fetched = fetching.read(files)
        for (path, _, _), content in zip(files, fetched, strict=True):
            _add(found, path, reading.made(content))
        return found
    for path, place, _ in files:
        _add(found, path, reading.read(place))
    return found


def _add(found: Rows, path: str, read: Read) -> None:
    """Append the rows of one more file, or why there are none."""
    try:
        found.add(path, read)
    except Exception as error:  # noqa: BLE001 - the other files are read on
        faults.LOG.write(f"{path} cannot be kept", error)
        problem = faults.problem(faults.KEPT, error)
        found.extend(refused(path, read.digest, problem))


def is_afar(place: str) -> bool:
    """Whether a file lies behind an address, as `listing` writes its place."""
    return "\0" in place


@cache
def code() -> str:
    """What tells whether another machine would read a file as this one does."""
    import yaml  # noqa: PLC0415 - a process that only reads has sooner begun without it

    digest = blake2b(digest_size=12)
    folder = Path(__file__).parents[1]
    for path in sorted(folder.rglob("*.py")):
        place = path.relative_to(folder)
        if place.parts[0] != "sample":  # it writes files, and reads none
            digest.update(f"{place.as_posix()} {path.stat().st_size}\n".encode())
            digest.update(path.read_bytes())
    versions = (sys.version_info[:3], yaml.__version__, yaml_fast.is_there())
    digest.update(f"{versions}".encode())
    return digest.hexdigest()
