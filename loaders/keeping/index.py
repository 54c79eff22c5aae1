"""The index of a corpus: what was parsed and what came of it, kept for the next start.

It is a zip file without compression, as such a file tells of each of its parts whether
it is whole. An index that is missing, torn, of other files or of another program is
never trusted: what it cannot give is read from the files again.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
import lzma
import struct
import sys
import time
import zipfile
import zlib
from contextlib import ExitStack
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

import pandas as pd
import pyarrow as pa

from loaders import frames
from loaders.corpus import Corpus
from loaders.gathering import portion
from loaders.gathering.tables import SCHEMAS, Tables
from loaders.keeping import cache, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from loaders.keeping.cache import Root

    Part = Callable[[str], bytes]
    """Gives a part of an index by its name."""

T = TypeVar("T")

_unreadable: Final = (
    OSError,
    ValueError,
    LookupError,
    RuntimeError,  # marked as encrypted, or as of a kind that is not implemented
    EOFError,
    MemoryError,  # of a size that is none
    OverflowError,
    lzma.LZMAError,
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
)
"""What a zip file raises that is missing, torn or none.

Only taking bytes out of it may raise these: bytes that are whole are what was written, so
whatever goes wrong with them after that is an error of this program, and is raised.
"""

_about: Final = "about.json"
_oldest: Final = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip file has."""
_facts: Final = ("name", "version", "files_count", "not_stories_count")
_shared: Final = ("provider_name", "provider_family", "provider_domain", "carrier")


class Known(NamedTuple):
    """What is known of files that were read."""

    stamps: pa.Table
    """What each showed then, as `stamps.table` has it."""
    tables: Tables
    """What is kept of each."""


class Made(NamedTuple):
    """A corpus, and what it is made from."""

    corpus: Corpus
    stamp: str
    """Of its files, as `stamps.digest` has it."""
    known: Known | None = None
    """None where the index holds it all."""
    is_read: bool = True
    """False where a file could not be read, perhaps for now only."""
    looked_at_ns: int = 0
    """When its files were looked at, in nanoseconds since 1970."""


def read(root: Root, stamp: str) -> Corpus | Known | None:
    """The corpus of a folder, if it is made from the files that the stamp is of.

    Else what is known of each file; None where there is no index to be trusted.

    Raises:
        UnreachableError: It lies behind an address that cannot be opened at all.
    """

    def take(about: dict[str, Any], part: Part) -> Corpus | Known | None:
        if stamp and about["stamp"] == stamp:
            return _corpus(about, part)
        return _known(part)

    return _taken(root, take)


def last(root: Root) -> Made | None:
    """The corpus as it was when the index was written, whatever the files are now.

    None where there is no index to be trusted.

    Raises:
        UnreachableError: It lies behind an address that cannot be opened at all.
    """

    def take(about: dict[str, Any], part: Part) -> Made:
        at = about["looked_at_ns"]
        return Made(_corpus(about, part), about["stamp"], looked_at_ns=at)

    return _taken(root, take)


class _TornError(Exception):
    """A part of an index is not what was written."""


def _taken(root: Root, take: Callable[[dict[str, Any], Part], T]) -> T | None:
    """What is taken from what an index says of itself, and from its parts.

    Raises:
        UnreachableError: It lies behind an address that cannot be opened at all.
    """
    with ExitStack() as stack:
        try:
            source = stack.enter_context(cache.read(root))
            file = stack.enter_context(zipfile.ZipFile(source))
            about = json.loads(file.read(_about))
            writer = about["program"]
            at = dt.datetime(*file.getinfo(_about).date_time, tzinfo=dt.UTC)
        except (*_unreadable, TypeError):  # what it says of itself is no mapping
            return None
        if writer != program():
            return None
        about["looked_at_ns"] = int(at.timestamp()) * 10**9

        def part(name: str) -> bytes:
            try:
                data = file.read(name)
            except _unreadable as error:
                raise _TornError(name) from error
            if len(data) != about["sizes"][name]:
                raise _TornError(name)
            return data

        try:
            return take(about, part)
        except _TornError:
            return None


def write(root: Root, made: Made) -> bool:
    """Keep a corpus for the next start, and whether the index holds it now."""
    if made.known is None:
        return True
    parts = {"stamps.arrow": snapshot.arrow(made.known.stamps)}
    for name in frames.FRAMES:
        parts[f"frames/{name}.arrow"] = snapshot.packed(getattr(made.corpus, name))
    for name, table in made.known.tables._asdict().items():
        parts[f"tables/{name}.parquet"] = snapshot.parquet(table)
    about = {
        "program": program(),
        "stamp": made.stamp,
        "sizes": {name: len(data) for name, data in parts.items()},
    } | {name: getattr(made.corpus, name) for name in _facts}

    # The date of this part, not its content: the same files make the same index.
    at = max(time.gmtime(made.looked_at_ns // 10**9)[:6], _oldest)
    info = zipfile.ZipInfo(_about, at)

    def fill(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as file:
            file.writestr(info, json.dumps(about))
            for name, data in parts.items():
                file.writestr(name, data)

    return cache.write(root, fill)


@functools.cache
def program() -> str:
    """What tells one state of this program from another: its code, and its parsers.

    It is the same on every machine that runs the same, so that they can share an index.
    """
    versions = (sys.byteorder, pa.__version__, pd.__version__)
    return blake2b(f"{portion.code()} {versions}".encode(), digest_size=12).hexdigest()


def _corpus(about: dict[str, Any], part: Part) -> Corpus:
    made: dict[str, Any] = {
        name: snapshot.unpacked(part(f"frames/{name}.arrow"), declared)
        for name, declared in frames.FRAMES.items()
    }
    for column in _shared:
        # One list of names for both frames, as `assembling` has it.
        names = made["stories"][column].cat.categories
        codes = made["related"][column].cat.codes.to_numpy()
        made["related"][column] = pd.Categorical.from_codes(
            codes, dtype=pd.CategoricalDtype(names)
        )
    return Corpus(**{name: about[name] for name in _facts}, **made)


def _known(part: Part) -> Known | None:
    stamps = snapshot.table_of(part("stamps.arrow"))
    tables = Tables(
        *(
            snapshot.of_parquet(part(f"tables/{name}.parquet"), schema)
            for name, schema in SCHEMAS.items()
        )
    )
    whole = tables.files["path"].equals(stamps["path"])
    return Known(stamps, tables) if whole else None
