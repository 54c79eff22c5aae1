"""What is kept of many files, as Arrow tables: what assembly reads and the index keeps.

Rows of the lists name their file by its row in `files`, in the column `file`. All rows
stand in the order of their files, and within one file in the order of its lists.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders import faults
from loaders.gathering.rows import joined as joined_rows
from loaders.gathering.rows import refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from loaders.gathering.rows import Rows

MOST_RUNS: Final = 2_000
"""Rows side by side that are copied together, before all are picked one by one."""

_text, _whole, _truth = pa.large_string(), pa.int32(), pa.bool_()

_story: Final[Mapping[str, pa.DataType]] = {
    "title": _text,
    "excerpt": _text,
    "key_url": _text,
    "web_url": _text,
    "original_url": _text,
    "amp_url": _text,
    "image_url": _text,
    "video_url": _text,
    "published_at": pa.int64(),
    "provider_name": _text,
    "provider_domain": _text,
    "type": _text,
    "is_published": _truth,
    "quality_score": _whole,
    "heat_score": _whole,
    "is_folded": _truth,
    "has_secured": _truth,
    "unusable_count": _whole,
}
_listed: Final[Mapping[str, pa.DataType]] = {
    "key_url": _text,
    "title": _text,
    "excerpt": _text,
    "published_at": pa.int64(),
    "provider_name": _text,
    "provider_domain": _text,
    "type": _text,
    "quality_score": _whole,
}
SCHEMAS: Final[Mapping[str, pa.Schema]] = {
    "files": pa.schema(
        {
            "path": _text,
            "kind": pa.int8(),
            "digest": _text,
            "reason": _text,  # why it is no story; null where it is one, or unreadable
            **_story,
        }.items()
    ),
    "related": pa.schema({"file": _whole, **_listed}.items()),
    "topics": pa.schema({"file": _whole, "topic": _text}.items()),
    # Of a story what the format does not name; of another file all its first fields.
    "unknown_fields": pa.schema({"file": _whole, "field": _text}.items()),
    "problems": pa.schema(
        {
            "file": _whole,
            "line": _whole,
            "field": _text,
            "expected": _text,
            "found": _text,
        }.items()
    ),
}


class Tables(NamedTuple):
    """The five tables, with the columns of SCHEMAS."""

    files: pa.Table
    related: pa.Table
    topics: pa.Table
    unknown_fields: pa.Table
    problems: pa.Table


def tables_of(rows: Rows) -> Tables:
    """Rows as Arrow tables.

    A file with a value that no table holds becomes a problem, and the others are kept.
    """
    try:
        return _tables(rows)
    except Exception:  # noqa: BLE001 - whichever value it is, and of whichever file
        return _tables(joined_rows(_sound(rows.each())))


def _tables(rows: Rows) -> Tables:
    return Tables(*(_table(name, getattr(rows, name)) for name in Tables._fields))


def _sound(each: Sequence[Rows]) -> Iterator[Rows]:
    """The rows of each file, or why no table holds them: found by halves."""
    try:
        _tables(joined_rows(each))
    except Exception as error:  # noqa: BLE001 - see above
        half = len(each) // 2
        if half:
            yield from _sound(each[:half])
            yield from _sound(each[half:])
            return
        faults.LOG.write("A file cannot be kept", error)
        path, _, digest, *_ = each[0].files[0]
        yield refused(path, digest, faults.problem(faults.KEPT, error))
    else:
        yield from each


def _table(name: str, rows: Iterable[Sequence[Any]]) -> pa.Table:
    schema = SCHEMAS[name]
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [
        pa.array(column, kind)
        for column, kind in zip(columns, schema.types, strict=True)
    ]
    return pa.table(arrays, schema=schema)


def joined(parts: Sequence[Tables]) -> Tables:
    """The tables of several portions of the files, one after another."""
    starts = list(accumulate((len(part.files) for part in parts), initial=0))
    lists = {
        name: pa.concat_tables(
            _moved(getattr(part, name), start)
            for part, start in zip(parts, starts, strict=False)
        ).combine_chunks()
        for name in Tables._fields
        if name != "files"
    }
    files = pa.concat_tables(part.files for part in parts).combine_chunks()
    return Tables(files=files, **lists)


def arranged(table: pa.Table, order: np.ndarray) -> pa.Table:
    """The rows of a table in this order.

    Rows that stay side by side are copied together: most do where a file changes or a
    few are left out, and picking texts one by one takes ten times as long.
    """
    breaks = np.flatnonzero(np.diff(order) != 1) + 1
    if len(breaks) > MOST_RUNS or not len(order):
        return table.take(order)
    begins = [0, *breaks.tolist()]
    runs = zip(begins, [*begins[1:], len(order)], strict=True)
    parts = (table.slice(order[begin], end - begin) for begin, end in runs)
    return pa.concat_tables(parts).combine_chunks()


def _moved(rows: pa.Table, start: int) -> pa.Table:
    """The rows of a list, whose first file is in this row of all files."""
    file = pc.add(rows["file"], pa.scalar(start, pa.int32()))
    return rows.set_column(0, "file", file)
