"""Related lists are cleaned, and the file of a story wins over its copy in a list."""

from __future__ import annotations

import math

import pytest

from tests.corpora import corpus_of, entry, story


def test_no_lists() -> None:
    """Stories without related ones have a breadth of their own family."""
    corpus = corpus_of(story("a"), story("b", provider=None))
    assert len(corpus.related) == 0
    assert corpus.stories["breadth_count"].tolist() == [1, 0]


def test_repeats_and_the_story_itself_are_dropped() -> None:
    """One entry per key URL, the first; what is dropped is counted."""
    corpus = corpus_of(
        story(
            "a",
            url="https://a.example/1",
            related=[
                entry("x", url="https://x.example/1", title="First"),
                entry("self", url="https://A.example/1/"),
                entry("x", url="https://x.example/1?utm_source=b", title="Second"),
                entry("y", url="https://y.example/1"),
                entry("self", url="https://a.example/1#again"),
                entry("none", url=None, title=None),
            ],
        ),
        story("b", related=[entry("x", url="https://x.example/1")]),
    )
    assert corpus.related["story"].tolist() == [0, 0, 1]
    assert corpus.related["title"].tolist() == ["First", "Story y", "Story x"]
    assert corpus.related["target"].tolist() == [-1, -1, -1]
    counts = ["related_count", "repeat_count", "self_count", "unusable_count"]
    assert corpus.stories[counts].to_numpy().tolist() == [[2, 1, 2, 1], [1, 0, 0, 0]]


def test_the_file_wins_over_the_list() -> None:
    """Time, provider, type, quality and title are the file's where there is one."""
    corpus = corpus_of(
        story(
            "a",
            published_at="2021-01-01T00:00:00Z",
            related=[
                entry(
                    "b",
                    url="https://b.example/1",
                    title="Listed",
                    published_at="2021-01-05T00:00:00Z",
                    provider="Other",
                    kind="article",
                    quality=1,
                )
            ],
        ),
        story(
            "b",
            url="https://b.example/1",
            title="Filed",
            published_at="2021-01-02T06:00:00Z",
            provider="B on MSN",
            domain="msn.com",
            kind="video",
            quality=2,
        ),
    )
    (row,) = corpus.related.to_dict("records")
    assert row["target"] == 1
    assert row["title"] == "Filed"
    assert (row["provider_name"], row["provider_family"]) == ("B on MSN", "B")
    assert (row["provider_domain"], row["carrier"], row["type"]) == (
        "msn.com",
        "MSN",
        "video",
    )
    assert (row["quality_score"], row["listed_quality_score"]) == (2, 1)
    assert row["published_at"].isoformat() == "2021-01-02T06:00:00+00:00"
    assert row["listed_at"].isoformat() == "2021-01-05T00:00:00+00:00"
    assert row["gap_hours"] == 30
    assert "Other" not in corpus.names("provider_name")


def test_a_gap_needs_two_times() -> None:
    """Hours are negative before the story, and missing where a time is."""
    corpus = corpus_of(
        story(
            "a",
            published_at="2021-01-02T00:00:00Z",
            related=[
                entry("x", published_at="2021-01-01T23:30:00Z"),
                entry("y", published_at=None),
            ],
        ),
        story("b", published_at=None, related=[entry("z")]),
    )
    early, *missing = corpus.related["gap_hours"].tolist()
    assert early == -0.5
    assert all(math.isnan(gap) for gap in missing)


@pytest.mark.parametrize(
    ("provider", "domain", "published_at", "breadth"),
    [
        ("Other", "b.example", "2021-01-05T00:00:00Z", 2),
        ("Other", "b.example", "2021-01-05T00:00:01Z", 1),
        ("Other", "b.example", "2020-12-30T00:00:00Z", 2),
        ("Other", "b.example", None, 1),
        ("the-PAPER", "b.example", "2021-01-02T00:00:00Z", 1),
        ("The Paper on MSN", "msn.com", "2021-01-02T00:00:00Z", 1),
        (None, None, "2021-01-02T00:00:00Z", 1),
    ],
)
def test_breadth_counts_families_within_72_hours(
    provider: str | None, domain: str | None, published_at: str | None, breadth: int
) -> None:
    """The bound is within; carriers fold into their origins; own family counts once."""
    other = entry("x", provider=provider, domain=domain, published_at=published_at)
    corpus = corpus_of(
        story(
            "a",
            provider="The Paper",
            published_at="2021-01-02T00:00:00Z",
            related=[other],
        )
    )
    assert corpus.stories["breadth_count"].tolist() == [breadth]


def test_breadth_of_a_story_without_a_time() -> None:
    """Nothing is known to be near it."""
    corpus = corpus_of(
        story("a", published_at=None, related=[entry("x", provider="X")])
    )
    assert corpus.stories["breadth_count"].tolist() == [1]


def test_a_filed_story_without_a_title_is_called_by_its_file() -> None:
    """In a list as among the stories, whatever the list calls it; others stay nameless."""
    corpus = corpus_of(
        story(
            "a",
            related=[
                entry("b", url="https://b.example/1", title="Listed"),
                entry("x", title=None),
            ],
        ),
        story("b", url="https://b.example/1", title=None),
    )
    assert corpus.texts["title"].tolist() == ["Story a", "b"]
    assert corpus.related["title"].isna().tolist() == [False, True]
    assert corpus.related["title"].tolist()[0] == "b"
