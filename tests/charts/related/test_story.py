"""A story's coverage on its axis: every report with a time, and who was first."""

from __future__ import annotations

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts.related import story as charts
from tests.charts.marks import table
from tests.corpora import corpus_of, entry, story
from tests.measures.clock import at
from tests.measures.six import six, timeless


def test_alone_there_is_no_axis() -> None:
    """Nobody else is known, with or without a time of its own."""
    for corpus in (timeless(), six()):
        figure = charts.strip(corpus, len(corpus) - 1, EVERYTHING)
        assert figure.empty
        assert figure.title == "No related story by another provider within 72 hours"


def test_who_came_before_is_named() -> None:
    """With how much earlier that was; or that nobody did."""
    corpus = corpus_of(
        story("a", provider="One", published_at=at(12), related=["b"]),
        story("b", provider="Two", published_at=at(2), related=["a"]),
    )
    assert charts.strip(corpus, 0, EVERYTHING).title == (
        "Two ran a related story 10 h before"
    )
    assert charts.strip(corpus, 1, EVERYTHING).title == (
        "1 other provider ran a related story, none before this one"
    )


@pytest.mark.parametrize(
    ("minutes", "title"),
    [
        ({"B": -13, "C": -8}, "B ran a related story 13 min before, C 8 min before"),
        ({"B": -13, "C": -13}, "B and C ran a related story 13 min before"),
        ({"B": -13, "C": -7}, "B ran a related story 13 min before"),
        ({"B": -3, "C": 1}, "B ran a related story 3 min before"),
        (
            {"B": -13, "C": -12, "D": -11, "E": -9},
            "B ran a related story 13 min before, C 12 min before, and so did 2 others",
        ),
        (
            {"B": 0, "C": 4},
            "2 other providers ran a related story, none before this one",
        ),
        ({"B": -0.5}, "1 other provider ran a related story"),
        (
            {"B on MSN": -9, "C": 4},
            "2 other providers ran a related story",
        ),
    ],
    ids=str,
)
def test_each_has_minutes_of_its_own(minutes: dict[str, float], title: str) -> None:
    """Reports of five minutes share the first; what is said of each is its own time.

    A carrier's copy is no report of its own, and is not "none before" either.
    """
    others = [
        entry(
            name,
            provider=name,
            domain="msn.com" if "MSN" in name else None,
            published_at=at(1 + minute / 60),
        )
        for name, minute in minutes.items()
    ]
    corpus = corpus_of(story("a", provider="A", published_at=at(1), related=others))
    assert charts.strip(corpus, 0, EVERYTHING).title == title


@pytest.mark.parametrize("minute", [-90, -13, 0, 13, 90])
def test_nothing_is_said_of_the_same_news(minute: float) -> None:
    """What is linked may be other news: nobody "had" it, and nobody was first with it."""
    other = entry("b", provider="B", published_at=at(2 + minute / 60))
    corpus = corpus_of(story("a", provider="A", published_at=at(2), related=[other]))
    figure = charts.strip(corpus, 0, EVERYTHING)
    for words in ("same news", "had it", "broke", "nobody else", "first"):
        assert words not in figure.title.lower()
        assert words not in figure.counts.lower()


def test_a_carrier_copy_was_not_beaten_by_a_later_report() -> None:
    """A copy at midnight, and the first original three hours after: not "earlier"."""
    corpus = corpus_of(
        story(
            "a",
            provider="One on MSN",
            domain="msn.com",
            published_at=at(0),
            related=[entry("x", provider="Two", published_at=at(3))],
        )
    )
    title = charts.strip(corpus, 0, EVERYTHING).title
    assert "earlier" not in title


def test_a_point_opens_the_report_that_it_is() -> None:
    """The story itself and the other filed one; a report that is only seen has no id."""
    corpus = corpus_of(
        story(
            "a",
            published_at=at(1),
            related=["b", entry("x", provider="Seen", published_at=at(3))],
        ),
        story("b", provider="Two", published_at=at(2)),
    )
    figure = charts.strip(corpus, 0, EVERYTHING)
    assert figure.frame["story_id"].tolist() == ["a", "b", None]
    assert table(figure, corpus, "b")["provider"].tolist() == ["Two"]
    assert table(figure, corpus, "None").empty


def test_what_is_not_known_is_said() -> None:
    """A report without a provider and a title has a name beside its point all the same."""
    other = entry("x", provider=None, title=None, published_at=at(3))
    corpus = corpus_of(story("a", published_at=at(1), related=[other]))
    said = charts.strip(corpus, 0, EVERYTHING).frame[["provider", "title"]]
    assert said.iloc[1].tolist() == ["no provider", "no title"]


def test_reports_beyond_the_window_are_pale_and_counted() -> None:
    """They stay in the picture; those without a time are said to be left out."""
    corpus = corpus_of(
        story(
            "a",
            published_at=at(0),
            related=[
                entry("x", provider="Two", published_at=at(3)),
                entry("y", provider="Three", published_at=at(30)),
                entry("z", provider="Four", published_at="soon"),
            ],
        )
    )
    figure = charts.strip(corpus, 0, Filters(window=24))
    assert figure.frame["is_within"].tolist() == [True, True, False]
    assert figure.left_out == "1 story without a time."
    assert figure.notes == (
        "Paler: 1 story more than 24 hours away, outside the window.",
    )
