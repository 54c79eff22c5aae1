"""The content of one file, read without trusting that it is one."""

from __future__ import annotations

import os
import stat
from typing import Final

from loaders import faults, wording
from loaders.problems import Problem

LARGEST: Final = 2**20
"""Bytes of a file that is read; real stories have up to 30,000."""

READABLE: Final = "a readable file"
"""What is expected of a file that is there and cannot be read, perhaps for now only."""
VANISHED: Final = Problem(None, "", "a file", "nothing: it vanished while being read")


def read(path: str) -> bytes | Problem:
    """The bytes of a regular file of at most LARGEST bytes, or why there are none."""
    try:
        # Without O_NONBLOCK a named pipe would wait for a writer for ever.
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            facts = os.fstat(opened)
            if not stat.S_ISREG(facts.st_mode):
                return Problem(None, "", "a file", "something that is none")
            if refused := too_large(facts.st_size):
                return refused
            return os.read(opened, facts.st_size + 1)
        finally:
            os.close(opened)
    except FileNotFoundError:
        return VANISHED
    except OSError as error:
        return unreadable(wording.shown(str(error.strerror or error)))
    except Exception as error:  # noqa: BLE001 - of one file, as of memory that is out
        return unreadable(faults.said(error))


def too_large(size: int) -> Problem | None:
    """Why a file of so many bytes is not read; None where it is."""
    if size <= LARGEST:
        return None
    return Problem(None, "", f"at most {LARGEST:,} bytes", f"{size:,} bytes")


def unreadable(said: str) -> Problem:
    """That a file cannot be read, and what was said."""
    return Problem(None, "", READABLE, said)


def decoded(content: bytes) -> tuple[str, Problem | None]:
    """The text of a file, and what is wrong where it is not in UTF-8.

    Broken bytes become U+FFFD, so that the rest of the text can be kept.
    """
    try:
        return content.decode(), None
    except UnicodeDecodeError as error:
        line = 1 + content.count(b"\n", 0, error.start)
        found = f"the byte 0x{content[error.start]:02x}"
        return content.decode(errors="replace"), Problem(
            line, "", "text in UTF-8", found
        )
