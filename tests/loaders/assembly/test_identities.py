"""What has no address is known by provider, title and minute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.corpora import corpus_of, entry, story

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from tests.stories import Fields, Story

AT = "2021-01-02T10:20:30Z"


def video(name: str = "v", **facts: Any) -> Story:  # noqa: ANN401 - fields of a file
    """A filed video of Model Minutes, which has an `originalUrl` only."""
    told = {
        "title": "Chips & Co: “The Year”",
        "published_at": AT,
        "provider": "Model Minutes",
        "kind": "video",
    }
    return story(name, **(told | facts))


def bare(**facts: Any) -> Fields:  # noqa: ANN401 - fields of an entry
    """What a list says of that video: no address."""
    told = {
        "title": "Chips & Co: “The Year”",
        "published_at": AT,
        "provider": "Model Minutes",
        "kind": "video",
        "url": None,
    }
    return entry("v", **(told | facts))


def links(corpus: Corpus) -> list[tuple[int, int, int]]:
    """Story, target and seen story of each related link."""
    rows = corpus.related[["story", "target", "seen"]].to_numpy().tolist()
    return [(story, target, seen) for story, target, seen in rows]


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"title": "CHIPS &amp;  co: 'the year'"},
        {"title": "Chips & Co: \u00ab\u200bThe\u00a0Year\u00ad\u00bb"},
        {"title": "Ｃhips & Co: ‘The Year’"},
        {"published_at": "2021-01-02T10:20:00Z"},
        {"published_at": "2021-01-02T11:20:59+01:00"},
        {"provider": "ModelMinutes"},
        {"url": ""},
        {"url": "watch?v=1"},
        {"kind": "article", "quality": 3, "excerpt": "Other"},
    ],
    ids=str,
)
def test_an_entry_means_the_filed_story_that_agrees(facts: dict[str, Any]) -> None:
    """However the list spells them, and whatever else it says."""
    url = facts.pop("url", None)
    told = bare(**facts, fields={"webUrl": url} if url is not None else None)
    corpus = corpus_of(story("a", published_at=AT, related=[told]), video())
    assert links(corpus) == [(0, 1, -1)]
    row = corpus.related.iloc[0]
    assert row["key_url"] == "https://modelminutes.example/v"
    assert (row["title"], row["type"]) == ("Chips & Co: “The Year”", "video")
    assert not row["has_address"]
    assert corpus.stories["breadth_count"].tolist() == [2, 1]


@pytest.mark.parametrize(
    "facts",
    [
        {"title": "Chips & Co"},
        {"title": "Chips & Có: “The Year”"},
        {"published_at": "2021-01-02T10:19:59Z"},
        {"published_at": "2021-01-02T10:21:00Z"},
        {"provider": "Another"},
        {"provider": None},
        {"provider": "Model Minutes on MSN", "domain": "msn.com"},
    ],
    ids=str,
)
def test_an_entry_that_agrees_with_no_file_is_only_seen(facts: dict[str, Any]) -> None:
    """Another title, minute or provider, or a carrier's copy, is another story."""
    corpus = corpus_of(story("a", published_at=AT, related=[bare(**facts)]), video())
    assert links(corpus) == [(0, -1, 0)]
    assert corpus.related["key_url"].isna().all()
    assert corpus.problems.empty == (facts.get("provider", "") is not None)


def test_an_entry_with_an_address_is_known_by_that_alone() -> None:
    """Two addresses are two stories, whatever they say."""
    other = bare(url="https://modelminutes.example/other")
    corpus = corpus_of(story("a", published_at=AT, related=[other]), video())
    assert links(corpus) == [(0, -1, 0)]
    assert corpus.related["has_address"].tolist() == [True]


def test_of_two_files_that_agree_the_first_path_is_meant() -> None:
    """They are two stories, for their addresses differ."""
    corpus = corpus_of(
        story("a", published_at=AT, related=[bare()]), video("w"), video("v")
    )
    assert corpus.texts["story_id"].tolist() == ["a", "v", "w"]
    assert links(corpus) == [(0, 1, -1)]


