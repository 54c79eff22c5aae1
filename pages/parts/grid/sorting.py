"""How tables are sorted: asked for in the address, turned by a click on a header.

`sort=-title` sorts the table that a page is about; `sort=league.-story_count` the table of
that name. The parameter may be there once for each table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from measures import ordering
from measures.link import Ignored
from pages.parts import asked as asking
from pages.parts import state

if TYPE_CHECKING:
    from collections.abc import Collection

PARAMETER: Final = "sort"


def asked(table: str, columns: Collection[str]) -> str:
    """The sort that the address asks of a table; empty: as usual.

    Args:
        table: The table's name; empty for the one that the page is about.
        columns: Those that it can be sorted by; others are left out.
    """
    known = [sort for sort in _of(table) if ordering.parts(sort)[0] in columns]
    return known[-1] if known else ""


def say_unknown(table: str, columns: Collection[str]) -> None:
    """Say which sorts the address asks of a table that mean nothing there."""
    name = f"{table}." if table else ""
    asking.ignored(
        [
            Ignored(PARAMETER, f"{name}{sort}")
            for sort in _of(table)
            if ordering.parts(sort)[0] not in columns
        ]
    )


def _of(table: str) -> list[str]:
    split = [value.rpartition(".") for value in state.own().get(PARAMETER, ())]
    return [sort for of, _, sort in split if of == table]


def beside(table: str, sort: str) -> list[str]:
    """The values of the parameter, with this sort for this table; empty leaves it out."""
    others = [
        value
        for value in state.own().get(PARAMETER, ())
        if value.rpartition(".")[0] != table
    ]
    name = f"{table}." if table else ""
    return [*others, f"{name}{sort}"] if sort else others


def put(table: str, sort: str, *stale: str) -> None:
    """Put the sort of a table into the address, in one step. Call it in a callback only.

    Parameters that are `stale` with it leave.
    """
    state.put_all(PARAMETER, beside(table, sort), *stale)


def turned(now: str, column: str, usual: str, *, falls: bool) -> str:
    """The sort after a click on the header of a column; empty: as usual.

    The first click sorts by the column, the second the other way round, the third as
    usual; a click always changes something.

    Args:
        now: The sort before it.
        column: The column.
        usual: The sort without any click; empty where it is none by a column.
        falls: Whether the column falls at first: numbers and times do.
    """
    up, down = column, f"-{column}"
    first, second = (down, up) if falls else (up, down)
    after = {first: second, second: ""}.get(now, first)
    if (after or usual) == now:
        after = first
    return "" if after == usual else after
