"""A story's coverage on its axis: every report with a time, and who was first."""

from __future__ import annotations

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
        assert figure.title == "Nobody else linked to this story reported it"


def test_the_first_report_is_named() -> None:
    """With how much earlier it was, or as this story itself."""
    corpus = corpus_of(
        story("a", provider="One", published_at=at(12), related=["b"]),
        story("b", provider="Two", published_at=at(2), related=["a"]),
    )
    assert charts.strip(corpus, 0, EVERYTHING).title == "Two had it 10 h earlier"
    assert charts.strip(corpus, 1, EVERYTHING).title == (
        "First reported here; 1 other provider followed"
    )


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
    assert figure.left_out == "1 report without a time."
    assert figure.notes == (
        "Paler: 1 report more than 24 hours away, outside the window.",
    )