def test_what_is_only_seen_is_one_story_in_all_lists() -> None:
    """Two lists name one video, and one of them another; filed links are counted apart."""
    corpus = corpus_of(
        story("a", related=[bare(), bare(title="Other"), "b"]),
        story("b", related=[entry("x"), bare(title="CHIPS & CO: 'THE YEAR'")]),
    )
    assert links(corpus) == [(0, -1, 0), (0, -1, 1), (0, 1, -1), (1, -1, 2), (1, -1, 0)]


def test_a_list_is_cleaned_of_repeats_and_of_the_story_itself() -> None:
    """With an address or without, it is the same story."""
    own = bare(title="Own", provider="The Paper")
    corpus = corpus_of(
        story(
            "a",
            title="Own",
            published_at=AT,
            related=["v", bare(), own, bare(title="Seen"), bare(title="Seen")],
        ),
        video(),
    )
    assert links(corpus) == [(0, 1, -1), (0, -1, 0)]
    assert corpus.related["has_address"].tolist() == [True, False]
    counts = ["related_count", "repeat_count", "self_count", "unusable_count"]
    assert corpus.stories[counts].iloc[0].tolist() == [2, 2, 1, 0]


def test_links_without_an_address_go_both_ways() -> None:
    """The video lists the story, and the story the video."""
    corpus = corpus_of(
        story("a", published_at=AT, related=[bare()]), video(related=["a"])
    )
    assert links(corpus) == [(0, 1, -1), (1, 0, -1)]


def test_files_without_an_address_that_agree_are_one_story() -> None:
    """The first path wins; lists that name it by what it says find it."""
    corpus = corpus_of(
        video("c", url=None, title="chips & co: 'the year'"),
        video("b", url=None, related=[entry("x")]),
        video("d", url=None, published_at="2021-01-02T10:21:00Z"),
        story("a", related=[bare()]),
    )
    assert corpus.texts["story_id"].tolist() == ["a", "b", "d"]
    assert links(corpus) == [(0, 1, -1), (1, -1, 0)]
    (left_out,) = corpus.duplicates.to_dict("records")
    assert (left_out["path"], left_out["first_path"]) == ("_news/c.md", "_news/b.md")
    assert corpus.duplicates["key_url"].isna().all()


@pytest.mark.parametrize(("lone", "addressed"), [("v", "w"), ("w", "v")])
def test_a_file_without_an_address_may_repeat_one_that_has_it(
    lone: str, addressed: str
) -> None:
    """The first path wins, and is found by the address of the other as well."""
    corpus = corpus_of(
        story("a", related=[entry("x", url="https://modelminutes.example/full")]),
        story("b", related=[bare()]),
        video(lone, url=None),
        video(addressed, url="https://modelminutes.example/full"),
    )
    assert corpus.texts["story_id"].tolist() == ["a", "b", "v"]
    assert links(corpus) == [(0, 2, -1), (1, 2, -1)]
    assert len(corpus.duplicates) == 1


@pytest.mark.parametrize("lacking", [{"title": None}, {"published_at": None}])
def test_files_that_tell_too_little_are_stories_of_their_own(
    lacking: dict[str, None],
) -> None:
    """Without an address, a title or a time each could be anything."""
    facts: dict[str, Any] = {"url": None, **lacking}
    corpus = corpus_of(video("v", **facts), video("w", **facts))
    assert corpus.texts["story_id"].tolist() == ["v", "w"]
    assert corpus.duplicates.empty


def test_without_a_provider_title_and_minute_decide() -> None:
    """Nobody is nobody in the list and in the file."""
    corpus = corpus_of(
        story("a", related=[bare(provider=None)]), video(provider=None, url=None)
    )
    assert links(corpus) == [(0, 1, -1)]


def test_a_page_is_no_video() -> None:
    """A file of another category is meant by nobody."""
    page = video("p", fields={"category": "learning"})
    corpus = corpus_of(story("a", related=[bare()]), page)
    assert links(corpus) == [(0, -1, 0)]
