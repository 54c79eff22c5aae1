"""The builder writes the files that it says, so that other tests can rely on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.corpora import entry, listed, story, write_corpus, write_story

if TYPE_CHECKING:
    from pathlib import Path


def test_a_name_that_nothing_has_is_refused(tmp_path: Path) -> None:
    """A related list that names a story which is not there is a slip of the test."""
    with pytest.raises(KeyError, match="b"):
        write_corpus(tmp_path, [story("a", related=["b"])])


def test_a_name_needs_a_corpus(tmp_path: Path) -> None:
    """Alone, a story cannot know what the name of another one stands for."""
    with pytest.raises(TypeError, match="a lists 'b' by name"):
        write_story(tmp_path, story("a", related=["b"]))


def test_what_is_none_is_left_out(tmp_path: Path) -> None:
    """A story of which nothing is known is a category and no more."""
    nothing = story(
        "a",
        title=None,
        published_at=None,
        provider=None,
        url=None,
        kind=None,
        quality=None,
        published=None,
    )
    text = write_story(tmp_path, nothing).read_text(encoding="utf-8")
    assert text == "---\ncategory: news\n---\n"


def test_a_story_as_it_is_written(tmp_path: Path) -> None:
    """Defaults are filled in, the time is bare, and fields of its own come last."""
    one = story("a", title="Yes: no", topics=["AI", None], fields={"extra": [1]})
    assert write_story(tmp_path, one).read_text(encoding="utf-8") == (
        "---\n"
        "category: news\n"
        "title: 'Yes: no'\n"
        "publishedDateTime: 2021-01-02T03:04:05Z\n"
        "type: article\n"
        "quality: 50\n"
        "provider:\n"
        "  name: The Paper\n"
        "  domain: thepaper.example\n"
        "originalUrl: https://thepaper.example/a\n"
        "webUrl: https://thepaper.example/a\n"
        "heat: 50\n"
        "published: true\n"
        "topics:\n"
        "- AI\n"
        "- null\n"
        "extra:\n"
        "- 1\n"
        "---\n"
    )


def test_stories_name_one_another(tmp_path: Path) -> None:
    """A name stands for the other file's own facts; heat counts the related stories."""
    folder = write_corpus(
        tmp_path / "paper",
        [
            story("a", related=["b", entry("x", provider="Else", quality=None)]),
            story("b", kind="video", published_at="31/01/26"),
        ],
        files={"_data/carriers.yaml": "{}\n"},
    )
    text = (folder / "_news/a.md").read_text(encoding="utf-8")
    assert text.partition("heat: ")[2] == (
        "90\n"
        "published: true\n"
        "related:\n"
        "- title: Story b\n"
        "  publishedDateTime: 31/01/26\n"
        "  type: video\n"
        "  provider:\n"
        "    name: The Paper\n"
        "    domain: thepaper.example\n"
        "  quality: 50\n"
        "  webUrl: https://thepaper.example/b\n"
        "- title: Story x\n"
        "  publishedDateTime: 2021-01-02T03:04:05Z\n"
        "  webUrl: https://else.example/x\n"
        "  type: article\n"
        "  provider:\n"
        "    name: Else\n"
        "    domain: else.example\n"
        "---\n"
    )
    assert "webUrl" not in (folder / "_news/b.md").read_text(encoding="utf-8")
    assert (folder / "_data/carriers.yaml").read_text(encoding="utf-8") == "{}\n"


def test_a_copy_may_differ_from_its_file() -> None:
    """What a list says of a filed story can be made to disagree with the file."""
    copy = listed(story("a"), quality=7)
    assert (copy["quality"], copy["title"]) == (7, "Story a")
