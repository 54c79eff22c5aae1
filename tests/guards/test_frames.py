"""The frames of a loaded corpus are those that `loaders.frames` declares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import pytest

import loaders
from loaders import frames
from tests.corpora import Story, corpus_of, entry, story

if TYPE_CHECKING:
    from pathlib import Path

PLAIN: Final = [story("a")]
BARE: Final = [
    Story("a", {"category": "news", "title": "Nothing else is known"}),
]
RICH: Final = [
    story("a", topics=["Chips", None], related=["b", "b", entry("x", quality=None)]),
    story("b", kind="video", heat=-1, published=False, images=["https://x.example/p"]),
    story("c", provider="The Paper on MSN", domain="msn.com", published=None),
    story("d", url="https://thepaper.example/a"),
    story("e", published_at="31/01/26", quality=None, fields={"extra": 1}),
]
TOPIC: Final = {
    "_data/topics/01-chips.yaml": "name: Chips\nparent: AI\n",
    "_news/game.md": "---\ncategory: game\n---\n",
}


@pytest.mark.parametrize("stories", [PLAIN, BARE, RICH], ids=["plain", "bare", "rich"])
@pytest.mark.parametrize("name", frames.FRAMES)
def test_a_frame_is_as_declared(name: str, stories: list[Story]) -> None:
    """Columns, their order and their types do not depend on what a corpus holds."""
    check(getattr(corpus_of(*stories, files=TOPIC), name), name)


def test_real_corpora_have_the_same_frames(real_corpus: Path) -> None:
    """What holds for a handful of stories holds for hundreds of real ones."""
    corpus = loaders.load(real_corpus)
    for name in frames.FRAMES:
        check(getattr(corpus, name), name)


def check(frame: pd.DataFrame, name: str) -> None:
    """Compare a frame with its declaration."""
    found = {column: str(kind) for column, kind in frame.dtypes.items()}
    assert found == dict(frames.FRAMES[name])
    assert list(found) == list(frames.FRAMES[name])
    assert frame.index.equals(pd.RangeIndex(len(frame)))
    for column, categories in frames.FIXED_CATEGORIES.items():
        if column in frame:
            assert tuple(frame[column].cat.categories) == categories


@pytest.mark.parametrize("name", frames.FRAMES)
def test_an_empty_frame_is_as_declared(name: str) -> None:
    """A frame without rows has the same columns and types as one with rows."""
    found = {
        c: str(kind) for c, kind in frames.empty(frames.FRAMES[name]).dtypes.items()
    }
    assert found == dict(frames.FRAMES[name])


def test_the_rich_corpus_is_rich() -> None:
    """The corpus above fills every frame, so that the types of its columns say much."""
    corpus = corpus_of(*RICH, files=TOPIC)
    assert [name for name in frames.FRAMES if getattr(corpus, name).empty] == []
