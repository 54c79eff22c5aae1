"""Waiting for what must come to hold."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE_S: Final = 60.0
"""Seconds after which it is given up; on a quiet machine all takes one or two."""


def until(holds: Callable[[], bool]) -> None:
    """Wait for something to come to hold.

    Raises:
        AssertionError: It never did.
    """
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        time.sleep(0.01)
