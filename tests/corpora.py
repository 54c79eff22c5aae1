r"""Corpora small enough to count by hand, written from literals and loaded for real.

A test says only what it is about; the rest has plain defaults::

    corpus = corpus_of(
        story("a", provider="One", topics=["Chips"], related=["b", entry("x")]),
        story("b", provider="Two", published_at="2021-01-02T05:00:00Z"),
    )

Here "b" in the list of "a" means the story "b" of the same corpus, as its own file tells
it, and `entry("x")` is a story that has no file. Stories stand in the order of their
names, so "a" is position 0 and "b" position 1; their `story_id` is "a" and "b".

What is left out of a file is given as None (`quality=None`), what no argument names goes
into `fields` (`fields={"secured": "x;y"}`), and files that are no tidy story are given to
`corpus_of` as text (`files={"_news/broken.md": "---\ntitle: ["}`).
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml

import loaders
from tests.stories import Fields, Story, entry, listed, story

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from loaders.corpus import Corpus

__all__ = [
    "Story",
    "corpus_of",
    "entry",
    "listed",
    "story",
    "write_corpus",
    "write_story",
]

TIME_TAG: Final = "tag:yaml.org,2002:timestamp"
"""What YAML itself takes a bare time for."""


class _Moment(str):
    """A time that is written as YAML writes one, without quotes."""

    __slots__ = ()


class _Dumper(yaml.CSafeDumper):
    """Writes times unquoted, as the real corpora have them."""


_Dumper.add_representer(
    _Moment,
    lambda dumper, value: dumper.represent_scalar(TIME_TAG, str(value)),
)


def write_story(folder: Path, filed: Story) -> Path:
    """The path of the story's file, written into the folder (made where missing).

    Raises:
        TypeError: It lists another story by name; only `write_corpus` knows the others.
    """
    facts = _timed(filed.fields)
    for item in filed.related:
        if isinstance(item, str):
            message = f"{filed.name} lists {item!r} by name: give the story itself"
            raise TypeError(message)
        facts = facts | {"related": [*facts.get("related", []), _timed(item)]}
    text = yaml.dump(facts, Dumper=_Dumper, sort_keys=False, allow_unicode=True)
    path = folder / f"{filed.name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{text}---\n", encoding="utf-8")
    return path


def write_corpus(
    folder: Path, stories: Iterable[Story], files: Mapping[str, str] | None = None
) -> Path:
    """The folder itself, with the stories in its `_news/` and the files beside them.

    Args:
        folder: Where the corpus shall be; made where missing.
        stories: Their names differ; names in a related list mean one another.
        files: Text by path relative to the folder: `_data/topics/ai.yaml`.

    Raises:
        KeyError: A related list names a story that is not among these.
    """
    by_name = {filed.name: filed for filed in stories}
    (folder / "_news").mkdir(parents=True, exist_ok=True)
    for filed in by_name.values():
        lists = tuple(
            listed(by_name[item]) if isinstance(item, str) else item
            for item in filed.related
        )
        write_story(folder / "_news", Story(filed.name, filed.fields, lists))
    for name, text in (files or {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def corpus_of(*stories: Story, files: Mapping[str, str] | None = None) -> Corpus:
    """The corpus that `loaders.load` makes of these stories; its name is "corpus".

    Args:
        stories: As `write_corpus` takes them, one by one.
        files: Likewise.

    Raises:
        loaders.ContentError: There is no story among them.
    """
    with tempfile.TemporaryDirectory() as parent:
        return loaders.load(write_corpus(Path(parent) / "corpus", stories, files))


def _timed(facts: Fields) -> Fields:
    """The same fields, with a time that YAML would read as one marked to stay bare."""
    written = facts.get("publishedDateTime")
    if not isinstance(written, str):
        return facts
    bare = re.match(r"\d{4}-\d\d-\d\d([T ]\d|$)", written)
    return facts | {"publishedDateTime": _Moment(written) if bare else written}


def untouched(folder: Path) -> None:
    """Let all files look as if they had not been touched for long."""
    for path in folder.rglob("*.*"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
