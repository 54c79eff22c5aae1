"""Which story each file is, and which one each entry of a related list means.

A story is known by its key URL. What has no usable address, as videos in lists have
none, is known by provider, title and minute: it is the story of the first file that
agrees in these, else one of its own, the same wherever the three are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from loaders import wording
from loaders.assembly.columns import texts
from loaders.assembly.families import family_key
from loaders.parsing.reading import Kind

if TYPE_CHECKING:
    from loaders.assembly.carriers import Carriers

_minute: Final = 60_000_000
_never: Final = int(np.iinfo(np.int64).min)
_facts: Final = ("title", "published_at", "provider_name", "provider_domain")


class Identities(NamedTuple):
    """Codes of stories: two rows with one code mean the same story."""

    file: np.ndarray
    """Of each file; -1 where it is no story."""
    entry: np.ndarray
    """Of each related entry."""
    size: int
    """One more than the greatest code."""


def of(files: pa.Table, related: pa.Table, carriers: Carriers) -> Identities:
    """The story that each file is, and the one that each related entry means.

    A file that has neither an address nor a title and a time is a story of its own.

    Args:
        files: As `tables.SCHEMAS` has them, in order of their paths.
        related: Likewise; an entry without an address has a title and a time.
        carriers: They tell a copy from its origin.

    Source:
        content/README.md, "Identities".
    """
    file, entry, count = _by_address(files["key_url"], related["key_url"])
    is_bare = (files["kind"].to_numpy() == Kind.STORY) & (file < 0)
    listed = np.flatnonzero(entry < 0)
    if not is_bare.any() and not len(listed):
        return Identities(file, entry, count)
    bare = related.select(_facts).take(listed)
    held = _candidates(files, file, is_bare, _minutes(bare["published_at"]))
    code = np.concatenate([file[held], np.full(len(listed), -1)])
    told = pa.concat_tables([files.select(_facts).take(held), bare])
    code, count = _by_description(told, code, count, carriers)
    file[held], entry[listed] = code[: len(held)], code[len(held) :]
    alone = np.flatnonzero(is_bare & (file < 0))
    file[alone] = count + np.arange(len(alone))
    return Identities(file, entry, count + len(alone))


def _by_address(
    files: pa.ChunkedArray, related: pa.ChunkedArray
) -> tuple[np.ndarray, np.ndarray, int]:
    """The codes of files and entries by their key URLs, and how many codes there are.

    -1 where there is none.
    """
    urls = pa.chunked_array([*files.chunks, *related.chunks], files.type)
    coded = urls.dictionary_encode()  # all chunks share one dictionary
    codes = [pc.fill_null(chunk.indices, -1).to_numpy() for chunk in coded.chunks]
    code = np.concatenate([np.zeros(0, np.int64), *codes])
    count = len(coded.chunk(0).dictionary) if coded.num_chunks else 0
    return code[: len(files)], code[len(files) :], count


def _candidates(
    files: pa.Table, file: np.ndarray, is_bare: np.ndarray, minutes: np.ndarray
) -> np.ndarray:
    """The files that have a title and a minute of something without an address."""
    minute = _minutes(files["published_at"])
    wanted = pd.unique(np.concatenate([minutes, minute[is_bare]]))
    near = pd.Series(minute).isin(wanted[wanted != _never]).to_numpy()
    is_titled = pc.is_valid(files["title"]).to_numpy()
    return np.flatnonzero(near & is_titled & ((file >= 0) | is_bare))


def _by_description(
    told: pa.Table, code: np.ndarray, count: int, carriers: Carriers
) -> tuple[np.ndarray, int]:
    """The codes with those of bare rows, which have -1, filled in.

    Args:
        told: All rows have a title and a time; files stand first.
        code: Of each row.
        count: How many codes there are; afterwards some more.
        carriers: As for `of`.
    """
    minute, _ = pd.factorize(_minutes(told["published_at"]))
    place = _paired(minute, _providers(told, carriers))
    # Titles take longest: only those are looked at that can decide.
    near = np.flatnonzero(pd.Series(place).isin(place[code < 0]).to_numpy())
    title, titles = pd.factorize(texts(told["title"].take(near)))
    same, _ = pd.factorize(pd.Series(map(wording.alike, titles), dtype="str"))
    group, groups = pd.factorize(_paired(place[near], same[title]))
    meant = count + np.arange(len(groups))
    addressed = np.flatnonzero(code[near] >= 0)[
        ::-1
    ]  # the first file comes last: it wins
    meant[group[addressed]] = code[near[addressed]]
    filled = code.copy()
    is_bare = code[near] < 0
    filled[near[is_bare]] = meant[group[is_bare]]
    return filled, count + len(groups)


def _providers(told: pa.Table, carriers: Carriers) -> np.ndarray:
    """A code of each row's provider: its family, and the carrier of a carrier copy."""
    name, names = _coded(told["provider_name"])
    domain, domains = _coded(told["provider_domain"])
    kind, kinds = pd.factorize(name * len(domains) + domain)
    origins = [
        carriers.origin(names[one // len(domains)], domains[one % len(domains)])
        for one in kinds.tolist()
    ]
    keys = [
        (origin.spelling and family_key(origin.spelling), origin.carrier)
        for origin in origins
    ]
    codes = {key: code for code, key in enumerate(dict.fromkeys(keys))}
    return np.array([codes[key] for key in keys], dtype=np.int64)[kind]


def _coded(column: pa.ChunkedArray) -> tuple[np.ndarray, list[str | None]]:
    """Codes into the distinct texts, of which the last one is missing."""
    coded = column.combine_chunks().dictionary_encode()
    values = coded.dictionary.to_pylist()
    codes = pc.fill_null(coded.indices, len(values)).to_numpy()
    return codes.astype(np.int64), [*values, None]


def _paired(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """A code of each pair of codes."""
    return pd.factorize(one * (int(other.max(initial=0)) + 1) + other)[0]


def _minutes(times: pa.ChunkedArray) -> np.ndarray:
    """Whole minutes since 1970 of microseconds since then; `_never` where null."""
    known = pc.fill_null(times, _never).to_numpy()
    return np.where(known == _never, _never, known // _minute)
