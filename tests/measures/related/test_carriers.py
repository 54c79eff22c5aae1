"""Carrier copies against their origins' own reports."""

from __future__ import annotations

import pytest

from measures.filters import EVERYTHING, Filters
from measures.related import carriers
from tests.corpora import Story, corpus_of, entry, story
from tests.measures.clock import at


def copy(name: str, hours: float, provider: str = "Own on MSN") -> dict[str, object]:
    """An entry on the carrier's domain."""
    return entry(name, provider=provider, domain="msn.com", published_at=at(hours))


def carried(name: str, *hours: float) -> Story:
    """A story by Own at 10:00, and its copies."""
    title = f"Story {name}"
    copies = [copy(f"{name}{i}", h) | {"title": title} for i, h in enumerate(hours)]
    return story(name, provider="Own", published_at=at(10), related=copies)


def test_the_lag_of_a_copy() -> None:
    """The earlier of two copies counts: 2 hours; in b the copy is an hour before."""
    corpus = corpus_of(carried("a", 15, 12), carried("b", 9), carried("c"))
    whole = carriers.pairs(corpus, EVERYTHING)
    assert whole.frame["story"].tolist() == [0, 1]
    assert whole.frame["lag_hours"].tolist() == [2, -1]
    assert whole.frame["carrier"].tolist() == ["MSN", "MSN"]
    assert whole.frame["provider"].tolist() == ["Own", "Own"]
    assert whole.n == 2


def test_a_copy_without_its_origin_is_counted_and_left_out() -> None:
    """Other's own report is not in the coverage, only its copy."""
    filed = story(
        "a",
        provider="Own",
        published_at=at(10),
        related=[copy("x", 12, "Other on MSN")],
    )
    whole = carriers.pairs(corpus_of(filed), EVERYTHING)
    assert whole.frame.empty
    assert whole.n == 1
    assert [item.count for item in whole.left_out] == [1]


def test_only_pairs_of_one_headline_count() -> None:
    """Letters and digits count; what has none is equal to nothing."""
    own = {"provider": "Own", "published_at": at(10)}
    same = copy("x", 11) | {"title": "Chips: a story!"}
    other = copy("y", 11) | {"title": "Another story"}
    none = copy("z", 11) | {"title": "..."}
    corpus = corpus_of(
        story("a", title="CHIPS, a story", related=[same], **own),  # type: ignore[arg-type]
        story("b", title="CHIPS, a story", related=[other], **own),  # type: ignore[arg-type]
        story("c", title="...", related=[none], **own),  # type: ignore[arg-type]
    )
    whole = carriers.pairs(corpus, EVERYTHING)
    assert whole.frame["story"].tolist() == [0]
    assert whole.n == 3
    assert [item.count for item in whole.left_out] == [2]


def test_quartiles_need_ten_copies() -> None:
    """Lags of 1 to 11 hours: quartiles 3.5, 6, 8.5; nine alone say nothing."""
    stories = [carried(f"s{i:02}", 10 + i) for i in range(1, 12)]
    frame = carriers.by_carrier(corpus_of(*stories), EVERYTHING).frame
    lags = ["lag_q1_hours", "lag_median_hours", "lag_q3_hours"]
    assert frame["pair_count"].tolist() == [11]
    assert frame[lags].to_numpy().tolist() == [pytest.approx([3.5, 6, 8.5])]
    few = carriers.by_carrier(corpus_of(*stories[:9]), EVERYTHING).frame
    assert few[lags].isna().all(axis=None)
    assert few["reason"].tolist() == [
        "too little data: needs 10 copies with their origin"
    ]


def test_no_copies_no_carriers() -> None:
    """Nothing carried, and an empty view."""
    corpus = corpus_of(carried("a"))
    assert carriers.pairs(corpus, EVERYTHING).frame.empty
    assert carriers.by_carrier(corpus, EVERYTHING).frame.empty
    assert carriers.pairs(corpus, Filters(provider=("Nobody",))).n == 0
