"""What is no longer needed: when it is looked for, and when the system has it back."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def paused() -> Iterator[None]:
    """Collect nothing meanwhile; a decorator as well.

    Rows of files hold no cycles, and there are very many of them: looking through them
    again and again takes as long as making them.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def settle() -> None:
    """Let the garbage collector pass over all that is there now.

    Streamlit collects after every run of a page, which takes as long as there are
    objects to look at. What an earlier corpus left is collected first; `give_back` lets
    the system have it.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def give_back() -> None:
    """Let the system have what Arrow holds of tables that are gone: a third of all.

    To be given it anew for the next ones may take longer than to make them.
    """
    pa.default_memory_pool().release_unused()
