"""Completeness counts who has what, and its marks count who lacks it."""

from __future__ import annotations

import pytest

from measures import completeness
from measures.filters import EVERYTHING, Filters
from tests.measures.six import six, timeless


def present(chosen: Filters) -> dict[str, int]:
    """How many of the six stories have each thing."""
    table = completeness.by_field(six(), chosen)
    return dict(zip(table["field"], table["present_count"], strict=True))


def test_no_stories_have_no_share() -> None:
    """Every field stands there with 0 of 0."""
    table = completeness.by_field(six(), Filters(words="nothing"))
    assert list(table.columns) == [
        "field",
        "present_count",
        "story_count",
        "present_share",
        "is_chosen",
    ]
    assert table["field"].tolist() == list(completeness.FIELDS)
    assert table["present_count"].sum() == table["story_count"].sum() == 0
    assert table["present_share"].isna().all()


def test_a_story_of_which_little_is_known() -> None:
    """Without time, provider, topic, excerpt, picture and list it has two things."""
    table = completeness.by_field(timeless(), EVERYTHING)
    has = table.loc[table["present_count"] == 1, "field"]
    assert has.tolist() == ["a quality score", "a known state"]
    assert (table["present_count"] + table["story_count"]).unique().tolist() == [1]


def test_what_six_stories_have() -> None:
    """Counted from the table at the head of `tests.measures.six`."""
    assert present(EVERYTHING) == {
        "a time": 5,
        "a provider": 5,
        "a topic": 5,
        "an excerpt": 1,
        "a picture": 1,
        "a quality score": 5,
        "a known state": 5,
        "related coverage": 2,
    }


def test_filters_act_but_the_own_one() -> None:
    """Under AI there are three; choosing what they lack does not change the counts."""
    expected = present(Filters(topic=("AI",)))
    assert expected["a time"] == 2
    chosen = Filters(topic=("AI",), lacks=("a time",))
    assert present(chosen) == expected
    table = completeness.by_field(six(), chosen)
    assert table.loc[table["is_chosen"], "field"].tolist() == ["a time"]


@pytest.mark.parametrize("name", completeness.FIELDS)
def test_a_count_is_what_choosing_it_would_show(name: str) -> None:
    """The stories that lack a thing are those that the clause "lacking" keeps."""
    corpus = six()
    for chosen in (EVERYTHING, Filters(topic=("AI",)), Filters(state=("published",))):
        table = completeness.by_field(corpus, chosen).set_index("field")
        kept = chosen.with_(lacks=(name,)).mask(corpus)
        assert table.loc[name, "story_count"] == kept.sum()
