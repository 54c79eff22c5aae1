"""Providers that run the same stories."""

from __future__ import annotations

from math import log

import numpy as np
import pandas as pd
import pytest

from measures.filters import EVERYTHING, Filters
from measures.related import cocoverage
from tests.corpora import Story, corpus_of, entry, story


def ran(number: int, *providers: str, **own: object) -> list[Story]:
    """So many published stories that just these providers ran."""
    name = "-".join(providers)
    return [
        story(
            f"{name}{i}",
            provider=providers[0],
            related=[entry(f"{name}{i}", provider=other) for other in providers[1:]],
            **own,  # type: ignore[arg-type]
        )
        for i in range(number)
    ]


def news() -> list[Story]:
    """40 coverages: One and Two 8, One alone 2, Two alone 12, Three alone 14.

    Two and Three are in 4 together, which makes Two's 24 and Three's 18.
    """
    return [
        *ran(8, "One", "Two"),
        *ran(2, "One"),
        *ran(12, "Two"),
        *ran(14, "Three"),
        *ran(4, "Two", "Three"),
    ]


def test_pairs_of_providers() -> None:
    """One 10, Two 24, both 8 of 40: P(Two | One) 0.8, P(One | Two) 1/3.

    Jaccard 8 / 26; lift 8 * 40 / 240 = 4/3; NPMI ln(4/3) / -ln(0.2).
    """
    whole = cocoverage.of_providers(corpus_of(*news()), EVERYTHING)
    assert whole.n == 40
    pairs = whole.frame.set_index(["provider", "other"]).to_dict("index")
    one, two = pairs["One", "Two"], pairs["Two", "One"]
    assert one["both_count"] == two["both_count"] == 8
    assert one["given_share"] == 0.8
    assert two["given_share"] == pytest.approx(1 / 3)
    for row in (one, two):
        assert row["jaccard_share"] == pytest.approx(8 / 26)
        assert row["lift_score"] == pytest.approx(4 / 3)
        assert row["npmi_score"] == pytest.approx(log(4 / 3) / -log(0.2))
        assert row["reason"] == ""


def test_a_support_below_5_says_nothing() -> None:
    """Two and Three share 4 coverages."""
    pairs = cocoverage.of_providers(corpus_of(*news()), EVERYTHING).frame
    rare = pairs[(pairs["provider"] == "Two") & (pairs["other"] == "Three")].iloc[0]
    assert rare["both_count"] == 4
    figures = ["given_share", "jaccard_share", "lift_score", "npmi_score"]
    assert np.isnan(rare[figures].astype(float)).all()
    assert rare["reason"].startswith("too little data: needs 5 shared coverages")


def test_below_10_coverages_a_provider_has_no_company() -> None:
    """One has 9: Two's share with it is said, and nothing else."""
    corpus = corpus_of(*ran(8, "One", "Two"), *ran(1, "One"), *ran(12, "Two"))
    pairs = cocoverage.of_providers(corpus, EVERYTHING).frame
    found = pairs.set_index(["provider", "other"]).to_dict("index")
    assert found["Two", "One"]["given_share"] == 0.4
    assert np.isnan(found["Two", "One"]["lift_score"])
    assert np.isnan(found["One", "Two"]["given_share"])
    reason = found["Two", "One"]["reason"]
    assert reason == "too little data: needs 10 coverages of the other"


def test_a_mark_opens_into_as_many_stories_as_it_counts() -> None:
    """The rows behind each pair, behind one provider, and behind nobody."""
    corpus = corpus_of(*news())
    for _, pair in cocoverage.of_providers(corpus, EVERYTHING).frame.iterrows():
        found = cocoverage.stories(corpus, EVERYTHING, pair["provider"], pair["other"])
        assert len(found) == pair["both_count"]
    assert len(cocoverage.stories(corpus, EVERYTHING, "Two")) == 24
    assert len(cocoverage.stories(corpus, EVERYTHING, "Two", "Nobody")) == 0


def test_unpublished_stories_lead_no_coverage_unless_asked_for() -> None:
    """Three published coverages, two unpublished."""
    corpus = corpus_of(*ran(3, "One", "Two"), *ran(2, "Four", "Five", published=False))
    whole = cocoverage.of_providers(corpus, EVERYTHING)
    assert whole.n == 3
    assert [(item.count, item.why) for item in whole.left_out] == [(2, "not published")]
    asked = cocoverage.of_providers(corpus, Filters(state=("unpublished",)))
    assert set(asked.frame["provider"]) == {"Four", "Five"}


def test_no_story_has_no_pairs() -> None:
    """An empty view is an empty frame."""
    none = cocoverage.of_providers(corpus_of(*news()), Filters(topic=("Nothing",)))
    assert none.frame.empty
    assert none.n == 0


def test_one_provider_has_the_rows_of_the_pairs_it_is_in() -> None:
    """Two's, those that share nothing with it aside; and none of an unknown one."""
    corpus = corpus_of(*news(), *ran(3, "Four"))
    pairs = cocoverage.of_providers(corpus, EVERYTHING)
    two = cocoverage.of_provider(corpus, EVERYTHING, "Two")
    held = pairs.frame[
        (pairs.frame["provider"] == "Two") & (pairs.frame["both_count"] > 0)
    ]
    assert two.n == pairs.n
    assert list(two.frame["other"]) == ["One", "Three"]
    columns = ["other"]
    pd.testing.assert_frame_equal(
        two.frame.sort_values(columns, ignore_index=True),
        held.sort_values(columns, ignore_index=True),
    )
    assert cocoverage.of_provider(corpus, EVERYTHING, "Nobody").frame.empty


EITHER = [
    ("One", "Two", 26, 10, 24),
    ("Two", "One", 26, 24, 10),
    ("Two", "Three", 38, 24, 18),
    ("One", "Nobody", 10, 10, 0),
    ("Nobody", "", 0, 0, 0),
]


@pytest.mark.parametrize(("provider", "other", "whole", "own", "others"), EITHER)
def test_the_coverages_of_either(
    provider: str, other: str, whole: int, own: int, others: int
) -> None:
    """10 + 24 - 8 of One and Two: what a Jaccard and a share of one are divided by."""
    found = cocoverage.either(corpus_of(*news()), EVERYTHING, provider, other)
    assert len(found) == found["story"].nunique() == whole
    assert int(found["has_provider"].sum()) == own
    assert int(found["has_other"].sum()) == others
