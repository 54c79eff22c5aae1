"""Which files are stories of their own, and which repeat one."""

from __future__ import annotations

from tests.corpora import corpus_of, entry, story


def test_different_addresses_are_different_stories() -> None:
    """Even where everything else is the same."""
    corpus = corpus_of(story("a", title="Same"), story("b", title="Same"))
    assert len(corpus) == 2
    assert corpus.duplicates.to_dict("records") == []


def test_the_first_path_wins() -> None:
    """The others are listed with the one that stands for them."""
    url = "https://a.example/1"
    corpus = corpus_of(
        story("c", url=f"{url}/", title="Third"),
        story("a", url=f"{url}?utm_source=x", title="First"),
        story("b", url="https://a.example/2"),
        story("d", url=f"{url}#top"),
    )
    assert corpus.texts["title"].tolist() == ["First", "Story b"]
    assert corpus.duplicates.to_dict("records") == [
        {"path": "_news/c.md", "first_path": "_news/a.md", "key_url": url},
        {"path": "_news/d.md", "first_path": "_news/a.md", "key_url": url},
    ]
    assert corpus.files_count == 4


def test_lists_of_duplicates_count_for_nothing() -> None:
    """Neither their related stories nor their topics are the story's."""
    url = "https://a.example/1"
    corpus = corpus_of(
        story("a", url=url, topics=["One"]),
        story("b", url=url, topics=["Two"], related=[entry("x")]),
    )
    assert corpus.topic_names.tolist() == ["One"]
    assert len(corpus.related) == 0
    assert corpus.stories["related_count"].tolist() == [0]


def test_stories_without_an_address_stay_distinct() -> None:
    """They are known by what they say, and told as problems."""
    corpus = corpus_of(story("a", url=None), story("b", url=None), story("c"))
    assert corpus.texts["story_id"].tolist() == ["a", "b", "c"]
    assert corpus.texts["key_url"].isna().tolist() == [True, True, False]
    assert corpus.problems["field"].tolist() == ["webUrl", "webUrl"]
