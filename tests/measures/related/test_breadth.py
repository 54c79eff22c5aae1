"""Breadth, and how fast it was reached."""

from __future__ import annotations

import numpy as np
import pandas as pd

from measures import stories
from measures.filters import EVERYTHING, Filters
from measures.related import breadth
from tests.corpora import Story, corpus_of, entry, story
from tests.measures.clock import at


def spreading(name: str = "a", days: int = 0, **own: object) -> Story:
    """A story by Own at 10:00; Two at 10:30, Three at 14:00, Two again, Four next day.

    Carried copies: Own on MSN at 9:00, and Five on MSN at 20:00.
    """
    hours = {"Two": 10.5, "Three": 14, "Two ": 15, "Four": 34}
    carried = {"Own on MSN": 9, "Five on MSN": 20}
    related = [
        entry(f"{name}{number}", provider=who, published_at=at(hour, days=days))
        for number, (who, hour) in enumerate(hours.items())
    ] + [
        entry(
            f"{name}{number}",
            provider=who,
            domain="msn.com",
            published_at=at(hour, days=days),
        )
        for number, (who, hour) in enumerate(carried.items())
    ]
    facts = {"provider": "Own", "published_at": at(10, days=days)} | own
    return story(name, related=related, **facts)  # type: ignore[arg-type]


def later(days: int = 30) -> Story:
    """A story alone that lets the corpus go on."""
    return story("z", provider="Own", published_at=at(10, days=days))


def test_breadth_in_hours() -> None:
    """Families within 1, 6, 24, 72 hours of the first report: 2, 3, 5, 5.

    It was at 10:00. Own came at once (carried at 9:00), Two after 0.5 h, Three 4, Five
    10, Four 24: that is the last. Half of 5, rounded up, is 3: after 4 h.
    """
    whole = breadth.speed(corpus_of(spreading(), later()), EVERYTHING)
    assert whole.n == 1
    row = whole.frame.iloc[0]
    assert row["breadth_count"] == 5
    within = [f"within_{hours}_count" for hours in (1, 6, 24, 72)]
    assert row[within].tolist() == [2, 3, 5, 5]
    assert row["half_breadth_hours"] == 4
    assert row["lifespan_hours"] == 24
    assert not row["is_censored"]


def test_what_lies_past_the_end_of_the_corpus_is_missing() -> None:
    """The corpus ends 14 h after the first report: 24 and 72 h are not known yet."""
    end = story("z", provider="Own", published_at=at(24))
    row = breadth.speed(corpus_of(spreading(), end), EVERYTHING).frame.iloc[0]
    assert row["age_hours"] == 14
    assert row["is_censored"]
    assert row[["within_1_count", "within_6_count"]].tolist() == [2, 3]
    assert pd.isna(row["within_24_count"])
    assert np.isnan(row[["half_breadth_hours", "lifespan_hours"]].astype(float)).all()
    assert row["reason"] == "younger than the window"


def test_families_count_whatever_identity_is_chosen() -> None:
    """By domain, msn.com would be one and two families would be lost."""
    corpus = corpus_of(spreading(), later())
    row = breadth.speed(corpus, Filters(by="domain")).frame.iloc[0]
    assert row["breadth_count"] == 5


def test_the_widest_comes_first() -> None:
    """Story b has two families, a has five."""
    two = story(
        "b",
        provider="Own",
        published_at=at(0),
        related=[entry("y", provider="Two", published_at=at(1))],
    )
    frame = breadth.speed(corpus_of(spreading(), two, later()), EVERYTHING).frame
    assert frame["story"].tolist() == [0, 1]


def test_of_equally_wide_ones_the_newest_comes_first() -> None:
    """As in the table of the widest stories, so that both name the same one."""
    runs = [
        story(
            name,
            provider="Own",
            published_at=at(days=day),
            related=[entry(f"{name}2", provider="Two", published_at=at(1, days=day))],
        )
        for name, day in (("a", 10), ("b", 30), ("c", 20))
    ]
    corpus = corpus_of(*runs)
    frame = breadth.speed(corpus, EVERYTHING).frame
    assert frame["story"].tolist() == [1, 2, 0]
    assert stories.ordered(corpus, EVERYTHING, "widest").tolist() == [1, 2, 0]


def test_no_story_has_no_speed() -> None:
    """An empty view is an empty frame."""
    corpus = corpus_of(spreading())
    assert breadth.speed(corpus, Filters(provider=("Nobody",))).frame.empty


def test_the_widest_story_wins_then_quality_then_time() -> None:
    """Widest is d; of the others c has more quality, and a is earlier than b."""
    corpus = corpus_of(
        story("a", published_at=at(1)),
        story("b", published_at=at(2)),
        story("c", published_at=at(3), quality=90),
        story("d", published_at=at(4), related=[entry("x", provider="Two")]),
        story("e", published_at=at(0), quality=None),
    )
    order = breadth.widest_first(corpus, 24 * 365, np.arange(5))
    assert order.tolist() == [3, 2, 0, 1, 4]


def test_the_identity_chooses_stories_and_not_what_breadth_counts() -> None:
    """By name, "Own on MSN" is none of Own: its coverage stays, counted in families."""
    corpus = corpus_of(spreading(), later())
    chosen = Filters(by="name", not_provider=("Own on MSN",))
    assert breadth.speed(corpus, chosen).frame["breadth_count"].tolist() == [5]
    copied = corpus_of(spreading(provider="Own on MSN", domain="msn.com"), later())
    assert breadth.speed(copied, chosen).frame.empty
    assert len(breadth.speed(copied, chosen.with_(by="family")).frame) == 1


def test_the_widest_are_those_that_others_ran() -> None:
    """The story alone is none of them, and no more are given than asked for."""
    corpus = corpus_of(spreading(), spreading("b", days=9), later())
    assert breadth.widest(corpus, EVERYTHING, 10).tolist() == [1, 0]
    assert breadth.widest(corpus, EVERYTHING, 1).tolist() == [1]
    assert breadth.widest(corpus_of(later()), EVERYTHING, 10).tolist() == []
