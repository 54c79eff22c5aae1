"""Single cells of a frame as text: missing values, names and numbers."""

from __future__ import annotations

from typing import Any

import pandas as pd


def has(value: Any) -> bool:  # noqa: ANN401 - any cell of a frame
    """True unless the cell is missing."""
    return value is not None and not pd.isna(value)


def known(value: Any, otherwise: str) -> str:  # noqa: ANN401 - any cell of a frame
    """The cell as text, or other words where it is missing."""
    return str(value) if has(value) else otherwise


def number(value: Any) -> str:  # noqa: ANN401 - a nullable integer
    """A whole number with thousands separators; a dash where it is missing."""
    return f"{int(value):,}" if has(value) else "–"
