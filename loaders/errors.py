"""The one thing that stops a corpus from being shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.corpus import Corpus


class ContentError(Exception):
    """There is no corpus at all: the folder is missing, or holds no story.

    Args:
        message: Why, on one line.
        corpus: What is known of the files none the less: a corpus without stories, with
            their problems and with what was passed over.
    """

    def __init__(self, message: str, corpus: Corpus | None = None) -> None:
        super().__init__(message)
        self.corpus = corpus


class UnreadError(ContentError):
    """There is no story, but a file could not be read: perhaps for now only."""


class UnreachableError(ContentError):
    """A corpus, or what is needed to read it, cannot be reached: perhaps for now only."""


class FaultError(ContentError):
    """Reading failed in a way that nobody foresaw: perhaps for now only."""
