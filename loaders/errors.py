"""The one thing that stops a corpus from being shown."""

from __future__ import annotations


class ContentError(Exception):
    """There is no corpus at all: the folder is missing, or holds no story."""


class UnreachableError(ContentError):
    """A corpus, or what is needed to read it, cannot be reached: perhaps for now only."""
