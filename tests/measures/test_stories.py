"""Stories stand in an order that is the same for everybody."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import pytest

from loaders import frames
from measures import memory, stories
from measures.filters import EVERYTHING, Filters
from tests.corpora import corpus_of, entry, story
from tests.measures.six import ids, six, timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus


USUAL: Final = frames.DEFAULT_WINDOW_HOURS


def order(corpus: Corpus, name: str, chosen: Filters = EVERYTHING) -> str:
    """The ids of the stories in an order."""
    return ids(corpus, stories.ordered(corpus, chosen, name))


@cache
def ties() -> Corpus:
    """Five stories: a, b and c at the same time, d later, e without a time."""
    return corpus_of(
        story("a", quality=1, related=[entry("x"), entry("y")]),
        story("b", quality=2, related=[entry("x", provider="Other"), entry("y")]),
        story("c", quality=None),
        story("d", quality=1, published_at="2021-01-03T00:00:00Z"),
        story("e", quality=2, published_at=None, related=[entry("z")]),
    )


ORDERED: Final = [
    ("newest", "dabce"),
    ("oldest", "abcde"),
    ("widest", "bdace"),
    ("linked", "abedc"),
    ("quality", "bedac"),
    ("colour", "dabce"),
]


@pytest.mark.parametrize(("name", "expected"), ORDERED)
def test_ties_go_to_the_newer_story_then_to_the_earlier_path(
    name: str, expected: str
) -> None:
    """Undated stories come after dated ones, unscored after scored; unknown is newest."""
    assert order(ties(), name) == expected


BY_COLUMN: Final = [
    ("title", "abcde"),
    ("-title", "edcba"),
    ("quality_score", "dabec"),
    ("-quality_score", "bedac"),
    ("published_at", "abcde"),
    ("-published_at", "dabce"),
    ("breadth_count", "daceb"),
    ("-breadth_count", "bdace"),
    ("provider_name", "dabce"),
]


@pytest.mark.parametrize(("sort", "expected"), BY_COLUMN)
def test_any_column_sorts_up_and_down(sort: str, expected: str) -> None:
    """Ties are as in every order; what is missing comes last both ways."""
    found = stories.ordered(ties(), EVERYTHING, sort=sort)
    assert ids(ties(), found) == expected


@pytest.mark.parametrize("order", stories.ORDERS)
def test_a_sort_arranges_what_the_order_holds(order: str) -> None:
    """A sample stays the same stories, another order gives way."""
    whole = stories.ordered(sixty(), EVERYTHING, order, 7)
    found = stories.ordered(sixty(), EVERYTHING, order, 7, sort="title")
    assert found.tolist() == sorted(whole)
    turned = stories.ordered(sixty(), EVERYTHING, order, 7, sort="-title")
    assert turned.tolist() == sorted(whole, reverse=True)


@pytest.mark.parametrize("column", stories.COLUMNS)
def test_every_column_can_be_sorted_by(column: str) -> None:
    """Each story once, up and down."""
    for sort in (column, f"-{column}"):
        assert sorted(stories.ordered(six(), EVERYTHING, sort=sort)) == [*range(6)]


def test_every_order_is_a_sort() -> None:
    """But for the sample, which is drawn."""
    assert {*stories.SORTS, "sample"} == set(stories.ORDERS)


@pytest.mark.parametrize("name", stories.ORDERS)
def test_no_stories_have_an_empty_order(name: str) -> None:
    """Every order of nothing is nothing."""
    assert order(six(), name, Filters(words="nothing")) == ""


@pytest.mark.parametrize("name", stories.ORDERS)
def test_an_order_holds_exactly_the_stories_under_the_filters(name: str) -> None:
    """Each once, whatever the order."""
    for chosen in (EVERYTHING, Filters(topic=("AI",)), Filters(state=("unknown",))):
        found = stories.ordered(six(), chosen, name)
        assert sorted(found) == chosen.positions(six()).tolist()


def test_six_in_order() -> None:
    """Newest first, and e, which has no time, last."""
    assert order(six(), "newest") == "fdcbae"
    assert order(six(), "oldest") == "abcdfe"
    assert order(six(), "quality") == "fecbad"


def test_some_stories_newest_first() -> None:
    """Whatever order they come in, each once; none where there are none."""
    given = [stories.find(six(), name) for name in "aefda"]
    assert ids(six(), stories.newest_first(six(), np.array(given))) == "fdae"
    assert not len(stories.newest_first(six(), np.array([], dtype=np.int64)))


@cache
def sixty() -> Corpus:
    """Sixty stories, one a minute."""
    return corpus_of(
        *(
            story(
                f"s{i:02}",
                topics=["Odd"] if i % 2 else None,
                published_at=f"2021-01-02T00:{i:02}:00Z",
            )
            for i in range(60)
        )
    )


def test_a_sample_is_the_same_for_everybody() -> None:
    """The same seed draws the same stories, each once, newest first."""
    first = stories.ordered(sixty(), EVERYTHING, "sample", 7)
    assert len(first) == stories.SAMPLE_SIZE
    assert len(set(first)) == stories.SAMPLE_SIZE
    assert first.tolist() == sorted(first, reverse=True)
    memory.forget()
    again = stories.ordered(sixty(), Filters(), "sample", 7)
    assert again.tolist() == first.tolist()


def test_another_seed_is_another_sample() -> None:
    """Of sixty stories, two seeds draw twenty each that are not the same."""
    drawn = {
        tuple(stories.ordered(sixty(), EVERYTHING, "sample", seed)) for seed in range(5)
    }
    assert len(drawn) == 5
    largest = stories.ordered(sixty(), EVERYTHING, "sample", stories.MOST_SEEDS)
    assert len(largest) == stories.SAMPLE_SIZE


def test_a_sample_is_of_the_stories_under_the_filters() -> None:
    """All thirty odd ones can be drawn, no even one is."""
    chosen = Filters(topic=("Odd",))
    drawn = {
        int(position)
        for seed in range(12)
        for position in stories.ordered(sixty(), chosen, "sample", seed)
    }
    assert drawn == set(range(1, 60, 2))


def test_a_sample_of_few_is_all_of_them() -> None:
    """Six stories are fewer than a sample."""
    assert order(six(), "sample") == order(six(), "newest")


BESIDE: Final = [
    ("newest", EVERYTHING, "f", (None, "d", 0)),
    ("newest", EVERYTHING, "d", ("f", "c", 1)),
    ("newest", EVERYTHING, "e", ("a", None, 5)),
    ("oldest", EVERYTHING, "a", (None, "b", 0)),
    ("newest", Filters(topic=("AI",)), "c", (None, "a", 0)),
    ("newest", Filters(topic=("AI",)), "a", ("c", "e", 1)),
    ("newest", Filters(topic=("AI",)), "b", (None, None, None)),
    ("newest", Filters(topic=("Robots",)), "f", (None, None, 0)),
]


@pytest.mark.parametrize(("name", "chosen", "itself", "expected"), BESIDE)
def test_neighbours_are_those_of_the_result(
    name: str,
    chosen: Filters,
    itself: str,
    expected: tuple[str | None, str | None, int | None],
) -> None:
    """None at the ends; a story that is not in the result has neither."""
    corpus = six()
    position = "abcdef".index(itself)
    before, after, place = stories.neighbours(corpus, chosen, name, position)
    assert (
        None if before is None else "abcdef"[before],
        None if after is None else "abcdef"[after],
        place,
    ) == expected


def test_neighbours_in_a_sample_are_those_of_its_seed() -> None:
    """Previous and next step through the sample that the reader sees."""
    whole = stories.ordered(sixty(), EVERYTHING, "sample", 7)
    found = stories.neighbours(sixty(), EVERYTHING, "sample", int(whole[3]), 7)
    assert found == (whole[2], whole[4], 3)


COLUMNS: Final = [
    "story_id",
    "published_at",
    "title",
    "provider_name",
    "provider_family",
    "provider_domain",
    "carrier",
    "topics",
    "type",
    "state",
    "quality_score",
    "heat_score",
    "breadth_count",
    "related_count",
    "key_url",
    "excerpt",
    "path",
]


def test_no_rows_have_all_columns() -> None:
    """And texts are texts even where there is none."""
    table = stories.rows(six(), np.array([], dtype=np.int64), USUAL)
    full = stories.rows(six(), np.arange(6), USUAL)
    assert list(table.columns) == COLUMNS
    assert table.dtypes.to_dict() == full.dtypes.to_dict()
    assert len(table) == 0


def test_rows_stand_in_the_order_given() -> None:
    """Each row is one story, all of it, and the index says where it stands."""
    table = stories.rows(six(), np.array([2, 0]), USUAL)
    assert table.index.tolist() == [2, 0]
    assert table.index.name == "story"
    assert table.loc[0].to_dict() == {
        "story_id": "a",
        "published_at": pd.Timestamp("2021-01-04T09:00:00Z"),
        "title": "Chips are back",
        "provider_name": "One",
        "provider_family": "One",
        "provider_domain": "one.example",
        "carrier": pytest.approx(np.nan, nan_ok=True),
        "topics": "AI; Chips",
        "type": "article",
        "state": "published",
        "quality_score": 10,
        "heat_score": 50,
        "breadth_count": 3,
        "related_count": 2,
        "key_url": "https://one.example/a",
        "excerpt": "The shortage is over",
        "path": "_news/a.md",
    }
    assert table.loc[2, "provider_name"] == "One on MSN"
    assert table.loc[2, "carrier"] == "MSN"
    assert table["heat_score"].isna().tolist() == [True, False]


def test_what_is_missing_is_missing() -> None:
    """Not the text "nan", and not an empty one; topics alone are an empty list."""
    row = stories.rows(timeless(), np.array([0]), USUAL).iloc[0]
    for name in (
        "published_at",
        "provider_name",
        "provider_family",
        "carrier",
        "excerpt",
    ):
        assert pd.isna(row[name])
    assert row["topics"] == ""
    assert (
        str(stories.rows(six(), np.arange(6), USUAL)["published_at"].dtype)
        == frames.TIME
    )


def test_topics_stand_in_the_order_of_the_file() -> None:
    """Joined by a semicolon, and once each."""
    corpus = corpus_of(story("a", topics=["Z", "A", None, "Z"]), story("b"))
    assert stories.topics_of(corpus, [1, 0]) == ["", "Z; A"]
    assert stories.topics_of(corpus, []) == []


def test_a_story_is_found_by_its_id() -> None:
    """Or not at all: case counts, and nothing is guessed."""
    assert stories.find(six(), "c") == 2
    assert stories.find(six(), "C") is None
    assert stories.find(six(), "") is None
