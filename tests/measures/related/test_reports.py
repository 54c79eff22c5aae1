"""First reports: the earliest that is no carrier copy, shared within 5 minutes."""

from __future__ import annotations

import numpy as np

from measures import instants
from measures.filters import EVERYTHING, Filters
from measures.related import reports
from tests.corpora import corpus_of, entry, story
from tests.measures.clock import at

MINUTE = 1 / 60


def first_of(*members: tuple[str, float], carried: bool = False) -> reports.Reports:
    """The reports of one coverage: its story by "Own" at 10:00, and these members."""
    related = [
        entry(
            f"x{number}",
            provider=provider,
            published_at=at(hours),
            domain="msn.com" if provider.endswith("MSN") else None,
        )
        for number, (provider, hours) in enumerate(members)
    ]
    corpus = corpus_of(
        story(
            "a",
            provider="Own on MSN" if carried else "Own",
            domain="msn.com" if carried else None,
            published_at=at(10),
            related=related,
        )
    )
    return reports.of(corpus, EVERYTHING)


def firsts(report: reports.Reports) -> list[int]:
    """The rows that share the first report."""
    return np.flatnonzero(report.is_first).tolist()


def test_alone_a_story_is_the_first() -> None:
    """Its breadth is 1, and there is nobody to compare with."""
    report = first_of()
    assert firsts(report) == [0]
    assert report.breadth.tolist() == [1]
    assert report.is_compared.tolist() == [False]


def test_a_carrier_copy_is_never_first() -> None:
    """The copy at 9:00 is earlier, and yet the story of 10:00 is the first report."""
    report = first_of(("Other on MSN", 9))
    assert firsts(report) == [0]
    assert report.breadth.tolist() == [2]


def test_carrier_copies_alone_have_no_first_report() -> None:
    """Their origins reported somewhere else."""
    report = first_of(("Other on MSN", 9), carried=True)
    assert firsts(report) == []
    assert report.first.tolist() == [instants.NEVER]
    assert report.is_compared.tolist() == [False]


def test_five_minutes_are_shared_and_no_more() -> None:
    """Two at 9:00, Three at 9:05, Four at 9:06."""
    report = first_of(("Two", 9), ("Three", 9 + 5 * MINUTE), ("Four", 9 + 6 * MINUTE))
    assert firsts(report) == [1, 2]
    assert report.sharing.tolist() == [2]


def test_a_provider_counts_once() -> None:
    """Two of its stories share the first report: one provider, not two."""
    report = first_of(("Two", 9), ("Two", 9 + MINUTE))
    assert firsts(report) == [1, 2]
    assert report.sharing.tolist() == [1]
    assert report.breadth.tolist() == [2]


def test_an_appearance_is_the_first_time_by_whatever_way() -> None:
    """Own came by its carrier copy at 8:00 before its story of 10:00."""
    report = first_of(("Own on MSN", 8), ("Two", 9))
    seen = report.appearances
    first = instants.hours(seen.instant - report.first[seen.coverage])
    assert first.tolist() == [-1, 0]
    assert seen.is_first.tolist() == [False, True]
    assert seen.is_carried_only.tolist() == [False, False]


def test_the_first_may_bear_no_name() -> None:
    """Then the time counts, nobody is credited, and nothing is compared."""
    related = [
        entry("x", provider=None, published_at=at(9)),
        entry("y", provider="Two", published_at=at(12)),
    ]
    report = reports.of(
        corpus_of(story("a", provider="Own", published_at=at(10), related=related)),
        EVERYTHING,
    )
    assert report.breadth.tolist() == [2]
    assert report.sharing.tolist() == [0]
    assert report.is_compared.tolist() == [False]


def test_no_story_has_no_report() -> None:
    """An empty view is empty arrays."""
    report = reports.of(corpus_of(story()), Filters(provider=("Nobody",)))
    assert len(report.first) == len(report.breadth) == len(report.appearances.coverage)
