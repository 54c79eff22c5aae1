"""The breadth of every story, within whatever window is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

import loaders
from loaders import frames
from measures import breadths
from measures.filters import EVERYTHING
from measures.related import reports
from tests.corpora import corpus_of, entry, story
from tests.measures.clock import at
from tests.measures.six import timeless

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.corpus import Corpus

WINDOWS: Final = (1, 6, 24, frames.DEFAULT_WINDOW_HOURS, 168)


@pytest.mark.parametrize("window", WINDOWS)
def test_a_story_alone_has_its_own_family_or_none(window: int) -> None:
    """One without a provider has breadth 0, and neither has a list."""
    assert breadths.counts(timeless(), window).tolist() == [0]
    assert breadths.counts(corpus_of(story("a")), window).tolist() == [1]


def four() -> Corpus:
    """Own at 10:00, and who else: see `EXPECTED`; and Own, undated, that lists it."""
    others = [
        entry("v", provider="Two", published_at=at(11)),
        entry("w", provider="Two", published_at=at(90)),
        entry("x", provider="Three", published_at=at(4)),
        entry("y", provider="Own on MSN", domain="msn.com", published_at=at(10)),
        entry("z", provider="Four", published_at=None),
        entry("u", provider=None, published_at=at(10)),
        entry("t", provider="Five on MSN", domain="msn.com", published_at=at(34)),
        entry("s", provider="Six", published_at=at(10 + 72.1)),
    ]
    return corpus_of(
        story("a", provider="Own", published_at=at(10), related=others),
        story("b", provider="Own", published_at=None, related=["a"]),
    )


EXPECTED: Final = [
    (1, 2),  # Own, and Two after an hour to the minute
    (5, 2),
    (6, 3),  # and Three six hours before
    (23, 3),
    (24, 4),  # and Five, by a carrier alone
    (72, 4),
    (73, 5),  # and Six; Two once more is no further family
    (8760, 5),  # Four has no time, and one of them no provider
]


@pytest.mark.parametrize(("window", "expected"), EXPECTED)
def test_families_within_the_window_ends_included(window: int, expected: int) -> None:
    """Before and after; carriers fold into their origins; an undated story is alone."""
    assert breadths.counts(four(), window).tolist() == [expected, 1]


@pytest.mark.parametrize("window", WINDOWS)
def test_nobody_can_change_what_all_readers_share(window: int) -> None:
    """Neither of the corpus' own, nor of another window's."""
    found = breadths.counts(four(), window)
    assert found.dtype == "int32"
    with pytest.raises(ValueError, match="read-only"):
        found[0] = 9


@pytest.mark.parametrize("window", WINDOWS)
def test_breadths_are_those_of_the_coverages(real_corpus: Path, window: int) -> None:
    """The flat count agrees with the coverages that all other figures are made of."""
    corpus = loaders.load(real_corpus)
    report = reports.of(corpus, EVERYTHING.with_(window=window))
    counted = breadths.counts(corpus, window)[report.found.leads]
    assert counted.tolist() == report.breadth.tolist()
