"""The one thing that stops a corpus from being shown."""

from __future__ import annotations


class ContentError(Exception):
    """There is no corpus at all: the folder is missing, or holds no story."""


class UnreadError(ContentError):
    """There is no story, but a file could not be read: perhaps for now only."""


class UnreachableError(ContentError):
    """A corpus, or what is needed to read it, cannot be reached: perhaps for now only."""
