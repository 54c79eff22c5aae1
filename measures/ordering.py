"""The order of rows: by any column, up or down, texts as readers look them up.

A sort is named by its column, with `-` before it where it falls: `title`, `-published_at`.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Iterable

LETTERS: Final = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ł": "l",
    "ŧ": "t",
    "þ": "th",
    "ς": "σ",
}
"""Letters that Unicode takes for no letter with a mark, and where readers look for them."""
MARKS: Final = "[\u0300-\u036f]+"
"""Accents, once they are apart from their letters; vowel signs of other scripts are none."""


MOST_SORTED_ANEW: Final = 2_000
"""Rows of a table that are sorted in less time than it takes to show them."""
MOST_KEPT: Final = 64
"""Orders of larger tables that are kept."""

_kept: dict[tuple[int, str], tuple[weakref.ref[pd.DataFrame], np.ndarray]] = {}


def parts(sort: str) -> tuple[str, bool]:
    """The column that a sort names, and whether it falls."""
    return sort.removeprefix("-"), sort.startswith("-")


def folded(texts: Iterable[object]) -> pa.Array:
    """What texts are ordered by: the texts without case, accents and width of letters.

    So `Łódź` stands beside `Lodz`. Missing texts stay missing.
    """
    whole = _array(texts)
    lower = pc.ascii_lower(whole)
    further = pc.fill_null(pc.invert(pc.string_is_ascii(whole)), fill_value=False)
    if not pc.any(further).as_py():
        return lower
    # Most texts have none of what follows, and each step costs a pass over all of them.
    rest = pc.utf8_normalize(pc.filter(whole, further), form="NFKD")
    rest = pc.replace_substring_regex(pc.utf8_lower(rest), MARKS, "")
    for letter, others in LETTERS.items():
        if pc.any(pc.match_substring(rest, letter)).as_py():
            rest = pc.replace_substring(rest, letter, others)
    return pc.replace_with_mask(lower, further, rest)


def alphabetical(texts: Iterable[str]) -> list[str]:
    """The texts in the order in which readers look them up.

    Texts that differ in case or accents alone stand in the order of their letters' codes.
    """
    known = sorted(texts)
    return [known[at] for at in order(ranks(pd.Series(known, dtype="str")))]


def ranks(values: pd.Series) -> np.ndarray:
    """A float for each value that orders it among the others; NaN where it is missing.

    An empty text is missing too. Equal values have equal floats, as have texts that are equal once they are `folded`.

    Raises:
        TypeError: The values have no order: they are lists.
    """
    if isinstance(values.dtype, pd.CategoricalDtype):
        names = ranks(values.cat.categories.to_series())
        codes = values.cat.codes.to_numpy()
        return np.where(codes >= 0, np.append(names, np.nan)[codes], np.nan)
    if is_time(values):
        instants = values.astype("int64").to_numpy().astype(np.float64)
        return np.where(values.isna(), np.nan, instants)
    if is_number(values):
        return values.to_numpy(np.float64, na_value=np.nan)
    if not can_order(values):
        raise TypeError(f"expected texts, numbers or times, found {values.iloc[0]!r}")
    texts = folded(values)
    found = pc.rank(texts, tiebreaker="dense").to_numpy().astype(np.float64)
    missing = pc.fill_null(pc.equal(texts, ""), fill_value=True)
    return np.where(missing.to_numpy(zero_copy_only=False), np.nan, found)


def is_number(values: pd.Series) -> bool:
    """Whether these are numbers, or truths."""
    return pd.api.types.is_numeric_dtype(values) or pd.api.types.is_bool_dtype(values)


def is_time(values: pd.Series) -> bool:
    """Whether these are instants."""
    return pd.api.types.is_datetime64_any_dtype(values)


def can_order(values: pd.Series) -> bool:
    """Whether one value can stand before another: lists, which are drawn, cannot."""
    if values.dtype != object:
        return True
    return not values.map(pd.api.types.is_list_like).any()


def order(keys: np.ndarray, *ties: np.ndarray, falls: bool = False) -> np.ndarray:
    """The places of rows in order of their keys.

    Missing keys (NaN) come last, up and down. Equal ones stand as `ties` has them, the
    first of these first, then as they stood.
    """
    turned = -keys if falls else keys
    # lexsort takes NaN for the greatest, and the last of its keys first.
    return np.lexsort((*reversed(ties), turned))


def places(table: pd.DataFrame, sort: str) -> np.ndarray:
    """The places of the rows of a table in the order of a sort; as they stand without.

    Args:
        table: Any frame. Of a large one the order is kept for as long as the frame is:
            nobody changes it.
        sort: One of its columns, with `-` before it to fall; or empty.

    Returns:
        Missing values come last, equal ones as they stand.
    """
    if not sort:
        return np.arange(len(table))
    key = (id(table), sort)
    frame, kept = _kept.get(key, (None, None))
    if kept is not None and frame is not None and frame() is table:
        return kept
    column, falls = parts(sort)
    found = order(ranks(table[column]), falls=falls)
    if len(table) > MOST_SORTED_ANEW:
        _kept[key] = (weakref.ref(table, lambda _: _kept.pop(key, None)), found)
        while len(_kept) > MOST_KEPT:
            _kept.pop(next(iter(_kept)), None)
    return found


def _array(texts: Iterable[object]) -> pa.LargeStringArray:
    if isinstance(texts, pd.Series):
        kept = texts.array if texts.dtype == "str" else texts.map(_text, "ignore").array
        return pa.array(kept, pa.large_string(), from_pandas=True)
    return pa.array(texts, pa.large_string())


def _text(value: object) -> str:
    return str(value)
